import Auth
import GraphQLEngine
import Postgres
import Schema
import Time

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
            type.objects("stats", OrganizationStatsArguments.self) { rows, arguments, call in
                let statement = try arguments.statement(now: call.context.request.now)
                let stats = try call.context.ofCurrent(rows, statement) { $0.first.map(OrganizationStatsRow.init) }
                return try call.context.holds(.statsRead).flatMap { isHeld in
                    guard isHeld else { throw PublicErrors.forbidden(Permission.statsRead.code) }
                    return stats
                }
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
            type.value("activeUsers") { $0.count(7) }
            type.value("pendingInvitationCount") { $0.count(8) }
            type.value("websiteCount") { $0.count(9) }
            type.value("pendingCorrections") { $0.count(10) }
        }
    }
}

extension OrganizationStatsArguments {
    /// - Throws: `BAD_USER_INPUT` for a range that makes no sense.
    fileprivate func statement(now: Timestamp) throws(GraphQLError) -> BoundStatement<TenantScope> {
        try range?.check()
        return statistics(.timestamp(now), .optional(range?.from), .optional(range?.to))
    }
}

/// `$2` is the server's clock, which says what today is in the organization's zone; `$3` and `$4` are the first and last
/// of the days whose visitors count, the last 30 where they are null. Present is who has clocked in.
private let statistics = Statement<TenantScope>(
    "organization statistics",
    """
    SELECT (SELECT count(*) FROM organization_members m WHERE m.organization_id = $1 AND m.ended_at IS NULL),
           (SELECT count(*) FROM organization_admins g WHERE g.organization_id = $1 AND g.revoked_at IS NULL),
           (SELECT count(*) FROM employees e
            WHERE e.organization_id = $1 AND e.deleted_at IS NULL AND e.status <> 'terminated'),
           today.present, today.late, today.absent,
           (SELECT count(*) FROM attendance_sessions s WHERE s.organization_id = $1 AND s.status = 'open'),
           (SELECT app.count_active_users(
                     coalesce($3::date, ($2::timestamptz AT TIME ZONE o.time_zone)::date - 29)::timestamp
                       AT TIME ZONE o.time_zone,
                     (coalesce($4::date, ($2::timestamptz AT TIME ZONE o.time_zone)::date) + 1)::timestamp
                       AT TIME ZONE o.time_zone)
            FROM organizations o WHERE o.id = $1),
           (SELECT count(*) FROM organization_invitations i
            WHERE i.organization_id = $1 AND i.status = 'pending' AND i.expires_at > $2),
           (SELECT count(*) FROM websites w WHERE w.organization_id = $1 AND w.deleted_at IS NULL),
           (SELECT count(*) FROM attendance_corrections k WHERE k.organization_id = $1 AND k.status = 'pending')
    FROM (SELECT count(DISTINCT r.employee_id) FILTER (WHERE r.first_in_at IS NOT NULL) AS present,
                 count(DISTINCT r.employee_id) FILTER (WHERE r.late_minutes > 0) AS late,
                 count(DISTINCT r.employee_id) FILTER (WHERE r.status = 'absent') AS absent
          FROM attendance_records r
          WHERE r.organization_id = $1
            AND r.work_date = (SELECT ($2::timestamptz AT TIME ZONE o.time_zone)::date
                               FROM organizations o WHERE o.id = $1)) today
    """
)
