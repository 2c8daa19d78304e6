import Schema

/// Ends a membership. Its tokens become stale, its admin grant and custom roles end.
enum MemberRemove: MemberMutation {
    static let payloadTypeName = "MemberRemovePayload"
    static let action = "memberRemove"

    static func run(_ input: MemberRemoveInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: MemberRemoveInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        var errors = InputErrors(path: ["input"])
        let reason = errors.optional(input.reason, "reason", maximumLength: 1_000)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let authority = MemberAuthority(try context.tenant())
        return try await change(input.memberId, context) { change, _, errors in
            authority.checkAccess(of: change.member, &errors)
            change.values.end(.removed)
            change.reason = reason
        }
    }
}
