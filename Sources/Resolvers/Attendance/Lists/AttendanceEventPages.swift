import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of the punches of employees within the viewer's reach, newest first.
struct AttendanceEventPages {
    let arguments: OrganizationAttendanceEventsArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<AttendanceEventRow>> {
        var sql = SQLText()
        let rows = try conditions(call.context, &sql)
        let query = PagedQuery<AttendanceEventRow>(
            name: "attendance events",
            source: AttendanceEventRow.source,
            parentCondition: nil,
            rows: rows,
            ordering: Self.ordering,
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> ListConditions {
        var rows = ListConditions(["v.organization_id = $1"])
        rows.narrow(try context.reach(.attendanceRead).narrowings(onEmployee: "v.employee_id", &sql))
        guard let filter = arguments.filter else { return rows }
        try FilterBounds.check(itemCounts: [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.deviceId?.in?.count,
            filter.kind?.count,
            filter.source?.count,
        ])
        let place = EmployeePlace(employee: "v.employee_id")
        rows.narrow(place.narrowings(department: filter.departmentId, &sql))
        rows.conditions += place.conditions(department: filter.departmentId)
        rows.conditions += filter.employeeId?.conditions(on: "v.employee_id", .employee, &sql) ?? []
        rows.conditions += filter.deviceId?.conditions(on: "v.device_id", .device, &sql) ?? []
        rows.conditions += filter.occurredAt?.conditions(on: "v.occurred_at", &sql) ?? []
        if let sources = filter.source { rows.choose("v.source", sources.map(\.rawValue)) }
        if let kinds = filter.kind { rows.choose("v.kind", kinds.map(\.rawValue)) }
        if let isVoided = filter.voided { rows.conditions.append("x.event_id IS \(isVoided ? "NOT " : "")NULL") }
        return rows
    }

    private static let ordering = Ordering(
        [OrderKey("OCCURRED_AT", "v.occurred_at", isDescending: true)],
        id: "v.id"
    )
}

extension OrganizationAttendanceEventsArguments: PageArguments {}
