public import JSON

/// The values of an operation's variables (GraphQL specification, section 6.1.2 "Coercing Variable Values").
public enum CoerceVariables {
    /// Values and defaults by position in the operation's variable definitions.
    ///
    /// Every error has the place of the variable's definition; after `maximumErrors` of them one more says that
    /// the rest was not looked at. Values that are nested too deeply end the coercion.
    /// - Parameters:
    ///   - operation: index into ``Document/operations``.
    ///   - variables: the request's `variables`; members that the operation does not define are ignored.
    ///   - hidesSuggestions: leaves "Did you mean …?" out of the messages.
    public static func coerce(
        operation: Int,
        document: Document,
        schema: Schema,
        variables: JSONObject,
        maximumErrors: Int = 50,
        hidesSuggestions: Bool = false
    ) throws(GraphQLErrors) -> VariableValues {
        let definitions = document.variables[document.operations[operation].variables.indices]
        if definitions.isEmpty { return .none }
        var slots: [InputValue?] = []
        var errors: [GraphQLError] = []
        for definition in definitions {
            var coercion = VariableCoercion(
                definition: definition,
                document: document,
                schema: schema,
                hidesSuggestions: hidesSuggestions,
                maximumErrors: maximumErrors
            )
            let value = coercion.value(from: variables)
            if let failure = coercion.failure { throw GraphQLErrors(errors + [failure]) }
            slots.append(value)
            errors += coercion.errors
            if errors.count > maximumErrors { throw GraphQLErrors(errors.prefix(maximumErrors) + [tooManyErrors]) }
        }
        guard errors.isEmpty else { throw GraphQLErrors(errors) }
        return VariableValues(
            slots: slots,
            namedTypes: definitions.map { InputType.written($0.type).namedType(document: document, schema: schema) },
            symbols: definitions.map(\.name.symbol)
        )
    }

    private static var tooManyErrors: GraphQLError {
        GraphQLError(
            "Too many errors processing variables, error limit reached. Execution aborted.",
            kind: .input
        )
    }
}
