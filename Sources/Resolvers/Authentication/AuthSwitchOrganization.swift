import Auth
import Schema

/// Lets the session go on in another organization.
enum AuthSwitchOrganization: SignInMutation {
    static let payloadTypeName = "AuthSwitchOrganizationPayload"

    static func run(
        _ input: AuthSwitchOrganizationInput,
        _ context: ResolverContext
    ) async throws -> SignInPayload<Self> {
        let viewer = try context.changingSelf()
        // An id of another kind is looked for all the same, and not found.
        let organizationID = input.organizationId.key(of: .organization) ?? GlobalID.unmatchable.uuid
        let outcome = try await context.signIn {
            try await OrganizationSwitch(context.services.accounts)
                .enter(organizationID, viewer, client: context.client, now: context.request.now)
        }
        return SignInPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
