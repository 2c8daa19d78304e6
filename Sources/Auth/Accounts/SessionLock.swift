import Postgres

/// Holds the viewer's session until the end of the transaction. Whatever ends sessions at the same time waits, or has
/// ended this one, and then nothing is done in its name any more.
enum SessionLock {
    static func acquire(_ viewer: Viewer) -> BoundStatement<AuthScope> {
        select(.uuid(viewer.claims.userID), .uuid(viewer.claims.sessionID))
    }

    /// - Parameter rows: what ``acquire(_:)`` answered.
    static func check(_ rows: ResultSet) throws(AccountRefusal) {
        if rows.isEmpty { throw .unauthenticated }
    }

    private static let select = Statement<AuthScope>(
        "lock own session",
        "SELECT 1 FROM user_sessions WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL FOR UPDATE"
    )
}
