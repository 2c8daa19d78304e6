import Auth
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Custom roles, their connection, the mutations of them, and the catalogue of permissions.
    mutating func bindRoles() {
        bindConnection(of: RoleRow.self)
        object(RoleRow.self) { type in
            type.value("id") { GlobalID(.role, $0.id) }
            type.value("key") { $0.key }
            type.value("name") { $0.name }
            type.value("permissions") { $0.permissions }
            type.value("isSystem") { $0.isSystem }
            type.value("version") { $0.version }
            type.values("memberCount") { rows, context in try MemberRoles.counts(of: rows.map(\.id), context) }
        }
        object(OrganizationRow.self) { type in
            type.objects("roles", OrganizationRolesArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try RolePages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindPermissionCatalogue()
        bindRoleMutations()
    }

    private mutating func bindPermissionCatalogue() {
        object(PermissionDefinitionRow.self) { type in
            type.value("code") { $0.permission.code }
            type.value("description") { $0.permission.explanation }
            type.value("grantable") { $0.permission.isGrantable }
            type.value("defaultRoles") { $0.permission.defaultRoles }
        }
        object(QueryRow.self) { type in
            type.child("permissions") { _ in Permission.allCases.map(PermissionDefinitionRow.init) }
        }
    }
}

/// A catalogue entry of the permission system.
struct PermissionDefinitionRow: ObjectRow {
    static let typeName = "PermissionDefinition"

    let permission: Permission
}
