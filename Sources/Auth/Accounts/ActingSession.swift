public import FoundationEssentials
public import Postgres
public import Time

/// A session in which a platform administrator reads one organization without being its member.
///
/// It ends by itself after some minutes, refreshed or not, with the administration of its person, and like any other
/// session. The viewer's check refuses mutations in it.
public struct ActingSession: Sendable {
    private let services: AccountServices
    private let viewer: Viewer
    private let organizationID: UUID
    private let minutes: Int64

    public init(services: AccountServices, viewer: Viewer, organizationID: UUID, minutes: Int64) {
        self.services = services
        self.viewer = viewer
        self.organizationID = organizationID
        self.minutes = minutes
    }

    /// Opens it within a transaction that has found the viewer a platform administrator, and the organization.
    public func open(
        client: Client,
        now: Timestamp,
        in transaction: Transaction<PlatformScope>
    ) async throws -> IssuedTokens {
        let (userID, sessionID) = (viewer.claims.userID, UUID())
        let refreshToken = OpaqueToken.random(routingID: userID)
        let expiresAt = now.adding(minutes: minutes)
        _ = try await transaction.pipeline([
            Self.insertSession(
                .uuid(userID),
                .uuid(sessionID),
                .uuid(organizationID),
                .optional(client.address),
                .optional(client.userAgent),
                .timestamp(now),
                .timestamp(expiresAt)
            ),
            Self.insertToken(
                .uuid(userID),
                .uuid(sessionID),
                .bytes(refreshToken.hash),
                .timestamp(now),
                .timestamp(expiresAt)
            ),
        ])
        return try AccessTokenIssuing(services: services).issue(
            userID: userID,
            sessionID: sessionID,
            sessionEpoch: 1,
            standing: .onlooker(at: organizationID),
            refreshToken: refreshToken,
            refreshTokenExpiresAt: expiresAt,
            now: now
        )
    }

    private static let insertSession = Statement<PlatformScope>(
        "insert acting session",
        """
        INSERT INTO user_sessions (user_id, id, active_organization_id, is_acting, ip, user_agent, created_at,
                                   last_seen_at, expires_at)
        VALUES ($1, $2, $3, true, $4::inet, $5, $6, $6, $7)
        """
    )

    private static let insertToken = Statement<PlatformScope>(
        "insert refresh token of acting session",
        """
        INSERT INTO refresh_tokens (user_id, session_id, token_hash, issued_at, expires_at)
        VALUES ($1, $2, $3, $4, $5)
        """
    )
}
