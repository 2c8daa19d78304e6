import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Founds an organization that the viewer owns. Their session goes on in it.
enum OrganizationCreate {
    static func run(
        _ input: OrganizationCreateInput,
        _ context: ResolverContext
    ) async throws -> OrganizationCreatePayload {
        let outcome = try await outcome(input, context)
        return OrganizationCreatePayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: OrganizationCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<IssuedTokens> {
        let viewer = try context.signedIn()
        var errors = InputErrors(path: ["input"])
        let name = errors.required(input.name, "name", maximumLength: 200)
        let profile = OrganizationPatch(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.signIn {
            try await OrganizationCreation(context.services.accounts).create(
                profile.founded(name: name),
                slug: profile.slugGiven,
                by: viewer,
                client: context.client,
                now: context.request.now
            )
        }
    }
}

/// The new organization with its owner, read when they are selected.
struct OrganizationCreatePayload: MutationPayload {
    static let typeName = "OrganizationCreatePayload"

    let tokens: IssuedTokens?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    init(_ outcome: MutationOutcome<IssuedTokens>, clientMutationId: String?) {
        tokens = outcome.value
        userErrors = outcome.userErrors
        self.clientMutationId = clientMutationId
    }
}

extension Bindings<ResolverContext> {
    mutating func bindOrganizationCreation() {
        object(OrganizationCreatePayload.self) { type in
            type.objects("organization") { rows, context in
                try context.organizations(rows.map { $0.tokens?.claims.membership?.organizationID })
            }
            type.objects("member") { rows, context in
                context.loaders.members.load(rows.map { $0.tokens?.claims.membership?.memberID })
            }
            type.child("tokens") { $0.tokens.map(AuthTokensRow.init) }
            type.bindPayload()
        }
    }
}
