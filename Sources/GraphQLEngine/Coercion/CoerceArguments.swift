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
        var slots: [InputValue?] = []
        slots.reserveCapacity(definitions.count)
        for definition in definitions {
            guard let argument = argument(named: definition.name, arguments, document) else {
                if definition.isRequired { throw missing(definition, offset, document, schema) }
                slots.append(definition.defaultValue)
                continue
            }
            let value = argument.value
            if isAbsent(value, document, variables), !definition.isRequired {
                slots.append(definition.defaultValue)
                continue
            }
            guard let coerced = CoerceLiteral.coerce(value, .declared(definition.type), document, schema, variables)
            else {
                var check = InputLiteralCheck(
                    document: document,
                    schema: schema,
                    variables: variables ?? VariableValues.none,
                    hidesSuggestions: hidesSuggestions
                )
                check.check(value, .declared(definition.type))
                throw invalid(definition, check.problems.first, document.values[Int(value)].offset, document)
            }
            slots.append(coerced)
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
        // Of arguments with the same name, in a document that is not valid, the last one counts.
        document.arguments[arguments.indices].last { document.text($0.name) == name }
    }

    private static func isAbsent(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> Bool {
        guard case .variable(let name) = document.values[Int(value)].kind else { return false }
        return variables?.value(of: name.symbol) == nil
    }

    private static func missing(
        _ definition: InputValueDefinition,
        _ offset: Int32?,
        _ document: Document,
        _ schema: Schema
    ) -> GraphQLError {
        let type = schema.text(of: definition.type)
        let message = "Argument \"\(definition.name)\" of required type \"\(type)\" was not provided."
        return error(message, offset, document)
    }

    private static func invalid(
        _ definition: InputValueDefinition,
        _ problem: InputProblem?,
        _ offset: Int32,
        _ document: Document
    ) -> GraphQLError {
        guard let problem else { return error("Invalid argument", offset, document) }
        let message = "Argument \"\(definition.name)\" has invalid value\(problem.place): \(problem.reason)"
        return error(message, problem.offset ?? offset, document)
    }

    private static func error(_ message: String, _ offset: Int32?, _ document: Document) -> GraphQLError {
        let locations = offset.map { [document.source.location(at: $0)] } ?? []
        return GraphQLError(message, locations: locations, kind: .input)
    }
}
