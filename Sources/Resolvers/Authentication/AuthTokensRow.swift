import Auth
import GraphQLEngine
import Schema
import Time

/// What somebody holds after a sign-in or a refresh.
struct AuthTokensRow: ObjectRow {
    static let typeName = "AuthTokens"

    let tokens: IssuedTokens
}

extension Bindings<ResolverContext> {
    mutating func bindAuthTokens() {
        object(AuthTokensRow.self) { type in
            type.value("accessToken") { $0.tokens.accessToken }
            type.value("accessTokenExpiresAt") { $0.tokens.accessTokenExpiresAt }
            type.value("refreshToken") { $0.tokens.refreshToken }
            type.value("refreshTokenExpiresAt") { $0.tokens.refreshTokenExpiresAt }
            type.value("tokenType") { _ in "Bearer" }
        }
    }
}
