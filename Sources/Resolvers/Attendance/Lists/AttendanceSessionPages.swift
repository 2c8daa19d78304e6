import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of the sessions of employees within the viewer's reach, the latest start first.
struct AttendanceSessionPages {
    let arguments: OrganizationAttendanceSessionsArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<AttendanceSessionRow>> {
        var sql = SQLText()
        let rows = try conditions(call.context, &sql)
        let query = PagedQuery<AttendanceSessionRow>(
            name: "attendance sessions",
            source: "attendance_sessions s",
            parentCondition: nil,
            rows: rows,
            ordering: Self.ordering,
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> ListConditions {
        var rows = ListConditions(["s.organization_id = $1"])
        rows.narrow(try context.reach(.attendanceRead).narrowings(onEmployee: "s.employee_id", &sql))
        guard let filter = arguments.filter else { return rows }
        try FilterBounds.check(itemCounts: [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.status?.count,
        ])
        let place = EmployeePlace(employee: "s.employee_id")
        rows.narrow(place.narrowings(department: filter.departmentId, &sql))
        rows.conditions += place.conditions(department: filter.departmentId)
        rows.conditions += filter.employeeId?.conditions(on: "s.employee_id", .employee, &sql) ?? []
        if let states = filter.status { rows.choose("s.status", states.map(\.rawValue)) }
        if let range = filter.overlapping { try overlap(range, &rows, &sql) }
        return rows
    }

    /// An open session goes on. What began more than a day before the range is looked for among the long sessions,
    /// which have an index, rather than among all since the first.
    private func overlap(
        _ range: DateTimeRangeInput,
        _ rows: inout ListConditions,
        _ sql: inout SQLText
    ) throws(GraphQLError) {
        guard range.from < range.to else {
            throw PublicErrors.badInput("The range is empty: \"to\" must be after \"from\".")
        }
        let from = sql.parameter(.timestamp(range.from))
        let dayBefore = "\(from)::timestamptz - interval '1 day'"
        rows.conditions += [
            "s.clock_in_at < \(sql.parameter(.timestamp(range.to)))",
            "(s.clock_out_at > \(from) OR s.clock_out_at IS NULL)",
        ]
        rows.split([
            "s.clock_in_at > \(dayBefore)",
            "s.clock_in_at <= \(dayBefore) AND (s.clock_out_at IS NULL OR s.clock_out_at - s.clock_in_at > '24:00')",
        ])
    }

    private static let ordering = Ordering(
        [OrderKey("CLOCK_IN_AT", "s.clock_in_at", isDescending: true)],
        id: "s.id"
    )
}

extension OrganizationAttendanceSessionsArguments: PageArguments {}
