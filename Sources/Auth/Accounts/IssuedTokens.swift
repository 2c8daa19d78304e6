public import Time

/// What somebody holds after a sign-in or a refresh.
public struct IssuedTokens: Sendable, Equatable {
    public let claims: AccessTokenClaims
    public let accessToken: String
    public let refreshToken: String
    public let refreshTokenExpiresAt: Timestamp

    /// Whole seconds.
    public var accessTokenExpiresAt: Timestamp { claims.expiresAt }
}
