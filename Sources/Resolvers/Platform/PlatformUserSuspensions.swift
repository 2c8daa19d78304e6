import Auth
import FoundationEssentials
import Postgres
import Schema

/// Keeps a person out of everything, owners too, and ends their sessions.
enum PlatformUserSuspend: EntityMutation {
    static let payloadTypeName = "PlatformUserSuspendPayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(_ input: PlatformUserSuspendInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await context.administer { transaction in
            let change = try PlatformUserChange(
                action: "platformUserSuspend",
                id: input.userId,
                reason: input.reason,
                context
            )
            let actor = Parameter.uuid(try context.signedIn().claims.userID)
            let suspend = PlatformUserStatements.suspend(.uuid(change.userID), actor, .text(change.reason))
            return try await change.run(
                from: [.active, .inactive],
                to: .suspended,
                in: transaction,
                context,
                [suspend] + change.sessionsEnd(because: "user_suspended", context)
            )
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

enum PlatformUserUnsuspend: EntityMutation {
    static let payloadTypeName = "PlatformUserUnsuspendPayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(
        _ input: PlatformUserUnsuspendInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let outcome = try await context.administer { transaction in
            let change = try PlatformUserChange(
                action: "platformUserUnsuspend",
                id: input.userId,
                reason: input.reason,
                context
            )
            let actor = Parameter.uuid(try context.signedIn().claims.userID)
            let unsuspend = PlatformUserStatements.unsuspend(.uuid(change.userID), actor, .text(change.reason))
            return try await change.run(from: [.suspended], to: .active, in: transaction, context, [unsuspend])
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
