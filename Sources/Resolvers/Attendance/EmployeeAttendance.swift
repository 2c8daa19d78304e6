import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    /// The fields by which an employee leads to attendance.
    mutating func bindAttendanceOfEmployees() {
        object(EmployeeRow.self) { type in
            type.objects("presence") { rows, context in try PresenceRow.presences(of: rows, in: context) }
            type.objects("attendanceRecords", EmployeeAttendanceRecordsArguments.self) { rows, arguments, call in
                try AttendanceRecordPages(arguments).connections(of: rows.map(\.id), call)
            }
        }
    }
}

/// Pages of employees' records, newest day first.
private struct AttendanceRecordPages {
    private let page: PageRequest
    private let range: DateRangeInput?

    /// - Throws: `BAD_USER_INPUT` for a page or a range that makes no sense.
    init(_ arguments: EmployeeAttendanceRecordsArguments) throws(GraphQLError) {
        page = try arguments.page()
        range = arguments.range
        if let range, range.to < range.from {
            throw PublicErrors.badInput("The range ends before it begins: \"to\" must not be before \"from\".")
        }
    }

    func connections(
        of employees: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<AttendanceRecordRow>]> {
        var sql = SQLText()
        let query = PagedQuery<AttendanceRecordRow>(
            name: "attendance records",
            source: "attendance_records r",
            parentCondition: "r.employee_id = parent.id",
            conditions: try conditions(call.context, &sql),
            ordering: AttendanceRecordPages.ordering,
            page: page,
            sql: sql
        )
        return try query.connections(
            of: employees,
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        var conditions = ["r.organization_id = $1"]
        if let range {
            conditions.append("r.work_date >= \(sql.parameter(.date(range.from)))")
            conditions.append("r.work_date <= \(sql.parameter(.date(range.to)))")
        }
        conditions.append(try context.reach(.attendanceRead).condition(onEmployee: "r.employee_id", &sql))
        return conditions
    }

    private static let ordering = Ordering(
        [OrderKey("WORK_DATE", "r.work_date", isDescending: true), OrderKey("SLOT", "r.slot", isDescending: true)],
        id: "r.id"
    )
}

extension EmployeeAttendanceRecordsArguments: PageArguments {}
