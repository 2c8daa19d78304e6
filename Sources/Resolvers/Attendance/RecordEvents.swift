import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres
import Time

/// All punches of the days of records.
///
/// Those of sessions are stored with them. Of the others, such as a second clock-out or one that is void, only the
/// computation of days knows which day they belong to. They are few, so it is asked where there are any.
enum RecordEvents {
    /// In the order of their time.
    static func of(
        _ records: [AttendanceRecordRow],
        _ context: ResolverContext
    ) throws -> Step<[[AttendanceEventRow]]> {
        let days = EmployeeDays.spans(records.map { ($0.employeeID, $0.workDate) }, apart: 2 * strayReach)
        let statement = statement(
            .uuids(records.map(\.id)),
            .uuids(days.map(\.employeeID)),
            .dates(days.map(\.first)),
            .dates(days.map(\.last))
        )
        return try context.query(statement).flatMap { rows in
            try places(of: rows, context).map { places in
                let groups = Dictionary(grouping: zip(rows, places)) { $1 }
                return records.map { record in (groups[record.id] ?? []).map { AttendanceEventRow($0.0) } }
            }
        }
    }

    /// The record of each event; nil when its day has none.
    private static func places(of rows: ResultSet, _ context: ResolverContext) throws -> Step<[UUID?]> {
        let stored = rows.map { $0.optionalUUID(AttendanceEventRow.columnCount) }
        let strays = zip(rows, stored).filter { $1 == nil }.map { AttendanceEventRow($0.0) }
        if strays.isEmpty { return .ready(stored) }
        let days = EmployeeDays.spans(strays.map { ($0.employeeID, $0.occurredAt.dateInUTC) }, apart: strayReach)
        let steps = try StoredDays.statements(days, isLocking: false).map { try context.query($0) }
        return try Step.all(steps).map { results in
            let records = try StoredDays(days, results).recordOfPunch
            return zip(rows, stored).map { row, record in record ?? records[row.uuid(0)] }
        }
    }

    /// Days between a punch, in UTC, and the day that it belongs to by itself, at most.
    private static let strayReach = 2

    /// Behind the columns stands the record; nothing for punches around the days that are in no session. Of a session
    /// that begins before the days or lasts beyond them, the record is as many days away as it may last. Bounds are columns
    /// for the reason that ``DayStatements`` have.
    static let statement = Statement<TenantScope>(
        "events of records",
        """
        WITH span AS MATERIALIZED (
          SELECT w.employee_id, w.first - 6 AS first, w.last + 6 AS last,
                 (w.first - \(strayReach))::timestamp AT TIME ZONE 'UTC' AS starts_at,
                 (w.last + \(strayReach + 1))::timestamp AT TIME ZONE 'UTC' AS ends_at
          FROM unnest($3::uuid[], $4::date[], $5::date[]) AS w (employee_id, first, last)
        ), own AS MATERIALIZED (
          SELECT s.*, coalesce(s.clock_out_at, 'infinity') AS ends_at FROM attendance_sessions s
          WHERE s.organization_id = $1 AND s.record_id = ANY($2)
        ), session AS (
          SELECT s.* FROM span
          JOIN attendance_records r ON r.organization_id = $1 AND r.employee_id = span.employee_id
            AND r.work_date BETWEEN span.first AND span.last
          JOIN attendance_sessions s ON s.organization_id = $1 AND s.record_id = r.id
          UNION
          SELECT s.* FROM span
          JOIN attendance_sessions s ON s.organization_id = $1 AND s.employee_id = span.employee_id
            AND s.status = 'open'
        )
        SELECT \(AttendanceEventRow.columns), s.record_id
        FROM own s
        JOIN attendance_events v ON v.organization_id = $1 AND v.employee_id = s.employee_id
          AND v.occurred_at BETWEEN s.clock_in_at AND s.ends_at
        \(AttendanceEventRow.void)
        WHERE \(AttendanceStatements.belongsToSession)
        UNION ALL
        SELECT \(AttendanceEventRow.columns), NULL
        FROM span
        JOIN attendance_events v ON v.organization_id = $1 AND v.employee_id = span.employee_id
          AND v.occurred_at >= span.starts_at AND v.occurred_at < span.ends_at
        \(AttendanceEventRow.void)
        WHERE NOT EXISTS (
          SELECT FROM session s WHERE s.employee_id = v.employee_id AND \(AttendanceStatements.belongsToSession))
        ORDER BY 4, 6, 1
        """
    )
}

extension StoredDays {
    /// The record of the day that each punch belongs to by the rules as they are. Where the rules have changed since and
    /// the day's part has no record, another part's stands for it.
    fileprivate var recordOfPunch: [UUID: UUID] {
        var found: [UUID: UUID] = [:]
        for employee in employees.values {
            let days = employee.roster.roster.workDays(
                of: employee.punches.map(\.event),
                maximumSessionMinutes: maximumSessionMinutes
            )
            for (punch, day) in zip(employee.punches, days) {
                let others = employee.records.values.filter { $0.key.day.date == day.date }
                let record = employee.records[day] ?? others.min { $0.key.day.slot < $1.key.day.slot }
                found[punch.id] = record?.id
            }
        }
        return found
    }
}
