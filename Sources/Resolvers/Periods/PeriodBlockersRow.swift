import FoundationEssentials
import GraphQLEngine
import Postgres

/// What is open in a payroll period.
struct PeriodBlockersRow: ObjectRow {
    static let typeName = "PeriodBlockers"

    var openSessions: Int32 = 0
    /// Corrections that nobody has decided about.
    var pendingCorrections: Int32 = 0
    /// Sessions that the system closed and nobody has put right.
    var missingClockOuts: Int32 = 0
    var unapprovedOvertimeMinutes: Int32 = 0

    /// Whether the period cannot be locked without force.
    var keepFromLocking: Bool { openSessions + pendingCorrections > 0 }

    var explanation: String {
        "There are \(openSessions) open sessions and \(pendingCorrections) pending corrections in the period."
    }
}

extension PeriodBlockersRow {
    /// Of the periods, in their order.
    static func of(_ periods: [UUID], _ context: ResolverContext) throws -> Step<[PeriodBlockersRow]> {
        try context.query(query(periods)).map { rows in
            let found = Dictionary(uniqueKeysWithValues: rows.map { ($0.uuid(0), PeriodBlockersRow($0)) })
            return periods.map { found[$0] ?? PeriodBlockersRow() }
        }
    }

    /// One row per period, for ``init(_:)``.
    static func query(_ periods: [UUID]) -> BoundStatement<TenantScope> {
        statement(.uuids(periods))
    }

    init(_ row: Row) {
        openSessions = Int32(clamping: row.int64(1))
        missingClockOuts = Int32(clamping: row.int64(2))
        pendingCorrections = Int32(clamping: row.int64(3))
        unapprovedOvertimeMinutes = Int32(clamping: row.int64(4))
    }

    private static let statement = Statement<TenantScope>(
        "blockers of periods",
        """
        SELECT p.id, sessions.open, sessions.unended, corrections.pending, overtime.minutes
        FROM attendance_periods p
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE s.status = 'open') AS open,
                 count(*) FILTER (WHERE s.status = 'auto_closed') AS unended
          FROM attendance_records r
          JOIN attendance_sessions s ON s.organization_id = $1 AND s.record_id = r.id
            AND s.status IN ('open', 'auto_closed')
          WHERE r.organization_id = $1 AND r.work_date >= lower(p.days) AND r.work_date < upper(p.days)) sessions
        CROSS JOIN LATERAL (
          SELECT count(*) AS pending FROM attendance_corrections c
          WHERE c.organization_id = $1 AND c.status = 'pending'
            AND c.work_date >= lower(p.days) AND c.work_date < upper(p.days)) corrections
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(r.overtime_minutes - r.approved_overtime_minutes), 0)::int8 AS minutes
          FROM attendance_records r
          WHERE r.organization_id = $1 AND r.work_date >= lower(p.days) AND r.work_date < upper(p.days)
            AND r.overtime_minutes > r.approved_overtime_minutes) overtime
        WHERE p.organization_id = $1 AND p.id = ANY($2)
        """
    )
}
