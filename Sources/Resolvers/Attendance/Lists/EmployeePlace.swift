import Postgres
import Schema

/// Conditions on the place of a row's employee within the organization.
struct EmployeePlace {
    /// Expression of the employee's id.
    let employee: String

    func conditions(
        department: IDFilter?,
        includesSubDepartments: Bool = false,
        location: IDFilter? = nil,
        _ sql: inout SQLText
    ) -> [String] {
        let departments = department?.conditions(on: value("department_id"), .department, &sql) { _, ids in
            let condition =
                includesSubDepartments
                ? EmployeeConditions.within("e.department_id", ids) : "e.department_id = ANY(\(ids))"
            return among(condition)
        }
        let locations = location?.conditions(on: value("location_id"), .workLocation, &sql) { _, ids in
            among("e.location_id = ANY(\(ids))")
        }
        return (departments ?? []) + (locations ?? [])
    }

    private func value(_ column: String) -> String {
        "(SELECT e.\(column) FROM employees e WHERE e.organization_id = $1 AND e.id = \(employee))"
    }

    private func among(_ condition: String) -> String {
        "\(employee) IN (SELECT e.id FROM employees e WHERE e.organization_id = $1 AND \(condition))"
    }
}
