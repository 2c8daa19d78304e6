import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// A change of a person's state by a platform administrator, found well-formed.
struct PlatformUserChange {
    /// The mutation's root field.
    let action: String
    let userID: UUID
    let reason: String

    /// - Throws: ``UserErrors`` for an id of no person, an empty reason, and the caller's own id.
    init(action: String, id: GlobalID, reason: String, _ context: ResolverContext) throws {
        guard let userID = id.key(of: .user) else { throw Self.missing }
        var errors = InputErrors(path: ["input"])
        self.reason = errors.required(reason, "reason", maximumLength: 1_000)
        if try context.signedIn().claims.userID == userID {
            errors.add(.forbidden, "Nobody does this to themselves.", "userId")
        }
        try errors.throwIfAny()
        self.action = action
        self.userID = userID
    }

    /// Locks the person, checks their state and runs the statements with the audit in one round trip.
    func run(
        from states: [UserState],
        to target: UserState,
        in transaction: Transaction<PlatformScope>,
        _ context: ResolverContext,
        _ statements: [BoundStatement<PlatformScope>]
    ) async throws -> UserRow {
        let user = Parameter.uuid(userID)
        let locked = try await transaction.pipeline([
            PlatformUserStatements.lock(user), PlatformUserStatements.user(user),
        ])
        guard let row = locked[1].first.map(UserRow.init) else { throw Self.missing }
        guard let state = row.state else { throw PublicErrors.internalError }
        let change = StateChange(from: state, to: target, allowed: states.contains(state) ? [target] : [])
        if !change.isAllowed { throw UserErrors([change.error(of: "person", path: ["input", "userId"])]) }
        let entry = PlatformAuditEntry(
            action: action,
            subject: ["userId": .optional(userID), "from": .string(state.rawValue)],
            reason: reason
        )
        let all = statements + [try context.platformAudit(entry), PlatformUserStatements.user(user)]
        guard let changed = try await transaction.pipeline(all).last?.first else { throw PublicErrors.internalError }
        return UserRow(changed)
    }

    /// Ends all sessions with their refresh tokens.
    func sessionsEnd(because reason: String, _ context: ResolverContext) -> [BoundStatement<PlatformScope>] {
        let now = Parameter.timestamp(context.request.now)
        return [
            PlatformUserStatements.endSessions(.uuid(userID), now, .text(reason)),
            PlatformUserStatements.endRefreshTokens(.uuid(userID), now),
        ]
    }

    private static let missing = UserErrors.notFound("person", path: ["input", "userId"])
}
