public import GraphQLEngine
import Logging
import Postgres

extension ResolverContext {
    /// The public form of what a resolver threw. What nobody outside should see is logged with the request's id.
    public func publicError(for error: any Error) -> GraphQLError {
        if let error = error as? GraphQLError { return PublicErrors.coded(error) }
        if let error = error as? DatabaseError {
            if let known = PublicErrors.database(error) { return known }
        }
        services.logger.error(
            "A resolver failed",
            metadata: ["request_id": .string(request.requestID), "error": .string(String(reflecting: error))]
        )
        return PublicErrors.internalError
    }
}
