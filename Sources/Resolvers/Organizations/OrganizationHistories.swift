import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// One interval of ownership: its member's columns, then start, end, and the id of who handed it on.
struct OwnershipPeriodRow: ObjectRow {
    static let typeName = "OwnershipPeriod"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var member: MemberRow { MemberRow(row) }
    var from: Timestamp { row.timestamp(MemberRow.columnCount) }
    var to: Timestamp? { row.optionalTimestamp(MemberRow.columnCount + 1) }
    var transferredBy: UUID? { row.optionalUUID(MemberRow.columnCount + 2) }
}

extension Bindings<ResolverContext> {
    mutating func bindOrganizationHistories() {
        object(OwnershipPeriodRow.self) { type in
            type.child("member") { $0.member }
            type.value("from") { $0.from }
            type.value("to") { $0.to }
            type.objects("transferredBy") { rows, context in try context.users(rows.map(\.transferredBy)) }
        }
        object(OrganizationRow.self) { type in
            type.objects("ownershipHistory") { rows, context in
                try context.ofCurrent(rows, OrganizationHistoryStatements.owners()) { $0.map(OwnershipPeriodRow.init) }
            }
            type.objects("statusHistory") { rows, context in
                try context.ofCurrent(rows, OrganizationHistoryStatements.states()) { $0.map(StatusPeriodRow.init) }
            }
        }
    }
}

extension ResolverContext {
    /// What a statement tells of the current organization; nil for other ones among the rows.
    func ofCurrent<Value>(
        _ organizations: [OrganizationRow],
        _ statement: BoundStatement<TenantScope>,
        _ read: @escaping (ResultSet) -> Value?
    ) throws -> Step<[Value?]> {
        let own = try tenant().organizationID
        guard organizations.contains(where: { $0.id == own }) else { return .ready(organizations.map { _ in nil }) }
        return try query(statement).map { results in
            let value = read(results)
            return organizations.map { $0.id == own ? value : nil }
        }
    }
}

private enum OrganizationHistoryStatements {
    static let owners = Statement<TenantScope>(
        "ownership history",
        """
        SELECT \(MemberRow.columns), w.started_at, w.ended_at, w.transferred_by
        FROM organization_owners w
        JOIN organization_members m ON m.organization_id = $1 AND m.id = w.member_id
        WHERE w.organization_id = $1
        ORDER BY w.ended_at DESC NULLS FIRST, w.started_at DESC
        """
    )

    static let states = Statement<TenantScope>(
        "status history of organization",
        """
        SELECT h.organization_id, h.state, lower(h.period), upper(h.period), h.reason, h.actor_user_id
        FROM (SELECT s.organization_id, CASE WHEN s.is_active THEN 'ACTIVE' ELSE 'INACTIVE' END AS state, s.period,
                     s.reason, s.actor_user_id
              FROM organization_active_status s
              UNION ALL
              SELECT s.organization_id, 'SUSPENDED', s.period, s.reason, s.suspended_by FROM organization_suspensions s
              UNION ALL
              SELECT a.organization_id, 'ARCHIVED', a.period, a.reason, a.archived_by FROM organization_archives a) h
        WHERE h.organization_id = $1
        ORDER BY lower(h.period) DESC
        """
    )
}
