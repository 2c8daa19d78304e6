import Auth
import Schema

enum AuthRefresh: SignInMutation {
    static let payloadTypeName = "AuthRefreshPayload"

    static func run(_ input: AuthRefreshInput, _ context: ResolverContext) async throws -> SignInPayload<Self> {
        SignInPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AuthRefreshInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<IssuedTokens> {
        let cookie = input.refreshToken == nil ? context.request.cookies?.refreshToken : nil
        guard let token = input.refreshToken ?? cookie else {
            return .failure(UserErrors(.required, "Give the refresh token.", path: ["input", "refreshToken"]))
        }
        let outcome = try await context.signIn(tokenField: "refreshToken") {
            try await Refresh(context.services.accounts)
                .refresh(token, client: context.client, now: context.request.now)
        }
        // A token of the input is nothing to the cookies, and a cookie that is refused is of no more use.
        context.cookieChange = cookie == nil ? nil : outcome.value.map(CookieChange.set) ?? .clear
        return outcome
    }
}
