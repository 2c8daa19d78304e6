public import FoundationEssentials
import JSON
import Postgres
public import Time

/// Ends sessions of a signed-in person, at their own wish.
public struct SignOut: Sendable {
    private let database: Database
    private let client: Client

    public init(_ services: AccountServices, client: Client) {
        database = services.database
        self.client = client
    }

    /// Ends the viewer's current session.
    public func signOut(_ viewer: Viewer, now: Timestamp) async throws {
        _ = try await revoke(sessionID: viewer.claims.sessionID, of: viewer, now: now)
    }

    /// Ends one of the viewer's sessions; false when it is none of theirs or has ended.
    public func revoke(sessionID: UUID, of viewer: Viewer, now: Timestamp) async throws -> Bool {
        let revocation = SessionRevocation(reason: .signOut, now: now)
        let userID = viewer.claims.userID
        let event = SecurityEvent(
            .signOut,
            userID,
            client,
            now,
            detail: ["sessionId": .string(sessionID.uuidString)]
        )
        return try await run(revocation.statements(userID: userID, sessionID: sessionID), event, viewer) == 1
    }

    /// Ends all sessions of the viewer, or all but the current one, and answers how many.
    public func signOutEverywhere(_ viewer: Viewer, keepingCurrent: Bool, now: Timestamp) async throws -> Int {
        let revocation = SessionRevocation(reason: .signOutEverywhere, now: now)
        let userID = viewer.claims.userID
        let kept = keepingCurrent ? viewer.claims.sessionID : nil
        let event = SecurityEvent(.signOutEverywhere, userID, client, now)
        return try await run(revocation.statements(userID: userID, keeping: kept), event, viewer)
    }

    /// Records the event when a session was ended.
    private func run(
        _ statements: [BoundStatement<AuthScope>],
        _ event: SecurityEvent,
        _ viewer: Viewer
    ) async throws -> Int {
        try await database.transaction(in: viewer.sessionScope(now: event.now)) { transaction in
            let count = try await transaction.pipeline(statements)[0].affectedRows
            if count > 0 { _ = try await transaction.run(event.recorded) }
            return count
        }
    }
}
