/// The coercion of the arguments of one field, directive or fragment spread.
struct ArgumentCoercion {
    let document: Document
    let schema: Schema
    let variables: VariableValues?
    let hidesSuggestions: Bool
    /// Where the field, directive or spread stands.
    let offset: Int32?

    /// The value that an argument has, or its default; nil where there is neither.
    func coerce(_ definition: InputValueDefinition, _ arguments: NodeRange) throws(GraphQLError) -> InputValue? {
        let name = "Argument \"\(definition.name)\""
        guard let argument = argument(named: definition.name, arguments) else {
            if definition.isRequired { throw missing(name, schema.text(of: definition.type)) }
            return try defaultValue(of: definition, name)
        }
        if isAbsent(argument.value), !definition.isRequired { return try defaultValue(of: definition, name) }
        return try value(argument.value, .declared(definition.type), name)
    }

    func argument(named name: String, _ arguments: NodeRange) -> Argument? {
        // Of arguments with the same name, in a document that is not valid, the last one counts.
        document.arguments[arguments.indices].last { document.text($0.name) == name }
    }

    /// Whether the value is a variable that has no value.
    func isAbsent(_ value: Int32) -> Bool {
        guard case .variable(let name) = document.values[Int(value)].kind else { return false }
        return variables?.value(of: name.symbol) == nil
    }

    /// - Parameter name: what is given the value, as messages call it.
    func value(_ literal: Int32, _ type: InputType, _ name: String) throws(GraphQLError) -> InputValue {
        do throws(InvalidDefault) {
            let coercion = LiteralCoercion(document: document, schema: schema, variables: variables)
            if let value = try coercion.coerce(literal, type) { return value }
        } catch {
            throw self.error(error.reason(schema), offset)
        }
        var check = InputLiteralCheck(
            document: document,
            schema: schema,
            variables: variables ?? VariableValues.none,
            hidesSuggestions: hidesSuggestions
        )
        check.check(literal, type)
        guard let problem = check.problems.first else {
            throw error("Invalid argument", document.values[Int(literal)].offset)
        }
        throw error("\(name) has invalid value\(problem.place): \(problem.reason)", problem.offset)
    }

    func missing(_ name: String, _ type: String) -> GraphQLError {
        error("\(name) of required type \"\(type)\" was not provided.", offset)
    }

    private func defaultValue(
        of definition: InputValueDefinition,
        _ name: String
    ) throws(GraphQLError) -> InputValue? {
        if definition.hasInvalidDefault { throw invalidDefault(definition, name) }
        return definition.defaultValue
    }

    private func invalidDefault(_ definition: InputValueDefinition, _ name: String) -> GraphQLError {
        guard let literal = schema.defaultLiteral(definition) else {
            return error(
                "\(name) has invalid default value: \(InvalidDefault(field: definition).reason(schema))",
                offset
            )
        }
        return invalidDefault(literal.value, literal.source.document, .declared(definition.type), name)
    }

    /// - Parameter literal: the default, in the document of its definition.
    func invalidDefault(_ literal: Int32, _ document: Document, _ type: InputType, _ name: String) -> GraphQLError {
        var check = InputLiteralCheck(
            document: document,
            schema: schema,
            variables: nil,
            hidesSuggestions: hidesSuggestions
        )
        check.check(literal, type)
        if let problem = check.problems.first {
            return error("\(name) has invalid default value\(problem.place): \(problem.reason)", offset)
        }
        do throws(InvalidDefault) {
            _ = try LiteralCoercion(document: document, schema: schema, variables: nil).coerce(literal, type)
            return error("\(name) has invalid default value", offset)
        } catch {
            return self.error("\(name) has invalid default value: \(error.reason(schema))", offset)
        }
    }

    private func error(_ message: String, _ offset: Int32?) -> GraphQLError {
        let locations = offset.map { [document.source.location(at: $0)] } ?? []
        return GraphQLError(message, locations: locations, kind: .input)
    }
}
