import FoundationEssentials
import Schema

/// Changes the title and the custom roles of a member.
enum MemberUpdate: MemberMutation {
    static let payloadTypeName = "MemberUpdatePayload"
    static let action = "memberUpdate"

    static func run(_ input: MemberUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: MemberUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<MemberRow> {
        var errors = InputErrors(path: ["input"])
        let patch = MemberPatch(title: input.title, roleIDs: input.roleIds, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let authority = MemberAuthority(try context.tenant())
        return try await change(input.memberId, roles: patch.roleKeys, context) { change, lookup, errors in
            authority.checkChange(of: change.member, &errors)
            try errors.throwIfAny()
            try input.expectedVersion.given.map { try change.member.checkVersion($0, path: ["input"]) }
            patch.apply(to: &change.values, lookup, authority, &errors)
        }
    }
}

extension StoredMember {
    /// - Throws: `STALE_VERSION` for another version than the stored one.
    func checkVersion(_ expected: Int, path: [String]) throws(UserErrors) {
        if expected != Int(version) {
            throw UserErrors.staleVersion(current: version, path: path + ["expectedVersion"])
        }
    }
}
