import FoundationEssentials
import Time

/// Makes the access token that goes with a refresh token.
struct AccessTokenIssuing {
    let services: AccountServices

    func issue(
        userID: UUID,
        sessionID: UUID,
        sessionEpoch: Int32,
        standing: Standing,
        refreshToken: OpaqueToken,
        refreshTokenExpiresAt: Timestamp,
        now: Timestamp
    ) throws(AccessTokenSigningError) -> IssuedTokens {
        let claims = AccessTokenClaims(
            userID: userID,
            sessionID: sessionID,
            sessionEpoch: sessionEpoch,
            membership: standing.membership,
            isPlatformAdmin: standing.isPlatformAdmin,
            actingOrganizationID: standing.actingOrganizationID,
            issuedAt: now,
            // A token must not outlive its session.
            expiresAt: min(
                now.adding(seconds: services.configuration.accessTokenLifetimeSeconds),
                refreshTokenExpiresAt
            )
        )
        return IssuedTokens(
            claims: claims,
            accessToken: try services.codec.sign(claims),
            refreshToken: refreshToken.text,
            refreshTokenExpiresAt: refreshTokenExpiresAt
        )
    }
}
