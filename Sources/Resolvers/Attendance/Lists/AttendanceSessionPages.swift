import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of the sessions of employees within the viewer's reach, the latest start first.
struct AttendanceSessionPages {
    let arguments: OrganizationAttendanceSessionsArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<AttendanceSessionRow>> {
        var sql = SQLText()
        let query = PagedQuery<AttendanceSessionRow>(
            name: "attendance sessions",
            source: "attendance_sessions s",
            parentCondition: nil,
            conditions: try conditions(call.context, &sql),
            ordering: Self.ordering,
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        let reach = try context.reach(.attendanceRead).condition(onEmployee: "s.employee_id", &sql)
        var conditions = ["s.organization_id = $1", reach]
        guard let filter = arguments.filter else { return conditions }
        try FilterBounds.check(itemCounts: [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.status?.count,
        ])
        conditions += filter.employeeId?.conditions(on: "s.employee_id", .employee, &sql) ?? []
        conditions += EmployeePlace(employee: "s.employee_id").conditions(department: filter.departmentId, &sql)
        if let states = filter.status {
            conditions.append("s.status = ANY(\(sql.parameter(.names(states)))::session_status[])")
        }
        if let range = filter.overlapping { conditions += try overlaps(range, &sql) }
        return conditions
    }

    /// An open session goes on.
    private func overlaps(_ range: DateTimeRangeInput, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        guard range.from < range.to else {
            throw PublicErrors.badInput("The range is empty: \"to\" must be after \"from\".")
        }
        return [
            "s.clock_in_at < \(sql.parameter(.timestamp(range.to)))",
            "coalesce(s.clock_out_at, 'infinity') > \(sql.parameter(.timestamp(range.from)))",
        ]
    }

    private static let ordering = Ordering(
        [OrderKey("CLOCK_IN_AT", "s.clock_in_at", isDescending: true)],
        id: "s.id"
    )
}

extension OrganizationAttendanceSessionsArguments: PageArguments {}
