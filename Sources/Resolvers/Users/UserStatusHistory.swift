import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres

/// How the states of people's accounts changed, newest first.
enum UserStatusHistory {
    /// The histories of people, in their order: the viewer's own, and for platform administrators everybody's. What the
    /// viewer may not see is empty.
    static func of(_ users: [UserRow], _ context: ResolverContext) throws -> Step<[[StatusPeriodRow]]> {
        let viewer = try context.signedIn()
        let isForAll = viewer.rights.allows(.platformUserRead, at: .platform)
        let visible = users.filter { isForAll || $0.id == viewer.claims.userID }.map(\.id)
        guard !visible.isEmpty else { return .ready(users.map { _ in [] }) }
        return try context.query(select(.uuids(visible))).map { rows in
            let periods = Dictionary(grouping: rows.map(StatusPeriodRow.init), by: \.ownerID)
            return users.map { periods[$0.id] ?? [] }
        }
    }

    /// Rows of activity are written at changes only, so the time before the first of them is put behind.
    private static let select = Statement<AuthScope>(
        "status history of people",
        """
        SELECT h.user_id, h.state, lower(h.period), upper(h.period), h.reason, h.actor_user_id
        FROM (SELECT s.user_id, CASE WHEN s.is_active THEN 'ACTIVE' ELSE 'INACTIVE' END AS state, s.period, s.reason,
                     s.actor_user_id
              FROM user_active_status s
              UNION ALL
              SELECT u.id, 'ACTIVE', tstzrange(u.created_at, (SELECT min(lower(s.period)) FROM user_active_status s
                                                              WHERE s.user_id = u.id), '[)'), NULL, NULL
              FROM users u
              UNION ALL
              SELECT s.user_id, 'SUSPENDED', s.period, s.reason, s.suspended_by FROM user_suspensions s
              UNION ALL
              SELECT a.user_id, 'ARCHIVED', a.period, a.reason, a.archived_by FROM user_archives a) h
        WHERE h.user_id = ANY($1) AND NOT isempty(h.period)
        ORDER BY lower(h.period) DESC
        """
    )
}
