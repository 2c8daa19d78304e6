import FoundationEssentials
import GraphQLEngine
import Postgres

/// How the access of members changed, oldest first.
enum MemberStatusHistory {
    /// The histories of members of the viewer's organization, in their order, with one statement.
    static func of(_ members: [UUID], _ context: ResolverContext) throws -> Step<[[StatusPeriodRow]]> {
        try context.query(select(.uuids(members))).map { rows in
            let periods = Dictionary(grouping: rows.map(StatusPeriodRow.init), by: \.ownerID)
            return members.map { periods[$0] ?? [] }
        }
    }

    /// Rows are written at changes only, so the time from joining to the first of them is put in front.
    private static let select = Statement<TenantScope>(
        "member status history",
        """
        SELECT m.id, upper(p.state), p.since, p.until, p.reason, p.actor_user_id
        FROM organization_members m
        CROSS JOIN LATERAL (
          SELECT 'active' AS state, m.joined_at AS since, coalesce(min(lower(s.period)), m.ended_at) AS until,
                 NULL::text AS reason, NULL::uuid AS actor_user_id
          FROM organization_member_status s WHERE s.organization_id = $1 AND s.member_id = m.id
          UNION ALL
          SELECT s.state::text, lower(s.period), upper(s.period), s.reason, s.actor_user_id
          FROM organization_member_status s WHERE s.organization_id = $1 AND s.member_id = m.id
        ) p
        WHERE m.organization_id = $1 AND m.id = ANY($2)
        ORDER BY m.id, p.since
        """
    )
}
