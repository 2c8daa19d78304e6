/// What the directives of the specification say about the definition that they are applied to.
///
/// Their own definitions count, also where a document defines a directive of the same name.
struct SpecifiedDirectives {
    let source: SchemaSource

    /// The reason of `@deprecated`; nil without the directive.
    func deprecationReason(_ directives: NodeRange) throws(GraphQLError) -> String? {
        try text("deprecated", directives)
    }

    /// The URL of `@specifiedBy`; nil without the directive.
    func specifiedByURL(_ directives: NodeRange) throws(GraphQLError) -> String? {
        try text("specifiedBy", directives)
    }

    func isOneOf(_ directives: NodeRange) -> Bool {
        directive("oneOf", directives) != nil
    }

    func directive(_ name: String, _ directives: NodeRange) -> Directive? {
        if directives.isEmpty { return nil }
        return source.document.directives[directives.indices].first { source.document.text($0.name) == name }
    }

    /// The value of the only argument of a directive.
    private func text(_ name: String, _ directives: NodeRange) throws(GraphQLError) -> String? {
        guard let directive = directive(name, directives),
            let definition = BuiltInDefinitions.schema.directive(named: name)
        else { return nil }
        let arguments = try CoerceArguments.coerce(
            arguments: directive.arguments,
            definitions: definition.arguments,
            offset: directive.offset,
            document: source.document,
            schema: BuiltInDefinitions.schema,
            variables: nil
        )
        if case .string(let text)? = arguments.slots.first ?? nil { return text }
        return nil
    }
}

extension BuiltInDefinitions {
    /// A schema that has the built-in definitions alone.
    static let schema: Schema = {
        var draft = TypeSystemDraft()
        draft.addSpecifiedDirectives()
        do {
            return try SchemaAssembler.schema(draft, scalars: [:], isAssumedValid: true, isSorted: false)
        } catch {
            preconditionFailure("The built-in definitions refer to an unknown type.")
        }
    }()
}
