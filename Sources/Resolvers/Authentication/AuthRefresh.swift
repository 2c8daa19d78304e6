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
        guard let token = input.refreshToken else {
            return .failure(UserErrors(.required, "Give the refresh token.", path: ["input", "refreshToken"]))
        }
        return try await context.signIn(tokenField: "refreshToken") {
            try await Refresh(context.services.accounts)
                .refresh(token, client: context.client, now: context.request.now)
        }
    }
}
