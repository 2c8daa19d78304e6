extension Document {
    /// The operation to execute, as an index into ``operations``: the one with the name, or the only one.
    ///
    /// Source: GraphQL specification, section 6.1 "Executing Requests", `GetOperation`.
    public func operation(named name: String?) throws(GraphQLErrors) -> Int {
        guard let name else {
            if operations.count == 1 { return 0 }
            throw GraphQLErrors([
                GraphQLError(
                    operations.isEmpty
                        ? "Must provide an operation."
                        : "Must provide operation name if query contains multiple operations."
                )
            ])
        }
        let index = operations.lastIndex { $0.name.map(text) == name }
        guard let index else { throw GraphQLErrors([GraphQLError("Unknown operation named \"\(name)\".")]) }
        return index
    }

    /// The name of an operation, an index into ``operations``; nil for an anonymous one.
    public func nameOfOperation(_ operation: Int) -> String? {
        operations[operation].name.map { text($0) }
    }
}
