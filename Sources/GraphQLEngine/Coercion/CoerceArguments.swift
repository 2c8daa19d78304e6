import JSON

/// The arguments of fields and directives (GraphQL specification, section 6.4.1 "Coercing Field Arguments").
public enum CoerceArguments {
    /// One slot per definition, in its order: given values and defaults; nil where there is neither.
    ///
    /// - Parameters:
    ///   - arguments: slice of ``Document/arguments``.
    ///   - offset: where the field or directive stands, for an argument that is missing; nil leaves the place out.
    ///   - variables: nil where the arguments have to be constant.
    public static func coerce(
        arguments: NodeRange,
        definitions: [InputValueDefinition],
        offset: Int32? = nil,
        document: Document,
        schema: Schema,
        variables: VariableValues?
    ) throws(GraphQLError) -> InputObject {
        var slots: [InputValue?] = []
        slots.reserveCapacity(definitions.count)
        for definition in definitions {
            let argument = argument(named: definition.name, arguments, document)
            guard let argument, !isAbsent(argument.value, document, variables) else {
                try requireOptional(definition, argument, offset, document, schema)
                slots.append(definition.defaultValue)
                continue
            }
            slots.append(try value(of: argument.value, definition, document, schema, variables))
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

    private static func argument(named name: String, _ arguments: NodeRange, _ document: Document) -> Argument? {
        arguments.indices.first { document.text(document.arguments[$0].name) == name }.map { document.arguments[$0] }
    }

    private static func isAbsent(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> Bool {
        guard case .variable(let name) = document.values[Int(value)].kind else { return false }
        return variables?.value(of: name.symbol) == nil
    }

    private static func requireOptional(
        _ definition: InputValueDefinition,
        _ argument: Argument?,
        _ offset: Int32?,
        _ document: Document,
        _ schema: Schema
    ) throws(GraphQLError) {
        guard definition.defaultValue == nil, schema.isNonNull(definition.type) else { return }
        let required = "Argument \"\(definition.name)\" of required type \"\(schema.text(of: definition.type))\""
        guard let argument else { throw error("\(required) was not provided.", offset, document) }
        let variable = LiteralText.text(of: argument.value, document: document)
        throw error(
            "\(required) was provided the variable \"\(variable)\" which was not provided a runtime value.",
            document.values[Int(argument.value)].offset,
            document
        )
    }

    private static func value(
        of value: Int32,
        _ definition: InputValueDefinition,
        _ document: Document,
        _ schema: Schema,
        _ variables: VariableValues?
    ) throws(GraphQLError) -> InputValue {
        if let coerced = CoerceLiteral.coerce(value, .declared(definition.type), document, schema, variables) {
            return coerced
        }
        let text = LiteralText.text(of: value, document: document)
        let offset = document.values[Int(value)].offset
        if isNull(value, document, variables), schema.isNonNull(definition.type) {
            let type = schema.text(of: definition.type)
            let message = "Argument \"\(definition.name)\" of non-null type \"\(type)\" must not be null."
            throw error(message, offset, document)
        }
        throw error("Argument \"\(definition.name)\" has invalid value \(text).", offset, document)
    }

    private static func isNull(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> Bool {
        switch document.values[Int(value)].kind {
        case .null: true
        case .variable(let name): variables?.value(of: name.symbol) == .null
        default: false
        }
    }

    private static func error(_ message: String, _ offset: Int32?, _ document: Document) -> GraphQLError {
        let locations = offset.map { [document.source.location(at: $0)] } ?? []
        return GraphQLError(message, locations: locations, kind: .input)
    }
}
