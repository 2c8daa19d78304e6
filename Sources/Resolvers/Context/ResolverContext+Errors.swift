public import GraphQLEngine
import Logging
import Postgres

extension ResolverContext {
    /// The public form of what a resolver threw. What the caller cannot know the cause of is logged with the
    /// request's id.
    public func publicError(for error: any Error) -> GraphQLError {
        if let error = error as? GraphQLError { return PublicErrors.coded(error) }
        if let error = error as? DatabaseError { return publicError(for: error) }
        log(.error, "A resolver failed", ["error": .string(String(reflecting: error))])
        return PublicErrors.internalError
    }

    private func publicError(for error: DatabaseError) -> GraphQLError {
        guard let known = PublicErrors.database(error) else {
            logOnce(error, .error)
            return PublicErrors.internalError
        }
        let failures = [PublicErrors.unavailable, PublicErrors.outcomeUnknown, PublicErrors.timeout]
        if error != .cancelled, failures.contains(known) { logOnce(error, .warning) }
        return known
    }

    /// One failure of the database can be the failure of many fields.
    private func logOnce(_ error: DatabaseError, _ level: Logger.Level) {
        let cause = error.cause
        guard loggedCauses.insert(cause).inserted else { return }
        var metadata = Logger.Metadata()
        if let sqlState = cause.sqlState { metadata["sqlstate"] = .string(sqlState) }
        if let reason = cause.reason { metadata["reason"] = .string(reason) }
        log(level, "The database failed", metadata)
    }

    private func log(_ level: Logger.Level, _ message: Logger.Message, _ metadata: Logger.Metadata) {
        let identified = metadata.merging(["request_id": .string(request.requestID)]) { $1 }
        services.logger.log(level: level, message, metadata: identified)
    }
}
