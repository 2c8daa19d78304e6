public import FoundationEssentials
import Postgres
public import Time

/// Ends sessions of a signed-in person, at their own wish.
public struct SignOut: Sendable {
    private let database: Database

    public init(_ services: AccountServices) {
        database = services.database
    }

    /// Ends the viewer's current session.
    public func signOut(_ viewer: Viewer, now: Timestamp) async throws {
        _ = try await revoke(sessionID: viewer.claims.sessionID, of: viewer, now: now)
    }

    /// Ends one of the viewer's sessions; false when it is none of theirs or has ended.
    public func revoke(sessionID: UUID, of viewer: Viewer, now: Timestamp) async throws -> Bool {
        let revocation = SessionRevocation(reason: .signOut, now: now)
        return try await run(revocation.statements(userID: viewer.claims.userID, sessionID: sessionID), viewer, now)
            == 1
    }

    /// Ends all sessions of the viewer, or all but the current one, and answers how many.
    public func signOutEverywhere(_ viewer: Viewer, keepingCurrent: Bool, now: Timestamp) async throws -> Int {
        let revocation = SessionRevocation(reason: .signOutEverywhere, now: now)
        let kept = keepingCurrent ? viewer.claims.sessionID : nil
        return try await run(revocation.statements(userID: viewer.claims.userID, keeping: kept), viewer, now)
    }

    /// Signing out works in any state of the organization that a read works in.
    private func run(_ statements: [BoundStatement<AuthScope>], _ viewer: Viewer, _ now: Timestamp) async throws -> Int
    {
        let scope = viewer.authScope(isMutation: false, now: now)
        return try await database.transaction(in: scope) { transaction in
            try await transaction.pipeline(statements)[0].affectedRows
        }
    }
}
