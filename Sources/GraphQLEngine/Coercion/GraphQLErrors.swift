/// The errors of a request that could not run; at least one.
public struct GraphQLErrors: Error, Sendable, Equatable {
    /// The errors in the order in which the response lists them.
    public let errors: [GraphQLError]

    /// - Parameter errors: at least one.
    public init(_ errors: [GraphQLError]) {
        self.errors = errors
    }
}
