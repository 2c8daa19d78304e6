public import Auth

/// What a request that may use cookies has of them. Only requests with the header against forgery may.
public struct CookieSession: Sendable {
    /// The refresh token that came in a cookie.
    public let refreshToken: String?
    /// Whether the caller keeps their session in cookies, rather than naming a token in the request.
    public let isInUse: Bool

    public init(refreshToken: String?, isInUse: Bool) {
        self.refreshToken = refreshToken
        self.isInUse = isInUse
    }
}

/// What a request leaves in the caller's cookies.
public enum CookieChange: Sendable {
    case set(IssuedTokens)
    case clear
}
