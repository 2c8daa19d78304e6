import FoundationEssentials
import Postgres
import Time

/// Opens a session within a transaction: its row, its first refresh token, and the access token for it.
struct SessionOpening {
    let services: AccountServices

    /// - Parameter organizationID: the organization to work in; the user must be an active member of it.
    func open(
        userID: UUID,
        organizationID: UUID?,
        isRemembered: Bool,
        client: Client,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws -> IssuedTokens {
        let sessionID = UUID()
        let refreshToken = OpaqueToken.random(routingID: userID)
        let configuration = services.configuration
        let days = isRemembered ? configuration.rememberedSessionLifetimeDays : configuration.sessionLifetimeDays
        let expiresAt = now.adding(days: days)
        _ = try await transaction.pipeline([
            Self.insertSession(
                .uuid(userID),
                .uuid(sessionID),
                .optional(organizationID),
                .bool(isRemembered),
                .optional(client.address),
                .optional(client.userAgent),
                .timestamp(now),
                .timestamp(expiresAt)
            ),
            Self.insertRefreshToken(
                .uuid(userID),
                .uuid(sessionID),
                .bytes(refreshToken.hash),
                .timestamp(now),
                .timestamp(expiresAt)
            ),
        ])
        let standing = try await Standing.read(userID: userID, organizationID: organizationID, in: transaction)
        return try AccessTokenIssuing(services: services).issue(
            userID: userID,
            sessionID: sessionID,
            sessionEpoch: 1,
            standing: standing,
            refreshToken: refreshToken,
            refreshTokenExpiresAt: expiresAt,
            now: now
        )
    }

    private static let insertSession = Statement<AuthScope>(
        "insert session",
        """
        INSERT INTO user_sessions (user_id, id, active_organization_id, remember_me, ip, user_agent, created_at,
                                   last_seen_at, expires_at)
        VALUES ($1, $2, $3, $4, $5::inet, $6, $7, $7, $8)
        """
    )

    private static let insertRefreshToken = Statement<AuthScope>(
        "insert first refresh token",
        """
        INSERT INTO refresh_tokens (user_id, session_id, token_hash, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)
        """
    )
}
