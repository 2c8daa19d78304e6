import FoundationEssentials
import Postgres
import Schema
import Time

/// What the database says of the things that an employee's input names.
struct EmployeeReferences {
    let hasDepartment: Bool
    let hasLocation: Bool
    let hasManager: Bool
    let hasTimeZone: Bool
    /// The manager, with those above them.
    private let chain: Set<UUID>
    /// The day in the organization's zone.
    let today: CalendarDate

    init(_ row: Row) {
        hasDepartment = row.bool(0)
        hasManager = row.bool(1)
        hasTimeZone = row.bool(2)
        chain = Set(row.uuids(3))
        today = row.date(4)
        hasLocation = row.bool(5)
    }

    /// Gives one row. What is nil counts as there.
    static func query(
        department: UUID?,
        location: UUID?,
        manager: UUID?,
        timeZone: String?,
        now: Timestamp
    ) -> BoundStatement<TenantScope> {
        statement(
            .optional(department),
            .optional(manager),
            .optional(timeZone),
            .timestamp(now),
            .optional(location)
        )
    }

    /// Adds an error for each that is missing.
    func check(_ errors: inout InputErrors) {
        if !hasDepartment { errors.addNotFound("department", "departmentId") }
        if !hasLocation { errors.addNotFound("work location", "locationId") }
        if !hasManager { errors.addNotFound("employee", "managerId") }
        if !hasTimeZone { errors.add(.invalid, "There is no time zone of this name.", "timeZone") }
    }

    /// Adds an error for an employee who would stand above their own manager.
    func checkCycle(of employee: UUID, _ errors: inout InputErrors) {
        if chain.contains(employee) {
            errors.add(.cycle, "An employee cannot be above their own manager.", "managerId")
        }
    }

    private static let statement = Statement<TenantScope>(
        "employee references",
        """
        WITH RECURSIVE above AS (
          SELECT e.id, e.manager_id FROM employees e WHERE e.organization_id = $1 AND e.id = $3::uuid
          UNION
          SELECT e.id, e.manager_id FROM above JOIN employees e ON e.organization_id = $1 AND e.id = above.manager_id
        )
        SELECT $2::uuid IS NULL OR EXISTS (SELECT FROM departments d
                 WHERE d.organization_id = $1 AND d.id = $2 AND d.deleted_at IS NULL),
               $3::uuid IS NULL OR EXISTS (SELECT FROM employees e
                 WHERE e.organization_id = $1 AND e.id = $3 AND e.deleted_at IS NULL),
               $4::text IS NULL OR EXISTS (SELECT FROM time_zones z WHERE z.name = $4),
               ARRAY(SELECT above.id FROM above),
               ($5::timestamptz AT TIME ZONE o.time_zone)::date,
               $6::uuid IS NULL OR EXISTS (SELECT FROM work_locations l
                 WHERE l.organization_id = $1 AND l.id = $6 AND l.deleted_at IS NULL)
        FROM organizations o WHERE o.id = $1
        """
    )
}
