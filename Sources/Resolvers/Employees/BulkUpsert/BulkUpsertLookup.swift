import FoundationEssentials
import Postgres
import Schema

/// What the database has of the things that the items of a bulk upsert name: a fixed number of statements.
struct BulkUpsertLookup {
    private(set) var employeesByNumber: [String: EmployeeValues] = [:]
    private(set) var employeesByExternalRef: [String: EmployeeValues] = [:]
    private(set) var departmentIDs: Set<UUID> = []
    private(set) var departmentIDsByCode: [String: UUID] = [:]
    /// The managers of the employees found, of those managers, and so on up.
    private(set) var managerIDs: [UUID: UUID] = [:]
    private(set) var locationIDs: Set<UUID> = []
    private(set) var timeZones: Set<String> = []

    static func statements(_ items: [BulkUpsertItem]) -> [BoundStatement<TenantScope>] {
        let numbers = Parameter.texts(items.map(\.number) + items.compactMap(\.managerNumber))
        let references = Parameter.texts(items.compactMap(\.externalRef))
        let departmentIDs = items.compactMap { $0.input.departmentId?.key(of: .department) }
        return [
            employees(numbers, references), chains(numbers, references),
            departments(.uuids(departmentIDs), .texts(items.compactMap(\.departmentCode))),
            zones(.texts(items.compactMap(\.input.timeZone))),
            locations(.uuids(items.compactMap { $0.input.locationId?.key(of: .workLocation) })),
        ]
    }

    /// - Parameter results: of ``statements(_:)``.
    init(_ results: some Collection<ResultSet>) {
        let results = Array(results)
        for row in results[0] {
            let employee = EmployeeValues(EmployeeRow(row))
            employeesByNumber[employee.number] = employee
            if let reference = employee.externalRef { employeesByExternalRef[reference] = employee }
        }
        for row in results[1] { managerIDs[row.uuid(0)] = row.uuid(1) }
        for row in results[2] {
            departmentIDs.insert(row.uuid(0))
            if let code = row.optionalString(1) { departmentIDsByCode[code] = row.uuid(0) }
        }
        timeZones = Set(results[3].map { $0.string(0) })
        locationIDs = Set(results[4].map { $0.uuid(0) })
    }

    private static let employees = Statement<TenantScope>(
        "bulk employees",
        """
        SELECT \(EmployeeRow.columns) FROM employees e
        WHERE e.organization_id = $1 AND e.deleted_at IS NULL
          AND (e.employee_number = ANY($2) OR e.external_ref = ANY($3))
        """
    )

    private static let chains = Statement<TenantScope>(
        "bulk chains of managers",
        """
        WITH RECURSIVE above AS (
          SELECT e.id, e.manager_id FROM employees e
          WHERE e.organization_id = $1 AND e.deleted_at IS NULL
            AND (e.employee_number = ANY($2) OR e.external_ref = ANY($3))
          UNION
          SELECT e.id, e.manager_id FROM above JOIN employees e ON e.organization_id = $1 AND e.id = above.manager_id
        )
        SELECT id, manager_id FROM above WHERE manager_id IS NOT NULL
        """
    )

    private static let departments = Statement<TenantScope>(
        "bulk departments",
        """
        SELECT d.id, d.code FROM departments d
        WHERE d.organization_id = $1 AND d.deleted_at IS NULL AND (d.id = ANY($2) OR d.code = ANY($3))
        """
    )

    private static let locations = Statement<TenantScope>(
        "bulk work locations",
        "SELECT l.id FROM work_locations l WHERE l.organization_id = $1 AND l.id = ANY($2) AND l.deleted_at IS NULL"
    )

    private static let zones = Statement<TenantScope>(
        "bulk time zones",
        """
        SELECT z.name FROM time_zones z
        WHERE $1::uuid IS NOT NULL AND z.name = ANY($2)
        """
    )
}
