import GraphQLEngine
import Postgres
import Schema

/// An `EmployeeFilter` as a condition on the table with the alias `e`.
///
/// `includeDeleted` of the outermost filter alone counts, and stands outside of the condition. An empty `and` holds for
/// every employee; an empty `or`, like an empty list of values, for none.
struct EmployeeConditions {
    private let findsDeleted: Bool
    private var filterCount = 0
    private var itemCount = 0

    /// - Throws: `BAD_USER_INPUT` for a filter beyond the bounds.
    static func condition(_ filter: EmployeeFilter, _ sql: inout SQLText) throws(GraphQLError) -> String {
        var conditions = EmployeeConditions(findsDeleted: filter.includeDeleted == true)
        return try conditions.condition(filter, depth: 1, &sql)
    }

    private init(findsDeleted: Bool) {
        self.findsDeleted = findsDeleted
    }

    private mutating func condition(
        _ filter: EmployeeFilter,
        depth: Int,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> String {
        try count(filter, depth: depth)
        var parts = references(filter, &sql) + values(filter, &sql)
        if let filters = filter.and {
            parts.append(conjoined(try nested(filters, depth, &sql), "AND", empty: "true"))
        }
        if let filters = filter.or {
            parts.append(conjoined(try nested(filters, depth, &sql), "OR", empty: "false"))
        }
        if let not = filter.not {
            parts.append("\(try condition(not, depth: depth + 1, &sql)) IS NOT TRUE")
        }
        return conjoined(parts, "AND", empty: "true")
    }

    private mutating func nested(
        _ filters: [EmployeeFilter],
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

    private func references(_ filter: EmployeeFilter, _ sql: inout SQLText) -> [String] {
        var parts = filter.id?.conditions(on: "e.id", .employee, &sql) ?? []
        parts += filter.locationId?.conditions(on: "e.location_id", .workLocation, &sql) ?? []
        parts += filter.managerId?.conditions(on: "e.manager_id", .employee, &sql) ?? []
        if filter.includeSubDepartments == true {
            parts +=
                filter.departmentId?.conditions(on: "e.department_id", .department, &sql, membership: Self.within) ?? []
        } else {
            parts += filter.departmentId?.conditions(on: "e.department_id", .department, &sql) ?? []
        }
        if let hasLogin = filter.hasLogin { parts.append("e.member_id IS \(hasLogin ? "NOT " : "")NULL") }
        return parts
    }

    private func values(_ filter: EmployeeFilter, _ sql: inout SQLText) -> [String] {
        var parts = filter.number?.conditions(on: "e.employee_number", &sql) ?? []
        parts += filter.fullName?.conditions(on: "e.full_name", &sql) ?? []
        parts += filter.fullName?.conditions(onKey: "e.name_key", &sql) ?? []
        let fragments = (filter.number?.fragments ?? []) + (filter.fullName?.fragments ?? [])
        parts += EmployeeSearchIndex.condition(fragments, findsDeleted: findsDeleted, &sql)
        parts += filter.hiredOn?.conditions(on: "e.hired_on", &sql) ?? []
        if let status = filter.status { parts.append(EnumCondition.oneOf("e.status", status.map(\.rawValue))) }
        if let types = filter.employmentType {
            parts.append(EnumCondition.oneOf("e.employment_type", types.map(\.rawValue)))
        }
        return parts
    }

    /// That the column's department is one of these, or below one. UNION drops departments that were found before, so
    /// a cycle ends.
    static func within(_ column: String, _ ids: String) -> String {
        """
        \(column) IN (WITH RECURSIVE below AS (\
        SELECT d.id FROM departments d WHERE d.organization_id = $1 AND d.id = ANY(\(ids)) AND d.deleted_at IS NULL \
        UNION SELECT d.id FROM below above JOIN departments d ON d.organization_id = $1 AND d.parent_id = above.id \
        WHERE d.deleted_at IS NULL) SELECT id FROM below)
        """
    }

    private mutating func count(_ filter: EmployeeFilter, depth: Int) throws(GraphQLError) {
        filterCount += 1
        let lists: [Int?] = [
            filter.id?.in?.count, filter.departmentId?.in?.count, filter.locationId?.in?.count,
            filter.managerId?.in?.count, filter.number?.in?.count, filter.fullName?.in?.count, filter.status?.count,
            filter.employmentType?.count,
        ]
        itemCount += lists.reduce(0) { $0 + ($1 ?? 0) }
        try FilterBounds.check(depth: depth, filterCount: filterCount, itemCount: itemCount)
    }
}
