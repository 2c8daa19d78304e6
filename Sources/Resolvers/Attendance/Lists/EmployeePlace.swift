import FoundationEssentials
import Postgres
import Schema

/// The place of a row's employee within the organization.
struct EmployeePlace {
    /// Expression of the employee's id.
    let employee: String

    /// The employees of departments, or of those below them, too.
    func narrowings(
        department filter: IDFilter?,
        includesSubDepartments: Bool = false,
        _ sql: inout SQLText
    ) -> [Narrowing] {
        narrowings(filter, .department, &sql) { ids in
            includesSubDepartments
                ? EmployeeConditions.within("e.department_id", ids) : "e.department_id = ANY(\(ids))"
        }
    }

    /// The employees at locations.
    func narrowings(location filter: IDFilter?, _ sql: inout SQLText) -> [Narrowing] {
        narrowings(filter, .workLocation, &sql) { "e.location_id = ANY(\($0))" }
    }

    /// Whether the employee has a department and a location, where it is asked.
    func conditions(department: IDFilter?, location: IDFilter? = nil) -> [String] {
        [("department_id", department?.isNull), ("location_id", location?.isNull)].compactMap { column, isNull in
            isNull.map { isNull in
                """
                (SELECT e.\(column) FROM employees e WHERE e.organization_id = $1 AND e.id = \(employee)) \
                IS \(isNull ? "" : "NOT ")NULL
                """
            }
        }
    }

    private func narrowings(
        _ filter: IDFilter?,
        _ kind: NodeKind,
        _ sql: inout SQLText,
        membership: (_ ids: String) -> String
    ) -> [Narrowing] {
        guard let filter else { return [] }
        return [filter.eq.map { [$0] }, filter.in].compactMap { $0 }.map { ids in
            let membership = membership(sql.parameter(.uuids(ids.compactMap { $0.key(of: kind) })))
            return Narrowing(
                column: employee,
                ids: "SELECT e.id FROM employees e WHERE e.organization_id = $1 AND \(membership)"
            )
        }
    }
}
