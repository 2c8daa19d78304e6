import Auth
import Schema

/// Makes an active member an admin.
enum AdminGrant: AdminMutation {
    static let payloadTypeName = "AdminGrantPayload"
    static let action = "adminGrant"
    static let role = Auth.MembershipRole.admin

    static func run(_ input: AdminGrantInput, _ context: ResolverContext) async throws -> AdminPayload<Self> {
        let outcome = try await change(input.memberId, reason: nil, context) { member, errors in
            switch member.values.role {
            case .owner: errors.add(.invalidTransition, "The owner has all rights already.", "memberId")
            case .admin: errors.add(.invalidTransition, "This member is an admin already.", "memberId")
            case .member:
                if member.values.accessState != .active {
                    errors.add(.invalidTransition, "Activate the member first.", "memberId")
                }
            }
        }
        return AdminPayload(outcome, clientMutationId: input.clientMutationId)
    }
}
