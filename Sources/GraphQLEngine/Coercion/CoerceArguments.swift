import JSON

/// The arguments of fields and directives (GraphQL specification, section 6.4.1 "Coercing Field Arguments").
public enum CoerceArguments {
    /// One slot per definition, in its order: given values and defaults; nil where there is neither.
    ///
    /// - Parameters:
    ///   - arguments: slice of ``Document/arguments``.
    ///   - offset: where the field or directive stands, for an argument that is missing; nil leaves the place out.
    ///   - variables: nil where the arguments have to be constant.
    ///   - hidesSuggestions: leaves "Did you mean …?" out of the messages.
    public static func coerce(
        arguments: NodeRange,
        definitions: [InputValueDefinition],
        offset: Int32? = nil,
        document: Document,
        schema: Schema,
        variables: VariableValues?,
        hidesSuggestions: Bool = false
    ) throws(GraphQLError) -> InputObject {
        let coercion = ArgumentCoercion(
            document: document,
            schema: schema,
            variables: variables,
            hidesSuggestions: hidesSuggestions,
            offset: offset
        )
        var slots: [InputValue?] = []
        slots.reserveCapacity(definitions.count)
        for definition in definitions {
            slots.append(try coercion.coerce(definition, arguments))
        }
        return InputObject(slots: slots)
    }

    /// Whether a variable occurs anywhere in the arguments; if none does, their values are the same for all requests.
    public static func mentionsVariables(arguments: NodeRange, document: Document) -> Bool {
        arguments.indices.contains { mentionsVariables(document.arguments[$0].value, document) }
    }

    static func mentionsVariables(_ value: Int32, _ document: Document) -> Bool {
        switch document.values[Int(value)].kind {
        case .variable: true
        case .list(let items): items.indices.contains { mentionsVariables(Int32($0), document) }
        case .object(let fields):
            fields.indices.contains { mentionsVariables(document.objectFields[$0].value, document) }
        case .int, .float, .string, .boolean, .null, .enumeration: false
        }
    }
}
