import Auth
import GraphQLEngine

/// Sessions of pages in browsers, whose tokens are in cookies that scripts cannot read.
extension ResolverContext {
    /// For a session that goes on with other tokens.
    func renewCookies(_ tokens: IssuedTokens) {
        if request.cookies?.isInUse ?? false { cookieChange = .set(tokens) }
    }

    /// For a session that has ended.
    func clearCookies() {
        if request.cookies?.isInUse ?? false { cookieChange = .clear }
    }

    /// - Throws: `BAD_USER_INPUT` for a request that another site's page could have made.
    func requireCookies() throws(GraphQLError) {
        guard request.cookies == nil else { return }
        throw PublicErrors.badInput(
            "\"useCookies\" needs the header x-rollcall-csrf, with any value, on every request."
        )
    }
}
