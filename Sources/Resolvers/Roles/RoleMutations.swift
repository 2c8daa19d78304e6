import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindRoleMutations() {
        bindPayload(of: RoleCreate.self)
        bindPayload(of: RoleUpdate.self)
        object(RoleDeletePayload.self) { type in
            type.value("deletedRoleId") { $0.deletedRoleID }
            type.bindPayload()
        }
        object(MutationRow.self) { type in
            type.mutation("roleCreate", MutationRoleCreateArguments.self) { arguments, call in
                try await RoleCreate.run(arguments.input, call.context)
            }
            type.mutation("roleUpdate", MutationRoleUpdateArguments.self) { arguments, call in
                try await RoleUpdate.run(arguments.input, call.context)
            }
            type.mutation("roleDelete", MutationRoleDeleteArguments.self) { arguments, call in
                try await RoleDelete.run(arguments.input, call.context)
            }
        }
    }
}

/// A mutation whose payload has a role.
protocol RoleMutation: EntityMutation where Entity == RoleRow {}

extension RoleMutation {
    static var entityField: String { "role" }
}

/// One live role of those that the organization made itself, under the organization's lock.
enum RoleLookup {
    static let missing = UserErrors.notFound("role", path: ["input", "roleId"])

    /// - Throws: `TOKEN_STALE`, and user errors for a role that is missing or comes with the system.
    static func read(
        _ id: GlobalID,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> RoleRow {
        guard let key = id.key(of: .role) else { throw missing }
        let results = try await transaction.pipeline([
            OrganizationLock.acquire(), ViewerEpoch.current(try context.tenant()), select(.uuid(key)),
        ])
        try ViewerEpoch.check(results[1])
        guard let role = results[2].first.map(RoleRow.init) else { throw missing }
        if role.isSystem {
            throw UserErrors(
                .forbidden,
                "This role comes with the system and stays as it is.",
                path: ["input", "roleId"]
            )
        }
        return role
    }

    private static let select = Statement<TenantScope>(
        "role to change",
        "SELECT \(RoleRow.columns) FROM roles q WHERE q.organization_id = $1 AND q.id = $2 AND q.deleted_at IS NULL"
    )
}
