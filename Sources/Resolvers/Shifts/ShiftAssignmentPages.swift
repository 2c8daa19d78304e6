import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of live assignments of employees whom the viewer may read, the latest start first.
struct ShiftAssignmentPages {
    private let page: PageRequest
    private var filter: ShiftAssignmentFilter?

    init(_ page: PageRequest) {
        self.page = page
    }

    init(_ arguments: OrganizationShiftAssignmentsArguments) throws(GraphQLError) {
        page = try arguments.page()
        filter = arguments.filter
    }

    /// All of the viewer's organization.
    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<ShiftAssignmentRow>> {
        try query("shift assignments", parentCondition: nil, call).organizationPage(call)
    }

    func ofEmployees(
        _ ids: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<ShiftAssignmentRow>]> {
        try connections("assignments of employees", parentCondition: "assignment.employee_id = parent.id", ids, call)
    }

    /// Those whose rotation has the shift, too.
    func ofShifts(
        _ ids: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<ShiftAssignmentRow>]> {
        try connections("assignments of shifts", parentCondition: ShiftAssignmentRow.names("parent.id"), ids, call)
    }

    private func connections(
        _ name: StaticString,
        parentCondition: String,
        _ parents: [UUID],
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<ShiftAssignmentRow>]> {
        try query(name, parentCondition: parentCondition, call).connections(
            of: parents,
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    private func query(
        _ name: StaticString,
        parentCondition: String?,
        _ call: FieldCall<ResolverContext>
    ) throws -> PagedQuery<ShiftAssignmentRow> {
        var sql = SQLText()
        return PagedQuery<ShiftAssignmentRow>(
            name: name,
            source: "shift_assignments assignment",
            parentCondition: parentCondition,
            rows: try conditions(call.context, &sql),
            ordering: Self.ordering,
            page: page,
            sql: sql
        )
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> ListConditions {
        let reach = try context.reach(.employeeRead).condition(onEmployee: "assignment.employee_id", &sql)
        var rows = ListConditions(["assignment.organization_id = $1", "assignment.deleted_at IS NULL", reach])
        guard let filter else { return rows }
        try FilterBounds.check(itemCounts: [filter.employeeId?.in?.count, filter.shiftId?.in?.count])
        rows.conditions += filter.employeeId?.conditions(on: "assignment.employee_id", .employee, &sql) ?? []
        rows.narrow(shifts(filter.shiftId, &sql))
        if filter.shiftId?.isNull == true { rows.conditions.append("false") }
        if let day = filter.on { rows.conditions += covers(sql.parameter(.date(day))) }
        if let range = filter.overlapping { rows.conditions += try overlaps(range, &sql) }
        return rows
    }

    private func shifts(_ filter: IDFilter?, _ sql: inout SQLText) -> [Narrowing] {
        [filter?.eq.map { [$0] }, filter?.in].compactMap { $0 }.map { ids in
            let keys = sql.parameter(.uuids(ids.compactMap { $0.key(of: .shift) }))
            return Narrowing(column: "assignment.id", ids: ShiftAssignmentRow.ids(ofShift: "ANY(\(keys))"))
        }
    }

    /// The first day's bound is what an index answers.
    private func covers(_ day: String) -> [String] {
        ["assignment.valid @> \(day)", "assignment.valid_from <= \(day)"]
    }

    private func overlaps(_ range: DateRangeInput, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        try range.check()
        let last = sql.parameter(.date(range.to))
        return [
            "assignment.valid && daterange(\(sql.parameter(.date(range.from))), \(last), '[]')",
            "assignment.valid_from <= \(last)",
        ]
    }

    private static let ordering = Ordering(
        [OrderKey("VALID_FROM", "assignment.valid_from", isDescending: true)],
        id: "assignment.id"
    )
}

extension OrganizationShiftAssignmentsArguments: PageArguments {}
extension EmployeeShiftAssignmentsArguments: PageArguments {}
extension ShiftAssignmentsArguments: PageArguments {}
