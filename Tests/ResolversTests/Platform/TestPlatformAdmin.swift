import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

/// Somebody who administers the platform and is a member of nothing.
struct TestPlatformAdmin: Sendable {
    let userID = UUID()
    let viewer: Viewer

    init(_ fixture: TenantFixture) throws {
        let now = Timestamp.now()
        let claims = AccessTokenClaims(
            userID: userID,
            sessionID: UUID(),
            sessionEpoch: 1,
            membership: nil,
            isPlatformAdmin: true,
            issuedAt: now,
            expiresAt: now.adding(days: 1)
        )
        viewer = Viewer(claims)
        let connection = try fixture.owner()
        let user = Parameter.uuid(userID)
        _ = try connection.query("INSERT INTO users (id) VALUES ($1)", [user])
        _ = try connection.query("INSERT INTO user_profile (user_id, display_name) VALUES ($1, 'Support')", [user])
        _ = try connection.query("INSERT INTO platform_admins (user_id) VALUES ($1)", [user])
        _ = try connection.query(
            "INSERT INTO user_sessions (user_id, id, expires_at) VALUES ($1, $2, '2100-01-01Z')",
            [user, .uuid(claims.sessionID)]
        )
    }
}

extension TenantFixture {
    /// Actions in the platform's log, in order.
    func platformActions() throws -> [String] {
        try owner().query("SELECT action FROM platform_audit_logs ORDER BY occurred_at, action").map { $0.string(0) }
    }
}
