import FoundationEssentials
import Postgres
import Schema

/// What the database has of the things that new assignments name: a fixed number of statements.
///
/// All are locked: nobody else assigns the same employees meanwhile, or deletes the shifts and locations.
struct AssignmentLookup {
    /// Live ones within the viewer's reach.
    let employeeIDs: Set<UUID>
    /// Live ones.
    let shiftIDs: Set<UUID>
    let locationIDs: Set<UUID>
    let timelines: [EmployeeSlot: AssignmentTimeline]

    /// - Parameter reach: whom the viewer may assign shifts to.
    static func read(
        _ items: [NewAssignment],
        _ reach: Reach,
        in transaction: Transaction<TenantScope>
    ) async throws -> AssignmentLookup {
        let employees = Array(Set(items.map(\.employeeID)))
        return AssignmentLookup(
            try await transaction.pipeline([
                lockEmployees(employees, reach), LiveReference.shift.lock(Array(Set(items.flatMap(\.shiftIDs)))),
                LiveReference.workLocation.lock(Array(Set(items.compactMap(\.locationID)))),
                assignmentsOfEmployees(.uuids(employees)),
            ])
        )
    }

    private init(_ results: [ResultSet]) {
        employeeIDs = Set(results[0].map { $0.uuid(0) })
        shiftIDs = Set(results[1].map { $0.uuid(0) })
        locationIDs = Set(results[2].map { $0.uuid(0) })
        let assignments = Dictionary(grouping: results[3].map(ShiftAssignmentRow.init)) { row in
            EmployeeSlot(employeeID: row.employeeID, slot: Int(row.slot))
        }
        timelines = assignments.mapValues(AssignmentTimeline.init)
    }

    private static func lockEmployees(_ ids: [UUID], _ reach: Reach) -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let employees = sql.parameter(.uuids(ids))
        let condition = reach.condition(onEmployee: "e.id", &sql)
        let statement = Statement<TenantScope>(
            "lock employees for assignment",
            """
            SELECT e.id FROM employees e
            WHERE e.organization_id = $1 AND e.id = ANY(\(employees)) AND e.deleted_at IS NULL AND \(condition)
            ORDER BY e.id FOR NO KEY UPDATE OF e
            """
        )
        return statement.bind(sql.parameters)
    }

    private static let assignmentsOfEmployees = Statement<TenantScope>(
        "assignments of employees",
        """
        SELECT \(ShiftAssignmentRow.columns) FROM shift_assignments assignment
        WHERE assignment.organization_id = $1 AND assignment.employee_id = ANY($2) AND assignment.deleted_at IS NULL
        ORDER BY assignment.valid_from
        """
    )
}
