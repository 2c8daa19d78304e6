import Auth
import GraphQLEngine
import Postgres
import Schema

enum AuthRegister: SignInMutation {
    static let payloadTypeName = "AuthRegisterPayload"

    static func run(_ input: AuthRegisterInput, _ context: ResolverContext) async throws -> SignInPayload<Self> {
        let outcome = try await context.signIn {
            let registration = try RegistrationInput(
                email: input.email,
                password: input.password,
                displayName: input.displayName,
                username: input.username,
                organizationName: input.organizationName,
                organizationSlug: input.organizationSlug,
                timeZone: input.timeZone
            )
            try await check(timeZone: input.timeZone, context)
            return try await Registration(context.services.accounts)
                .register(registration, client: context.client, now: context.request.now)
        }
        return SignInPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func check(timeZone: String?, _ context: ResolverContext) async throws {
        guard let timeZone else { return }
        let found = try await context.services.database.read([exists(.text(timeZone))], in: AuthScope())
        guard found[0][0].bool(0) else { throw AccountRefusal.invalid(.timeZone) }
    }

    private static let exists = Statement<AuthScope>(
        "time zone",
        "SELECT EXISTS (SELECT FROM time_zones z WHERE z.name = $1)"
    )
}
