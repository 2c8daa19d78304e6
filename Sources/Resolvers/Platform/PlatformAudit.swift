import Auth
import GraphQLEngine
import JSON
import Postgres

/// Something that a platform administrator did or looked at.
struct PlatformAuditEntry {
    /// The field, such as `platform.organizations` or a mutation's root field.
    let action: String
    var subject = JSONObject()
    var reason: String?
}

extension ResolverContext {
    /// The statement that records what the viewer does, for the transaction that does it.
    func platformAudit(_ entry: PlatformAuditEntry) throws(GraphQLError) -> BoundStatement<PlatformScope> {
        insertPlatformAudit(
            .uuid(try signedIn().claims.userID),
            .text(entry.action),
            .text(JSONValue.object(entry.subject).text),
            .optional(entry.reason),
            .text(request.requestID),
            .optional(request.clientAddress),
            .optional(request.userAgent)
        )
    }

    /// Asks for a statement, and records in the same transaction that it was asked.
    func query(
        _ statement: BoundStatement<PlatformScope>,
        recordedAs entry: PlatformAuditEntry
    ) throws(GraphQLError) -> Step<ResultSet> {
        _ = try query(try platformAudit(entry))
        return try query(statement)
    }

    /// Runs a mutation of platform administration in one transaction, the administrator's check at its head.
    ///
    /// Thrown ``UserErrors`` and violated constraints that the caller can mend roll back and come out as failure;
    /// everything else is thrown on.
    func administer<Value: Sendable>(
        _ body: (Transaction<PlatformScope>) async throws -> Value
    ) async throws -> MutationOutcome<Value> {
        let scope = try signedIn().platformScope(now: request.now)
        do {
            return .success(try await services.database.transaction(in: scope, body))
        } catch let error as UserErrors {
            return .failure(error)
        } catch let error as DatabaseError {
            guard let userError = ConstraintErrors.userError(for: error, path: ["input"]) else { throw error }
            return .failure(UserErrors([userError]))
        }
    }
}

private let insertPlatformAudit = Statement<PlatformScope>(
    "platform audit",
    """
    INSERT INTO platform_audit_logs (actor_user_id, action, subject, reason, request_id, ip, user_agent)
    VALUES ($1, $2, $3::jsonb, $4, $5, $6::inet, $7)
    """
)
