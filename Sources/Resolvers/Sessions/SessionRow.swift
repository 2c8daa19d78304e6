import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A session of the viewer, over a row of the table with the alias `t`.
struct SessionRow: ObjectRow {
    static let typeName = "Session"
    static let columns = """
        t.id, t.created_at, t.last_seen_at, t.expires_at, host(t.ip), t.user_agent, t.remember_me, \
        t.active_organization_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var createdAt: Timestamp { row.timestamp(1) }
    var lastSeenAt: Timestamp { row.timestamp(2) }
    var expiresAt: Timestamp { row.timestamp(3) }
    var ip: BorrowedText? { row.optionalUTF8(4).map(BorrowedText.init(utf8:)) }
    var userAgent: BorrowedText? { row.optionalUTF8(5).map(BorrowedText.init(utf8:)) }
    var isRemembered: Bool { row.bool(6) }
    var organizationID: UUID? { row.optionalUUID(7) }
}

extension SessionRow {
    /// One session of a person, whether it is live or not.
    static func any(_ id: UUID, of userID: UUID) -> BoundStatement<PersonScope> {
        SessionStatements.any(.uuid(userID), .uuid(id))
    }
}

extension ResolverContext {
    /// Live sessions of the viewer with these ids, in their order.
    func ownSessions(_ ids: [UUID?]) throws -> Step<[SessionRow?]> {
        let viewer = try signedIn()
        let statement = SessionStatements.byID(
            .uuid(viewer.claims.userID),
            .timestamp(request.now),
            .uuids(ids.filter { $0 != nil })
        )
        return try query(statement).map { rows in
            let sessions = Dictionary(rows.map { ($0.uuid(0), SessionRow($0)) }, uniquingKeysWith: { $1 })
            return ids.map { id in id.flatMap { sessions[$0] } }
        }
    }

    /// The viewer's live sessions, at most 100, the one used last first.
    func ownSessions() throws -> Step<[SessionRow]> {
        let viewer = try signedIn()
        return try query(SessionStatements.all(.uuid(viewer.claims.userID), .timestamp(request.now)))
            .map { $0.map(SessionRow.init) }
    }
}

private enum SessionStatements {
    static let any = Statement<PersonScope>(
        "own session",
        "SELECT \(SessionRow.columns) FROM user_sessions t WHERE t.user_id = $1 AND t.id = $2"
    )

    static let byID = Statement<PersonScope>(
        "own sessions by id",
        """
        SELECT \(SessionRow.columns) FROM user_sessions t
        WHERE t.user_id = $1 AND t.revoked_at IS NULL AND t.expires_at > $2 AND t.id = ANY($3)
        """
    )

    static let all = Statement<PersonScope>(
        "own sessions",
        """
        SELECT \(SessionRow.columns) FROM user_sessions t
        WHERE t.user_id = $1 AND t.revoked_at IS NULL AND t.expires_at > $2
        ORDER BY t.last_seen_at DESC, t.id LIMIT 100
        """
    )
}
