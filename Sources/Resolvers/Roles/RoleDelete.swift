import GraphQLEngine
import Postgres
import Schema

/// What `roleDelete` answers.
struct RoleDeletePayload: MutationPayload {
    static let typeName = "RoleDeletePayload"

    /// Nil when the mutation failed.
    let deletedRoleID: GlobalID?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}

/// Deletes a role that nobody has. Its key is free again.
enum RoleDelete {
    static func run(_ input: RoleDeleteInput, _ context: ResolverContext) async throws -> RoleDeletePayload {
        let outcome = try await outcome(input, context)
        return RoleDeletePayload(
            deletedRoleID: outcome.value,
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static func outcome(
        _ input: RoleDeleteInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<GlobalID> {
        try await context.mutate { transaction in
            let role = try await RoleLookup.read(input.roleId, in: transaction, context)
            let audit = try context.audit(
                AuditEntry(
                    action: "roleDelete",
                    entityType: "Role",
                    entityID: role.id,
                    oldValues: RoleValues(role).json
                )
            )
            if try await transaction.pipeline([delete(.uuid(role.id)), audit])[0].isEmpty { throw inUse }
            return GlobalID(.role, role.id)
        }
    }

    private static let inUse = UserErrors(
        .inUse,
        "Members have this role: take it from them first.",
        path: ["input", "roleId"]
    )

    private static let delete = Statement<TenantScope>(
        "delete role",
        """
        UPDATE roles AS q SET deleted_at = clock_timestamp(), version = q.version + 1
        WHERE q.organization_id = $1 AND q.id = $2
          AND NOT EXISTS (SELECT FROM organization_member_roles x
                WHERE x.organization_id = $1 AND x.role_id = q.id)
        RETURNING q.id
        """
    )
}
