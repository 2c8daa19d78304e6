import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// Who works which shift from when to when, over a row of the table with the alias `assignment`.
struct ShiftAssignmentRow: TableRow {
    static let typeName = "ShiftAssignment"
    static let columnCount = 11
    static let columns = """
        assignment.id, assignment.employee_id, assignment.shift_id, assignment.location_id, assignment.slot, \
        assignment.valid_from, upper(assignment.valid) - 1, assignment.rotation_anchor, \
        ARRAY(SELECT day.shift_id FROM shift_assignment_days day \
        WHERE day.organization_id = assignment.organization_id AND day.assignment_id = assignment.id ORDER BY day.day), \
        assignment.created_at, assignment.deleted_at
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var employeeID: UUID { row.uuid(1) }
    /// One of those of the rotation, where there is one.
    var shiftID: UUID { row.uuid(2) }
    var locationID: UUID? { row.optionalUUID(3) }
    var slot: Int32 { Int32(row.int16(4)) }
    var validFrom: CalendarDate { row.date(5) }
    /// The last day; nil for no end.
    var validTo: CalendarDate? { row.optionalDate(6) }
    var rotationAnchor: CalendarDate? { row.optionalDate(7) }
    /// One for each day of the rotation, nil for a day off; none without a rotation.
    var rotationShiftIDs: [UUID?] { row.uuidElements(8) }
    var createdAt: Timestamp { row.timestamp(9) }
    var deletedAt: Timestamp? { row.optionalTimestamp(10) }
}

extension ShiftAssignmentRow {
    /// A condition that the assignment has a shift, be it in its rotation.
    ///
    /// - Parameter shift: an expression that the shift's id equals, such as `$2` or `ANY($2)`.
    static func names(_ shift: String) -> String {
        "assignment.id IN (\(ids(ofShift: shift)))"
    }

    /// The assignments that have the shift, each once.
    static func ids(ofShift shift: String) -> String {
        """
        SELECT named.id FROM shift_assignments named \
        WHERE named.organization_id = $1 AND named.shift_id = \(shift) AND named.deleted_at IS NULL \
        UNION SELECT day.assignment_id FROM shift_assignment_days day \
        WHERE day.organization_id = $1 AND day.shift_id = \(shift)
        """
    }

    /// Finds live assignments of employees whom the viewer may read.
    static func loader() -> Loader<ShiftAssignmentRow> {
        Loader { context, ids in
            var sql = SQLText()
            let wanted = sql.parameter(.uuids(ids))
            let reach = try context.reach(.employeeRead).condition(onEmployee: "assignment.employee_id", &sql)
            let statement = Statement<TenantScope>(
                "shift assignments by id",
                """
                SELECT \(columns) FROM shift_assignments assignment \
                WHERE assignment.organization_id = $1 AND assignment.id = ANY(\(wanted)) \
                AND assignment.deleted_at IS NULL AND \(reach)
                """
            )
            return statement.bind(sql.parameters)
        }
    }
}
