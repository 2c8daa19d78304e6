import Auth
import Schema

/// Ends an admin's grant: the owner anybody's, an admin their own.
enum AdminRevoke: AdminMutation {
    static let payloadTypeName = "AdminRevokePayload"
    static let action = "adminRevoke"
    static let role = Auth.MembershipRole.member

    static func run(_ input: AdminRevokeInput, _ context: ResolverContext) async throws -> AdminPayload<Self> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else {
            return AdminPayload(.failure(UserErrors(errors.errors)), clientMutationId: input.clientMutationId)
        }
        let tenant = try context.tenant()
        let isForAll = tenant.viewer.rights.scope(of: .adminRevoke) == .organization
        let outcome = try await change(input.memberId, reason: reason, context) { member, errors in
            if !isForAll && member.id != tenant.memberID {
                errors.add(.forbidden, "Only the owner takes an admin's rights from them.", "memberId")
            } else if member.values.role != .admin {
                errors.add(.invalidTransition, "This member is no admin.", "memberId")
            }
        }
        return AdminPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
