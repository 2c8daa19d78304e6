import FoundationEssentials
import GraphQLEngine
import Postgres

/// Who has which custom roles.
enum MemberRoles {
    /// The custom roles of members, by key, in the members' order; none for members of other organizations.
    static func of(_ members: [UUID], _ context: ResolverContext) throws -> Step<[[RoleRow]]> {
        try context.query(select(.uuids(members))).map { rows in
            let roles = Dictionary(grouping: rows, by: { $0.uuid(RoleRow.columnCount) })
            return members.map { roles[$0]?.map(RoleRow.init) ?? [] }
        }
    }

    /// How many members have each of some roles, in their order.
    static func counts(of roles: [UUID], _ context: ResolverContext) throws -> Step<[Int32]> {
        try context.query(count(.uuids(roles))).map { rows in
            let counts = Dictionary(rows.map { ($0.uuid(0), Int32(clamping: $0.int64(1))) }, uniquingKeysWith: { $1 })
            return roles.map { counts[$0] ?? 0 }
        }
    }

    private static let select = Statement<TenantScope>(
        "custom roles of members",
        """
        SELECT \(RoleRow.columns), x.member_id
        FROM organization_member_roles x JOIN roles q ON q.organization_id = $1 AND q.id = x.role_id
        WHERE x.organization_id = $1 AND x.member_id = ANY($2)
        ORDER BY q.key
        """
    )

    private static let count = Statement<TenantScope>(
        "members of roles",
        """
        SELECT x.role_id, count(*) FROM organization_member_roles x
        WHERE x.organization_id = $1 AND x.role_id = ANY($2)
        GROUP BY x.role_id
        """
    )
}
