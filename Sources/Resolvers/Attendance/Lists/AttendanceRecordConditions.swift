import GraphQLEngine
import Postgres
import Schema

/// An `AttendanceRecordFilter` as a condition on the table with the alias `r`.
///
/// An empty `and` holds for every record; an empty `or`, like an empty list of values, for none.
struct AttendanceRecordConditions {
    /// The employees whom the outermost filter names by their place.
    private(set) var narrowings: [Narrowing] = []
    /// The states that the outermost filter names.
    private(set) var states: [String]?
    /// All that holds beside these.
    private(set) var condition = "true"
    private var filterCount = 0
    private var itemCount = 0

    /// - Throws: `BAD_USER_INPUT` for a filter beyond the bounds.
    init(_ filter: AttendanceRecordFilter, _ sql: inout SQLText) throws(GraphQLError) {
        condition = try condition(filter, depth: 1, &sql)
    }

    private mutating func condition(
        _ filter: AttendanceRecordFilter,
        depth: Int,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> String {
        try count(filter, depth: depth)
        let places = places(filter, &sql)
        if depth == 1 { narrowings = places }
        var parts = depth == 1 ? [] : places.map(\.condition)
        if depth == 1 {
            states = filter.status?.map(\.rawValue)
        } else if let states = filter.status {
            parts.append(EnumCondition.oneOf("r.status", states.map(\.rawValue)))
        }
        parts += references(filter, &sql) + values(filter, &sql)
        if let filters = filter.and {
            parts.append(conjoined(try nested(filters, depth, &sql), "AND", empty: "true"))
        }
        if let filters = filter.or {
            parts.append(conjoined(try nested(filters, depth, &sql), "OR", empty: "false"))
        }
        return conjoined(parts, "AND", empty: "true")
    }

    private mutating func nested(
        _ filters: [AttendanceRecordFilter],
        _ depth: Int,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> [String] {
        var conditions: [String] = []
        for filter in filters { conditions.append(try condition(filter, depth: depth + 1, &sql)) }
        return conditions
    }

    private func conjoined(_ conditions: [String], _ conjunction: String, empty: String) -> String {
        conditions.isEmpty ? empty : "(" + conditions.joined(separator: " \(conjunction) ") + ")"
    }

    private func places(_ filter: AttendanceRecordFilter, _ sql: inout SQLText) -> [Narrowing] {
        let place = EmployeePlace(employee: "r.employee_id")
        let departments = place.narrowings(
            department: filter.departmentId,
            includesSubDepartments: filter.includeSubDepartments == true,
            &sql
        )
        return departments + place.narrowings(location: filter.locationId, &sql)
    }

    private func references(_ filter: AttendanceRecordFilter, _ sql: inout SQLText) -> [String] {
        let employees = filter.employeeId?.conditions(on: "r.employee_id", .employee, &sql) ?? []
        let places = EmployeePlace(employee: "r.employee_id").conditions(
            department: filter.departmentId,
            location: filter.locationId
        )
        return employees + places + (filter.periodId?.conditions(onDay: "r.work_date", &sql) ?? [])
    }

    private func values(_ filter: AttendanceRecordFilter, _ sql: inout SQLText) -> [String] {
        var parts = filter.workDate?.conditions(on: "r.work_date", &sql) ?? []
        if let isLate = filter.lateOnly, isLate { parts.append("r.late_minutes > 0") }
        // Overlapping is not leakproof; having any flag at all is what an index is of.
        if let flags = filter.flag { parts.append("r.flags <> '{}' AND r.flags && \(sql.parameter(.texts(flags)))") }
        return parts
    }

    private mutating func count(_ filter: AttendanceRecordFilter, depth: Int) throws(GraphQLError) {
        filterCount += 1
        let lists: [Int?] = [
            filter.employeeId?.in?.count, filter.departmentId?.in?.count, filter.locationId?.in?.count,
            filter.periodId?.in?.count, filter.status?.count, filter.flag?.count,
        ]
        itemCount += lists.reduce(0) { $0 + ($1 ?? 0) }
        try FilterBounds.check(depth: depth, filterCount: filterCount, itemCount: itemCount)
    }
}
