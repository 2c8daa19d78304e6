import Auth
import Postgres
import Schema

/// Ends one of the caller's sessions.
enum SessionRevoke: EntityMutation {
    static let payloadTypeName = "SessionRevokePayload"
    static let entityField = "session"

    typealias Entity = SessionRow

    static func run(_ input: SessionRevokeInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: SessionRevokeInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<SessionRow> {
        let missing = UserErrors.notFound("session", path: ["input", "sessionId"])
        let viewer = try context.signedIn()
        guard let id = input.sessionId.key(of: .session),
            try await context.signOut.revoke(sessionID: id, of: viewer, now: context.request.now)
        else { return .failure(missing) }
        if id == viewer.claims.sessionID { context.clearCookies() }
        let userID = viewer.claims.userID
        let rows = try await context.services.database.read(
            [SessionRow.any(id, of: userID)],
            in: PersonScope(userID: userID)
        )
        return rows[0].first.map { .success(SessionRow($0)) } ?? .failure(missing)
    }
}
