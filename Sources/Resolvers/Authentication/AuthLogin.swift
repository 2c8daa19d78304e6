import Auth
import Schema

enum AuthLogin: SignInMutation {
    static let payloadTypeName = "AuthLoginPayload"

    static func run(_ input: AuthLoginInput, _ context: ResolverContext) async throws -> SignInPayload<Self> {
        let credentials = SignIn.Input(
            identifier: input.identifier,
            password: input.password,
            // An id of another kind must not pass for none given: it is looked for, and not found.
            organizationID: input.organizationId.map { $0.key(of: .organization) ?? GlobalID.unmatchable.uuid },
            isRemembered: input.rememberMe ?? false
        )
        let usesCookies = input.useCookies ?? false
        if usesCookies { try context.requireCookies() }
        let outcome = try await context.signIn {
            try await SignIn(context.services.accounts)
                .signIn(credentials, client: context.client, now: context.request.now)
        }
        if let tokens = outcome.value { context.cookieChange = usesCookies ? .set(tokens) : nil }
        return SignInPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
