import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// Sends the link again.
struct EmailVerificationSendPayload: MutationPayload {
    static let typeName = "EmailVerificationSendPayload"

    /// Nil when nothing was sent.
    let sentAt: Timestamp?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?

    static func run(
        _ input: EmailVerificationSendInput,
        _ context: ResolverContext
    ) async throws -> EmailVerificationSendPayload {
        let now = context.request.now
        let outcome = try await context.account {
            let viewer = try context.signedIn()
            try await context.throttle(.verificationSend).admit(viewer)
            try await EmailVerification(context.services.accounts).send(userID: viewer.claims.userID, now: now)
            return now
        }
        return EmailVerificationSendPayload(
            sentAt: outcome.value,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }
}

/// Confirms an address by the token of a link, whoever presents it.
enum EmailVerify: EntityMutation {
    static let payloadTypeName = "EmailVerifyPayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(_ input: EmailVerifyInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await context.account(tokenField: "token") {
            try await context.throttle(.emailVerify).admit(nil)
            let userID = try await EmailVerification(context.services.accounts)
                .verify(input.token, now: context.request.now)
            let profile = try await context.services.database.read(
                [UserRow.own(userID)],
                in: PersonScope(userID: userID)
            )
            guard let row = profile[0].first else { throw AccountRefusal.tokenInvalid }
            return UserRow(row)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
