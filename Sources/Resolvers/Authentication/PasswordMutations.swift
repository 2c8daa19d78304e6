import Auth
import GraphQLEngine
import Schema

/// Changes the caller's password.
enum PasswordChangeMutation: SuccessMutation {
    static let payloadTypeName = "PasswordChangePayload"

    static func run(_ input: PasswordChangeInput, _ context: ResolverContext) async throws -> SuccessPayload<Self> {
        let change = PasswordChange.Input(
            current: input.currentPassword,
            new: input.newPassword,
            revokesOtherSessions: input.revokeOtherSessions ?? true
        )
        let viewer = try context.changingSelf()
        let outcome = try await context.account {
            try await PasswordChange(context.services.accounts)
                .change(change, of: viewer, client: context.client, now: context.request.now)
        }
        return SuccessPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Sends a reset link, and never tells whether to anybody.
struct PasswordResetRequestPayload: MutationPayload {
    static let typeName = "PasswordResetRequestPayload"

    let isAccepted: Bool
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    static func run(
        _ input: PasswordResetRequestInput,
        _ context: ResolverContext
    ) async throws -> PasswordResetRequestPayload {
        let outcome = try await context.account {
            try await PasswordReset(context.services.accounts)
                .request(input.email, client: context.client, now: context.request.now)
        }
        return PasswordResetRequestPayload(
            isAccepted: outcome.userErrors.isEmpty,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }
}

/// Sets a new password by the token of a link, whoever presents it.
enum PasswordResetConfirm: SuccessMutation {
    static let payloadTypeName = "PasswordResetConfirmPayload"

    static func run(
        _ input: PasswordResetConfirmInput,
        _ context: ResolverContext
    ) async throws -> SuccessPayload<Self> {
        let outcome = try await context.account(tokenField: "token") {
            try await PasswordReset(context.services.accounts).confirm(
                input.token,
                newPassword: input.newPassword,
                client: context.client,
                now: context.request.now
            )
        }
        return SuccessPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
