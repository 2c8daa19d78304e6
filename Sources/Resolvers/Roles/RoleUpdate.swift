import FoundationEssentials
import Postgres
import Schema

/// Changes a role. Other permissions make the tokens of all who have the role stale.
enum RoleUpdate: RoleMutation {
    static let payloadTypeName = "RoleUpdatePayload"

    static func run(_ input: RoleUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: RoleUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<RoleRow> {
        let authority = MemberAuthority(try context.tenant())
        var errors = InputErrors(path: ["input"])
        if case .null = input.name { errors.addRequired("name") }
        if case .null = input.permissions { errors.addRequired("permissions") }
        let name = input.name.given.map {
            errors.required($0, "name", maximumLength: RoleValues.maximumNameLength)
        }
        let permissions = input.permissions.given.map { errors.grantable($0, authority) }
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let current = try await RoleLookup.read(input.roleId, in: transaction, context)
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            let old = RoleValues(current)
            var new = old
            new.name = name ?? old.name
            new.permissions = permissions ?? old.permissions
            let audit = try context.audit(
                AuditEntry(
                    action: "roleUpdate",
                    entityType: "Role",
                    entityID: old.id,
                    oldValues: old.json.differences(from: new.json),
                    newValues: new.json.differences(from: old.json)
                )
            )
            let epochs = old.permissions == new.permissions ? [] : [raiseEpochs(.uuid(old.id))]
            return RoleRow(try await transaction.pipeline([new.update, audit] + epochs)[0][0])
        }
    }

    private static let raiseEpochs = Statement<TenantScope>(
        "raise epochs of a role's members",
        """
        UPDATE organization_members AS m SET authz_epoch = m.authz_epoch + 1
        WHERE m.organization_id = $1
          AND m.id IN (SELECT x.member_id FROM organization_member_roles x
                WHERE x.organization_id = $1 AND x.role_id = $2)
        """
    )
}
