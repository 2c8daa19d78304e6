import GraphQLEngine
import Postgres

/// To whom the owner may hand the organization.
enum OwnershipCandidates {
    static let maximumCount = 20

    /// The same members for each error that is about the viewer's organization: admins first, then who joined first.
    static func of(_ areOwn: [Bool], _ context: ResolverContext) throws -> Step<[[MemberRow]]> {
        guard areOwn.contains(true) else { return .ready(areOwn.map { _ in [] }) }
        return try context.query(select()).map { rows in
            let members = rows.map(MemberRow.init)
            return areOwn.map { $0 ? members : [] }
        }
    }

    private static let select = Statement<TenantScope>(
        "candidates for ownership",
        """
        SELECT \(MemberRow.columns) FROM organization_members m
        JOIN member_effective_role r ON r.organization_id = $1 AND r.member_id = m.id
        WHERE m.organization_id = $1 AND m.is_active AND r.role <> 'owner' AND app.is_colleague_active(m.user_id)
        ORDER BY r.role, m.joined_at, m.id LIMIT \(maximumCount)
        """
    )
}
