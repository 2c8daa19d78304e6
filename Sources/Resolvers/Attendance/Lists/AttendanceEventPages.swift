import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of the punches of employees within the viewer's reach, newest first.
struct AttendanceEventPages {
    let arguments: OrganizationAttendanceEventsArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<AttendanceEventRow>> {
        var sql = SQLText()
        let query = PagedQuery<AttendanceEventRow>(
            name: "attendance events",
            source: AttendanceEventRow.source,
            parentCondition: nil,
            conditions: try conditions(call.context, &sql),
            ordering: Self.ordering,
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        let reach = try context.reach(.attendanceRead).condition(onEmployee: "v.employee_id", &sql)
        var conditions = ["v.organization_id = $1", reach]
        guard let filter = arguments.filter else { return conditions }
        try FilterBounds.check(itemCounts: [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.deviceId?.in?.count,
            filter.kind?.count,
            filter.source?.count,
        ])
        conditions += filter.employeeId?.conditions(on: "v.employee_id", .employee, &sql) ?? []
        conditions += EmployeePlace(employee: "v.employee_id").conditions(department: filter.departmentId, &sql)
        conditions += filter.deviceId?.conditions(on: "v.device_id", .device, &sql) ?? []
        conditions += filter.occurredAt?.conditions(on: "v.occurred_at", &sql) ?? []
        if let kinds = filter.kind {
            conditions.append("v.kind = ANY(\(sql.parameter(.names(kinds)))::attendance_event_kind[])")
        }
        if let sources = filter.source {
            conditions.append("v.source = ANY(\(sql.parameter(.names(sources)))::attendance_source[])")
        }
        if let isVoided = filter.voided { conditions.append("x.event_id IS \(isVoided ? "NOT " : "")NULL") }
        return conditions
    }

    private static let ordering = Ordering(
        [OrderKey("OCCURRED_AT", "v.occurred_at", isDescending: true)],
        id: "v.id"
    )
}

extension OrganizationAttendanceEventsArguments: PageArguments {}
