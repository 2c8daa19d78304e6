import FoundationEssentials
import Postgres
import Schema

/// Makes a role from permissions that the viewer holds.
enum RoleCreate: RoleMutation {
    static let payloadTypeName = "RoleCreatePayload"

    static func run(_ input: RoleCreateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: RoleCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<RoleRow> {
        let tenant = try context.tenant()
        var errors = InputErrors(path: ["input"])
        let role = RoleValues(
            id: UUID(),
            key: errors.roleKey(input.key),
            name: errors.required(input.name, "name", maximumLength: RoleValues.maximumNameLength),
            permissions: errors.grantable(input.permissions, MemberAuthority(tenant))
        )
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let locked = try await transaction.pipeline([OrganizationLock.acquire(), ViewerEpoch.current(tenant)])
            try ViewerEpoch.check(locked[1])
            let audit = try context.audit(
                AuditEntry(action: "roleCreate", entityType: "Role", entityID: role.id, newValues: role.json)
            )
            return RoleRow(try await transaction.pipeline([role.insert, audit])[0][0])
        }
    }
}
