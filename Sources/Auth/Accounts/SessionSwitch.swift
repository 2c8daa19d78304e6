public import FoundationEssentials
public import Postgres
public import Time

/// Lets the viewer's session go on in another organization: tokens of before stop, and it gets new ones.
public struct SessionSwitch: Sendable {
    private let services: AccountServices
    private let viewer: Viewer
    private let now: Timestamp

    public init(services: AccountServices, viewer: Viewer, now: Timestamp) {
        self.services = services
        self.viewer = viewer
        self.now = now
    }

    /// Throws `AccountRefusal.unauthenticated` for a session that has ended, or that only looks on for the platform.
    ///
    /// - Parameter organizationID: the viewer must be an active member of it.
    public func enter(_ organizationID: UUID, in transaction: Transaction<AuthScope>) async throws -> IssuedTokens {
        let (userID, sessionID) = (viewer.claims.userID, viewer.claims.sessionID)
        let key: [Parameter] = [.uuid(userID), .uuid(sessionID)]
        // The session before its tokens: the order that refreshes keep too.
        let session = try await transaction.run(Self.move.bind(key + [.uuid(organizationID), .timestamp(now)])).first
        guard let session else { throw AccountRefusal.unauthenticated }
        let refreshToken = OpaqueToken.random(routingID: userID)
        let expiresAt = session.timestamp(1)
        _ = try await transaction.pipeline([
            Self.revokeTokens.bind(key + [.timestamp(now)]),
            Self.insertToken.bind(key + [.bytes(refreshToken.hash), .timestamp(now), .timestamp(expiresAt)]),
        ])
        let standing = try await Standing.read(userID: userID, organizationID: organizationID, in: transaction)
        return try AccessTokenIssuing(services: services).issue(
            userID: userID,
            sessionID: sessionID,
            sessionEpoch: session.int32(0),
            standing: standing,
            refreshToken: refreshToken,
            refreshTokenExpiresAt: expiresAt,
            now: now
        )
    }

    private static let move = Statement<AuthScope>(
        "move session",
        """
        UPDATE user_sessions
        SET active_organization_id = $3, epoch = epoch + 1, last_seen_at = greatest(last_seen_at, $4)
        WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL AND NOT is_acting
        RETURNING epoch, expires_at
        """
    )

    private static let revokeTokens = Statement<AuthScope>(
        "revoke refresh tokens of a session",
        "UPDATE refresh_tokens SET revoked_at = $3 WHERE user_id = $1 AND session_id = $2 AND revoked_at IS NULL"
    )

    private static let insertToken = Statement<AuthScope>(
        "insert refresh token of a session",
        """
        INSERT INTO refresh_tokens (user_id, session_id, token_hash, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)
        """
    )
}
