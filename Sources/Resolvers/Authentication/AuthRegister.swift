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
            return try await Registration(context.services.accounts).register(
                registration,
                client: context.client,
                now: context.request.now,
                joining: try await joining(input, registration, context)
            )
        }
        return SignInPayload(outcome, clientMutationId: input.clientMutationId)
    }

    /// Nil without an invitation.
    private static func joining(
        _ input: AuthRegisterInput,
        _ registration: RegistrationInput,
        _ context: ResolverContext
    ) async throws -> Registration.Joining? {
        guard let token = input.invitationToken else { return nil }
        if input.organizationName != nil {
            throw UserErrors(
                .invalid,
                "Either found an organization or accept an invitation.",
                path: ["input", "organizationName"]
            )
        }
        let invitation = try await InvitationRegistration(token, email: registration.email, context)
        return { try await invitation.join($0, in: $1, context) }
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
