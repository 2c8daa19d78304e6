import GraphQLEngine
import Postgres

/// Counts of the current organization.
struct OrganizationStatsRow: ObjectRow {
    static let typeName = "OrganizationStats"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    func count(_ column: Int) -> Int32 { Int32(clamping: row.int64(column)) }
}

extension Bindings<ResolverContext> {
    mutating func bindOrganizationStats() {
        object(OrganizationRow.self) { type in
            type.objects("stats") { rows, context in
                let statement = statistics(.timestamp(context.request.now))
                return try context.ofCurrent(rows, statement) { $0.first.map(OrganizationStatsRow.init) }
            }
        }
        object(OrganizationStatsRow.self) { type in
            type.value("memberCount") { $0.count(0) }
            type.value("adminCount") { $0.count(1) }
            type.value("activeEmployeeCount") { $0.count(2) }
            type.value("presentToday") { $0.count(3) }
            type.value("lateToday") { $0.count(4) }
            type.value("absentToday") { $0.count(5) }
            type.value("openSessions") { $0.count(6) }
        }
    }
}

/// `$2` is the server's clock, which says what today is in the organization's zone. Present is who has clocked in.
private let statistics = Statement<TenantScope>(
    "organization statistics",
    """
    SELECT (SELECT count(*) FROM organization_members m WHERE m.organization_id = $1 AND m.ended_at IS NULL),
           (SELECT count(*) FROM organization_admins g WHERE g.organization_id = $1 AND g.revoked_at IS NULL),
           (SELECT count(*) FROM employees e
            WHERE e.organization_id = $1 AND e.deleted_at IS NULL AND e.status <> 'terminated'),
           today.present, today.late, today.absent,
           (SELECT count(*) FROM attendance_sessions s WHERE s.organization_id = $1 AND s.status = 'open')
    FROM (SELECT count(DISTINCT r.employee_id) FILTER (WHERE r.first_in_at IS NOT NULL) AS present,
                 count(DISTINCT r.employee_id) FILTER (WHERE r.late_minutes > 0) AS late,
                 count(DISTINCT r.employee_id) FILTER (WHERE r.status = 'absent') AS absent
          FROM attendance_records r
          WHERE r.organization_id = $1
            AND r.work_date = (SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date
                               FROM organizations o WHERE o.id = $1)) today
    """
)
