import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of corrections, the latest request first.
struct CorrectionPages {
    private static let ordering = Ordering(
        [OrderKey("REQUESTED_AT", "c.requested_at", isDescending: true)],
        id: "c.id"
    )

    private let page: PageRequest

    init(_ page: PageRequest) {
        self.page = page
    }

    /// All within the viewer's reach.
    func all(
        _ filter: AttendanceCorrectionFilter?,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<AttendanceCorrectionRow>> {
        var sql = SQLText()
        var rows = ListConditions(["c.organization_id = $1"])
        rows.narrow(try call.context.reach(.attendanceRead).narrowings(onEmployee: "c.employee_id", &sql))
        if let filter {
            let place = EmployeePlace(employee: "c.employee_id")
            rows.narrow(place.narrowings(department: filter.departmentId, &sql))
            if let states = filter.status { rows.choose("c.status", states.map(\.rawValue)) }
            rows.conditions += try Self.conditions(filter, call.context, &sql)
        }
        let organizationID = try call.context.tenant().organizationID
        return try connections(of: [organizationID], nil, rows, sql, call).map { $0[0] }
    }

    /// Those of employees.
    func of(
        employees: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<AttendanceCorrectionRow>]> {
        var sql = SQLText()
        let reach = try call.context.reach(.attendanceRead).condition(onEmployee: "c.employee_id", &sql)
        let rows = ListConditions(["c.organization_id = $1", reach])
        return try connections(of: employees, "c.employee_id = parent.id", rows, sql, call)
    }

    private func connections(
        of parents: [UUID],
        _ parentCondition: String?,
        _ rows: ListConditions,
        _ sql: SQLText,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<AttendanceCorrectionRow>]> {
        let query = PagedQuery<AttendanceCorrectionRow>(
            name: "corrections",
            source: "attendance_corrections c",
            parentCondition: parentCondition,
            rows: rows,
            ordering: Self.ordering,
            page: page,
            sql: sql
        )
        return try query.connections(
            of: parents,
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    private static func conditions(
        _ filter: AttendanceCorrectionFilter,
        _ context: ResolverContext,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> [String] {
        try FilterBounds.check(itemCounts: [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.status?.count,
        ])
        var conditions = filter.employeeId?.conditions(on: "c.employee_id", .employee, &sql) ?? []
        conditions += filter.workDate?.conditions(on: "c.work_date", &sql) ?? []
        conditions += EmployeePlace(employee: "c.employee_id").conditions(department: filter.departmentId)
        if filter.awaitingMe == true { conditions += try awaiting(context, &sql) }
        return conditions
    }

    /// Those that the viewer may decide: not what they asked for themselves or what is about them, unless the
    /// organization allows it.
    private static func awaiting(_ context: ResolverContext, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        let tenant = try context.tenant()
        guard tenant.viewer.rights.scope(of: .attendanceDecide) != nil else { return ["false"] }
        let person = sql.parameter(.uuid(tenant.viewer.claims.userID))
        let member = sql.parameter(.uuid(tenant.memberID))
        let allowed =
            "(SELECT t.allow_self_approval FROM organization_settings t WHERE t.organization_id = $1)"
        let own = """
            (c.requested_by = \(person) OR c.employee_id IN (
              SELECT o.id FROM employees o WHERE o.organization_id = $1 AND o.member_id = \(member)))
            """
        return [
            "c.status = 'pending'", "(\(allowed) IS TRUE OR NOT \(own))",
            try context.reach(.attendanceDecide).condition(onEmployee: "c.employee_id", &sql),
        ]
    }
}

extension OrganizationAttendanceCorrectionsArguments: PageArguments {}
extension EmployeeCorrectionsArguments: PageArguments {}
