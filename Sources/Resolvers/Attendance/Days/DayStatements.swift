import Postgres

/// How ``StoredDays`` are read. `$2` to `$4` are the employees, first and last dates of ``EmployeeDays``.
///
/// Bounds are computed before tables are joined: behind row-level security only what is leakproof becomes an index's
/// condition, comparing with a column is, and arithmetic is not. Without, all of an employee's history would be read.
enum DayStatements {
    /// Days of records that are read around those asked for: punches may move from one to the other.
    static let recordMargin = 3

    /// Takes the locks, in the order that everybody keeps: employees by id, then the periods that hold their days.
    /// A period that is being locked meanwhile is told of as it is afterwards.
    static let lock = employeesAndPeriods(
        "lock employees and periods",
        employeeLock: "FOR NO KEY UPDATE",
        periodLock: "FOR SHARE"
    )

    /// The same without locks.
    static let look = employeesAndPeriods("employees and periods", employeeLock: "", periodLock: "")

    private static func employeesAndPeriods(
        _ name: StaticString,
        employeeLock: String,
        periodLock: String
    ) -> Statement<TenantScope> {
        Statement(
            name,
            """
            WITH employee AS MATERIALIZED (
              SELECT e.id, e.hired_on, e.terminated_on, e.location_id FROM employees e
              WHERE e.organization_id = $1 AND e.id = ANY($2) ORDER BY e.id \(employeeLock)
            ), period AS MATERIALIZED (
              SELECT p.id, p.days, p.status FROM attendance_periods p
              WHERE p.organization_id = $1 AND (SELECT count(*) FROM employee) >= 0
                AND EXISTS (SELECT FROM (\(spans)) span
                            WHERE p.days && daterange(span.first - \(recordMargin), span.last + \(recordMargin), '[]'))
              ORDER BY p.id \(periodLock)
            )
            SELECT false, id, hired_on, terminated_on, location_id, false,
                   coalesce((SELECT t.max_session_minutes FROM organization_settings t WHERE t.organization_id = $1), 960)
            FROM employee
            UNION ALL
            SELECT true, id, lower(days), upper(days) - 1, NULL, status = 'open', 0 FROM period
            """
        )
    }

    /// Those of the days and of a few around them, and whether their session is open.
    static let records = Statement<TenantScope>(
        "records of days",
        """
        WITH span AS MATERIALIZED (
          SELECT s.employee_id, s.first - \(recordMargin) AS first, s.last + \(recordMargin) AS last FROM (\(spans)) s
        )
        SELECT \(StoredRecord.columns), EXISTS (
          SELECT FROM attendance_sessions o
          WHERE o.organization_id = $1 AND o.record_id = r.id AND o.status = 'open')
        FROM span
        JOIN attendance_records r ON r.organization_id = $1 AND r.employee_id = span.employee_id
          AND r.work_date BETWEEN span.first AND span.last
        """
    )

    /// Those of the days with what may belong to their sessions, and the clock-in that comes next: it would end one that
    /// is open. In the order in which equal ones count.
    static let punches = Statement<TenantScope>(
        "punches of days",
        """
        WITH span AS MATERIALIZED (
          SELECT s.employee_id, (s.first - \(punchMargin))::timestamp AT TIME ZONE 'UTC' AS starts_at,
                 (s.last + \(punchMargin + 1))::timestamp AT TIME ZONE 'UTC' AS ends_at
          FROM (\(spans)) s
        )
        SELECT \(StoredPunch.columns)
        FROM (
          SELECT v.* FROM span JOIN attendance_events v ON v.organization_id = $1 AND v.employee_id = span.employee_id
            AND v.occurred_at >= span.starts_at AND v.occurred_at < span.ends_at
          UNION ALL
          SELECT next.* FROM span CROSS JOIN LATERAL (
            SELECT v.* FROM attendance_events v
            WHERE v.organization_id = $1 AND v.employee_id = span.employee_id AND v.kind = 'clock_in'
              AND v.occurred_at >= span.ends_at
              AND NOT EXISTS (SELECT FROM attendance_event_voids x WHERE x.organization_id = $1 AND x.event_id = v.id)
            ORDER BY v.occurred_at LIMIT 1) next
        ) v
        \(StoredPunch.joins)
        ORDER BY v.received_at, v.id
        """
    )

    /// A session of two days, in any zone, that begins before the day or lasts beyond it.
    private static let punchMargin = 3

    /// The days asked for, and earlier ones whose session is open still: a clock-in would end it.
    private static let spans = """
        SELECT w.employee_id, w.first, w.last
        FROM unnest($2::uuid[], $3::date[], $4::date[]) AS w (employee_id, first, last)
        UNION
        SELECT o.employee_id, r.work_date, r.work_date
        FROM unnest($2::uuid[], $3::date[]) AS w (employee_id, first)
        JOIN attendance_sessions o ON o.organization_id = $1 AND o.employee_id = w.employee_id AND o.status = 'open'
        JOIN attendance_records r ON r.organization_id = $1 AND r.id = o.record_id AND r.work_date < w.first
        """
}
