/// The errors of a request that could not run; at least one.
public struct GraphQLErrors: Error, Sendable, Equatable {
    public let errors: [GraphQLError]

    public init(_ errors: [GraphQLError]) {
        self.errors = errors
    }
}
