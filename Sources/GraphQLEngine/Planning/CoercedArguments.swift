extension Plan {
    /// The arguments of every planned field for one request's variables; an error stands for its field alone.
    func coercedArguments(_ variables: VariableValues, hidesSuggestions: Bool) -> [Result<InputObject, GraphQLError>] {
        fields.map { field in
            switch field.arguments {
            case .constant(let arguments): .success(arguments)
            case .failed(let error): .failure(error)
            case .variable(let arguments): coerce(arguments, of: field, variables, hidesSuggestions)
            }
        }
    }

    private func coerce(
        _ arguments: NodeRange,
        of field: PlannedField,
        _ variables: VariableValues,
        _ hidesSuggestions: Bool
    ) -> Result<InputObject, GraphQLError> {
        guard let definition = schema.field(field.name, of: field.parent) else {
            return .success(InputObject(slots: []))
        }
        do throws(GraphQLError) {
            return .success(
                try CoerceArguments.coerce(
                    arguments: arguments,
                    definitions: definition.arguments,
                    offset: field.offsets.first,
                    document: document,
                    schema: schema,
                    variables: variables,
                    hidesSuggestions: hidesSuggestions
                )
            )
        } catch {
            return .failure(error)
        }
    }
}
