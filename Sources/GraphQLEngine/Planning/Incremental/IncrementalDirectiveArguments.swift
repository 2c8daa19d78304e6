// What the directives say in a document; their own definitions count, whether or not the schema has them.
extension IncrementalDirectives {
    static let deferName = "defer"
    static let streamName = "stream"

    /// Positions of the arguments: those that both directives have come first.
    enum Position {
        static let condition = 0
        static let label = 1
        static let initialCount = 2
    }

    private static let schema: Schema = {
        do {
            return try Schema.build(try Document.parse(Source(text)), assuming: .validTypeSystem)
        } catch {
            preconditionFailure("The definitions of the incremental directives have an error.")
        }
    }()

    /// The arguments of a directive, by their positions in its definition.
    static func arguments(
        of directive: Directive,
        in document: Document,
        variables: VariableValues
    ) throws(GraphQLError) -> InputObject {
        try CoerceArguments.coerce(
            arguments: directive.arguments,
            definitions: schema.directive(named: document.text(directive.name))?.arguments ?? [],
            offset: directive.offset,
            document: document,
            schema: schema,
            variables: variables.untyped
        )
    }
}

extension Schema {
    var definesIncrementalDirectives: Bool {
        directive(named: IncrementalDirectives.deferName) != nil
            || directive(named: IncrementalDirectives.streamName) != nil
    }
}

extension InputObject {
    /// Whether the argument `if` of `@defer` or `@stream` turns the directive off.
    var turnsDirectiveOff: Bool { self[IncrementalDirectives.Position.condition] == .boolean(false) }

    /// The label of `@defer` or `@stream`.
    var label: String? {
        if case .string(let text)? = self[IncrementalDirectives.Position.label] { text } else { nil }
    }
}

extension GraphQLError {
    /// The request is to have one response, but its document defers or streams.
    static let unexpectedMultiplePayloads = GraphQLError(
        "Executing this GraphQL operation would unexpectedly produce multiple payloads"
            + " (due to @defer or @stream directive)"
    )

    /// The events of a subscription have one response each.
    static func notSupportedOnSubscriptions(_ directive: String) -> GraphQLError {
        GraphQLError(
            "`@\(directive)` directive not supported on subscription operations."
                + " Disable `@\(directive)` by setting the `if` argument to `false`."
        )
    }
}

extension Document {
    /// Indexes of the directives with a name, wherever they stand.
    func directiveIndexes(named name: String) -> [Int] {
        guard let symbol = symbol(name) else { return [] }
        return directives.indices.filter { directives[$0].name.symbol == symbol }
    }
}
