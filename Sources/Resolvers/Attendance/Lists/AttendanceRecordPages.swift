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
        return PagedQuery<AttendanceRecordRow>(
            name: "attendance records",
            source: "attendance_records r",
            parentCondition: parentCondition,
            conditions: try conditions(call.context, &sql),
            ordering: ordering,
            page: page,
            sql: sql
        )
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        var conditions = ["r.organization_id = $1"]
        if let range {
            conditions.append("r.work_date >= \(sql.parameter(.date(range.from)))")
            conditions.append("r.work_date <= \(sql.parameter(.date(range.to)))")
        }
        conditions.append(try context.reach(.attendanceRead).condition(onEmployee: "r.employee_id", &sql))
        if let filter { conditions.append(try AttendanceRecordConditions.condition(filter, &sql)) }
        return conditions
    }

    private static let newestFirst = Ordering(
        [OrderKey("WORK_DATE", "r.work_date", isDescending: true), OrderKey("SLOT", "r.slot", isDescending: true)],
        id: "r.id"
    )

    private static func ordering(_ orders: [AttendanceRecordOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("WORK_DATE", AttendanceRecordOrderField.workDate.expression, isDescending: true),
            id: "r.id"
        )
    }
}

extension AttendanceRecordOrderField {
    fileprivate var expression: String {
        switch self {
        case .workDate: "r.work_date"
        case .employeeName:
            "(SELECT e.name_key FROM employees e WHERE e.organization_id = $1 AND e.id = r.employee_id)"
        case .workedMinutes: "r.worked_minutes"
        case .lateMinutes: "r.late_minutes"
        case .overtimeMinutes: "r.overtime_minutes"
        }
    }
}

extension EmployeeAttendanceRecordsArguments: PageArguments {}
extension OrganizationAttendanceRecordsArguments: PageArguments {}
