import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// Totals of one employee over a range: over a row of employees with the alias `e`, where `$2` and `$3` are the first
/// and the last day.
struct TimesheetRow: TableRow {
    static let typeName = "Timesheet"
    /// Days that one timesheet may cover.
    static let maximumDayCount = 366
    static let columnCount = EmployeeRow.columnCount + 3
    static let columns = "\(EmployeeRow.columns), $2::date, $3::date, \(totals)"

    /// A day with several slots counts once: each of its records is a part of it, and half of that for half a day.
    private static let totals = """
        (SELECT ARRAY[coalesce(sum(r.scheduled_minutes), 0), coalesce(sum(r.worked_minutes), 0), \
        coalesce(sum(r.break_minutes), 0), coalesce(sum(r.late_minutes), 0), count(*) FILTER (WHERE r.late_minutes > 0), \
        coalesce(sum(r.early_leave_minutes), 0), coalesce(sum(r.overtime_minutes), 0), \
        coalesce(sum(r.approved_overtime_minutes), 0), \
        coalesce(sum(r.part) FILTER (WHERE r.status IN ('present', 'remote')), 0) \
        + coalesce(sum(r.part) FILTER (WHERE r.status = 'half_day'), 0) / 2, \
        coalesce(sum(r.part) FILTER (WHERE r.status = 'absent'), 0) \
        + coalesce(sum(r.part) FILTER (WHERE r.status = 'half_day'), 0) / 2, \
        coalesce(sum(r.part) FILTER (WHERE r.status = 'on_leave'), 0), \
        coalesce(sum(r.part) FILTER (WHERE r.status = 'holiday'), 0), \
        count(*) FILTER (WHERE 'missing_clock_out' = ANY (r.flags))]::float8[] \
        FROM (SELECT d.*, 1.0 / count(*) OVER (PARTITION BY d.work_date) AS part FROM attendance_records d \
        WHERE d.organization_id = $1 AND d.employee_id = e.id AND d.work_date BETWEEN $2 AND $3) r)
        """

    let employee: EmployeeRow
    let from: CalendarDate
    let to: CalendarDate
    private let totals: [Double]

    var id: UUID { employee.id }

    init(_ row: Row) {
        employee = EmployeeRow(row)
        from = row.date(EmployeeRow.columnCount)
        to = row.date(EmployeeRow.columnCount + 1)
        totals = row.doubles(EmployeeRow.columnCount + 2)
    }

    var scheduledMinutes: Int32 { count(0) }
    var workedMinutes: Int32 { count(1) }
    var breakMinutes: Int32 { count(2) }
    var lateMinutes: Int32 { count(3) }
    var lateCount: Int32 { count(4) }
    var earlyLeaveMinutes: Int32 { count(5) }
    var overtimeMinutes: Int32 { count(6) }
    var approvedOvertimeMinutes: Int32 { count(7) }
    var presentDays: Double { totals[8] }
    var absentDays: Double { totals[9] }
    var leaveDays: Double { totals[10] }
    var holidayDays: Double { totals[11] }
    var missingClockOuts: Int32 { count(12) }

    private func count(_ index: Int) -> Int32 { Int32(clamping: Int64(totals[index])) }
}

extension TimesheetRow {
    /// The timesheet of each employee; nil beyond the viewer's reach.
    static func timesheets(
        of employees: [UUID],
        _ range: DateRangeInput,
        _ context: ResolverContext
    ) throws -> Step<[TimesheetRow?]> {
        var sql = try parameters(range)
        let ids = sql.parameter(.uuids(employees))
        let reach = try context.reach(.attendanceRead).condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "timesheets of employees",
            """
            SELECT \(columns) FROM employees e
            WHERE e.organization_id = $1 AND e.id = ANY(\(ids)) AND \(reach)
            """
        )
        return try context.query(statement.bind(sql.parameters)).map { rows in
            let timesheets = Dictionary(uniqueKeysWithValues: rows.map(TimesheetRow.init).map { ($0.id, $0) })
            return employees.map { timesheets[$0] }
        }
    }

    /// With the range as `$2` and `$3`, where the columns look for it.
    ///
    /// - Throws: `BAD_USER_INPUT` for a range that makes no sense.
    static func parameters(_ range: DateRangeInput) throws(GraphQLError) -> SQLText {
        try range.check(maximumDayCount: maximumDayCount)
        var sql = SQLText()
        _ = sql.parameter(.date(range.from))
        _ = sql.parameter(.date(range.to))
        return sql
    }

    /// The records of each timesheet, in order.
    static func days(
        of timesheets: [TimesheetRow],
        _ context: ResolverContext
    ) throws -> Step<[[AttendanceRecordRow]]> {
        let statement = records(
            .uuids(timesheets.map(\.id)),
            .dates(timesheets.map(\.from)),
            .dates(timesheets.map(\.to))
        )
        return try context.query(statement).map { rows in
            var days = [[AttendanceRecordRow]](repeating: [], count: timesheets.count)
            for row in rows {
                days[Int(row.int64(AttendanceRecordRow.columnCount)) - 1].append(AttendanceRecordRow(row))
            }
            return days
        }
    }

    private static let records = Statement<TenantScope>(
        "days of timesheets",
        """
        SELECT \(AttendanceRecordRow.columns), sheet.number
        FROM unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS sheet (employee_id, first, last, number)
        JOIN attendance_records r ON r.organization_id = $1 AND r.employee_id = sheet.employee_id
          AND r.work_date BETWEEN sheet.first AND sheet.last
        ORDER BY sheet.number, r.work_date, r.slot
        """
    )
}
