import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// Sends the link again.
enum EmailVerificationSend: LetterMutation {
    static let payloadTypeName = "EmailVerificationSendPayload"

    static func run(
        _ input: EmailVerificationSendInput,
        _ context: ResolverContext
    ) async throws -> LetterPayload<Self> {
        let now = context.request.now
        let outcome = try await context.account {
            let viewer = try context.changingSelf()
            try await context.throttle(.verificationSend).admit(viewer)
            try await EmailVerification(context.services.accounts).send(userID: viewer.claims.userID, now: now)
            return now
        }
        return LetterPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Sends a link to the address that the caller wants to have.
enum UserEmailChangeRequest: LetterMutation {
    static let payloadTypeName = "UserEmailChangeRequestPayload"

    static func run(
        _ input: UserEmailChangeRequestInput,
        _ context: ResolverContext
    ) async throws -> LetterPayload<Self> {
        let now = context.request.now
        let viewer = try context.changingSelf()
        let outcome = try await context.account {
            try await EmailChange(context.services.accounts).request(
                input.newEmail,
                password: input.password,
                of: viewer,
                client: context.client,
                now: now
            )
            return now
        }
        return LetterPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

/// Confirms an address, a new person's or a changed one, by the token of a link, whoever presents it.
enum EmailVerify: EntityMutation {
    static let payloadTypeName = "EmailVerifyPayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(_ input: EmailVerifyInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await context.account(tokenField: "token") {
            try await context.throttle(.emailVerify).admit(nil)
            let userID = try await EmailVerification(context.services.accounts)
                .verify(input.token, client: context.client, now: context.request.now)
            return try await context.profile(of: userID)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

extension ResolverContext {
    /// The profile of somebody who has just changed it.
    func profile(of userID: UUID) async throws -> UserRow {
        let rows = try await services.database.read([UserRow.own(userID)], in: PersonScope(userID: userID))
        guard let row = rows[0].first else { throw PublicErrors.internalError }
        return UserRow(row)
    }
}
