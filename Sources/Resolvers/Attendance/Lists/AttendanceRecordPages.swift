import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of the records of employees within the viewer's reach, under whichever parent, the newest day first unless
/// the client says otherwise.
struct AttendanceRecordPages {
    private let page: PageRequest
    private var range: DateRangeInput?
    private var filter: AttendanceRecordFilter?
    private var ordering = Self.newestFirst

    /// - Throws: `BAD_USER_INPUT` for a page or a range that makes no sense.
    init(_ arguments: EmployeeAttendanceRecordsArguments) throws(GraphQLError) {
        page = try arguments.page()
        range = arguments.range
        try range?.check()
    }

    init(_ arguments: OrganizationAttendanceRecordsArguments) throws(GraphQLError) {
        page = try arguments.page()
        filter = arguments.filter
        ordering = Self.ordering(arguments.orderBy ?? [])
    }

    /// All of the viewer's organization.
    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<AttendanceRecordRow>> {
        try query(parentCondition: nil, call).organizationPage(call)
    }

    func connections(
        of employees: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<AttendanceRecordRow>]> {
        try query(parentCondition: "r.employee_id = parent.id", call).connections(
            of: employees,
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    private func query(
        parentCondition: String?,
        _ call: FieldCall<ResolverContext>
    ) throws -> PagedQuery<AttendanceRecordRow> {
        var sql = SQLText()
        let rows = try conditions(isOfAll: parentCondition == nil, call.context, &sql)
        return PagedQuery<AttendanceRecordRow>(
            name: "attendance records",
            source: "attendance_records r",
            parentCondition: parentCondition,
            rows: rows,
            ordering: ordering,
            page: page,
            sql: sql
        )
    }

    private func conditions(
        isOfAll: Bool,
        _ context: ResolverContext,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> ListConditions {
        var rows = ListConditions(["r.organization_id = $1"])
        if let range {
            rows.conditions.append("r.work_date >= \(sql.parameter(.date(range.from)))")
            rows.conditions.append("r.work_date <= \(sql.parameter(.date(range.to)))")
        }
        let reach = try context.reach(.attendanceRead)
        if isOfAll {
            rows.narrow(reach.narrowings(onEmployee: "r.employee_id", &sql))
        } else {
            rows.conditions.append(reach.condition(onEmployee: "r.employee_id", &sql))
        }
        if let filter {
            let filter = try AttendanceRecordConditions(filter, &sql)
            rows.narrow(filter.narrowings)
            if let states = filter.states { choose(states, &rows) }
            rows.conditions.append(filter.condition)
        }
        return rows
    }

    /// Each state has its days in their order. In other orders PostgreSQL does not know that there may be few.
    private func choose(_ states: [String], _ rows: inout ListConditions) {
        guard ordering.keys[0].name != "WORK_DATE", rows.narrowing == nil else {
            return rows.choose("r.status", states)
        }
        let found = "SELECT f.id FROM attendance_records f WHERE f.organization_id = $1"
        let lists = EnumCondition.alternatives("f.status", states).map { "\(found) AND \($0)" }
        rows.narrow([
            Narrowing(
                column: "r.id",
                ids: lists.isEmpty ? "\(found) AND false" : lists.joined(separator: " UNION ALL "),
                condition: EnumCondition.oneOf("r.status", states)
            )
        ])
    }

    private static let newestFirst = Ordering(
        [OrderKey("WORK_DATE", "r.work_date", isDescending: true), OrderKey("SLOT", "r.slot", isDescending: true)],
        id: "r.id"
    )

    private static func ordering(_ orders: [AttendanceRecordOrder]) -> Ordering {
        Ordering(
            orders.map { order in
                OrderKey(
                    order.field.rawValue,
                    order.field.expression,
                    isDescending: order.direction == .desc,
                    join: order.field.join
                )
            },
            otherwise: OrderKey("WORK_DATE", AttendanceRecordOrderField.workDate.expression, isDescending: true),
            id: "r.id"
        )
    }
}

extension AttendanceRecordOrderField {
    fileprivate var expression: String {
        switch self {
        case .workDate: "r.work_date"
        case .employeeName: "named.name_key"
        case .workedMinutes: "r.worked_minutes"
        case .lateMinutes: "r.late_minutes"
        case .overtimeMinutes: "r.overtime_minutes"
        }
    }

    /// Names are read in their order, and the records of each by the employee.
    fileprivate var join: String? {
        self == .employeeName
            ? "JOIN employees named ON named.organization_id = $1 AND named.id = r.employee_id" : nil
    }
}

extension EmployeeAttendanceRecordsArguments: PageArguments {}
extension OrganizationAttendanceRecordsArguments: PageArguments {}
