/// A context for resolvers that share nothing and wait for nothing.
public final class PlainContext: RequestContext {
    /// A context of its own for a request.
    public init() {}

    public func dispatch() async {}

    /// The error itself, or its description.
    public func publicError(for error: any Error) -> GraphQLError {
        error as? GraphQLError ?? GraphQLError(String(describing: error))
    }
}
