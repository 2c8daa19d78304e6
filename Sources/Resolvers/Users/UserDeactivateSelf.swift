import Auth
import Schema

/// Puts the caller's own account out of use.
enum UserDeactivateSelf: SuccessMutation {
    static let payloadTypeName = "UserDeactivateSelfPayload"

    static func run(_ input: UserDeactivateSelfInput, _ context: ResolverContext) async throws -> SuccessPayload<Self> {
        let viewer = try context.changingSelf()
        let outcome = try await context.account {
            try await AccountDeactivation(context.services.accounts)
                .deactivate(viewer, password: input.password, client: context.client, now: context.request.now)
        }
        if outcome.value != nil { context.clearCookies() }
        return SuccessPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
