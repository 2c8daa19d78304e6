import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A worked interval, over a row of the table with the alias `s`.
struct AttendanceSessionRow: TableRow {
    static let typeName = "AttendanceSession"
    static let columnCount = 10
    static let columns = """
        s.id, s.employee_id, s.record_id, s.clock_in_event_id, s.clock_out_event_id, s.clock_in_at, s.clock_out_at, \
        s.status, s.version, s.location_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var employeeID: UUID { row.uuid(1) }
    var recordID: UUID { row.uuid(2) }
    var clockInEventID: UUID { row.uuid(3) }
    var clockOutEventID: UUID? { row.optionalUUID(4) }
    var clockInAt: Timestamp { row.timestamp(5) }
    /// Nil while the session is open.
    var clockOutAt: Timestamp? { row.optionalTimestamp(6) }
    var status: DatabaseEnum<AttendanceSessionStatus> { DatabaseEnum(utf8: row.utf8(7)) }
    var version: Int32 { row.int32(8) }
    var locationID: UUID? { row.optionalUUID(9) }
}

extension AttendanceSessionRow {
    /// Finds sessions of employees within the viewer's reach.
    static func loader() -> Loader<AttendanceSessionRow> {
        .attendance("sessions by id", columns, from: "attendance_sessions s", id: "s.id", employee: "s.employee_id")
    }

    /// What the session has lasted.
    func interval(breaks: [AttendanceBreakRow]) -> WorkInterval {
        WorkInterval(
            start: clockInAt,
            end: clockOutAt,
            status: SessionValues.Status(rawValue: row.string(7)) ?? .voided,
            pauses: breaks.map(\.pause)
        )
    }
}

extension Loader {
    /// Loads rows that belong to employees, as far as `attendance.read` reaches.
    ///
    /// - Parameters:
    ///   - id: expression of the row's id.
    ///   - employee: expression of the id of the row's employee.
    static func attendance(
        _ name: StaticString,
        _ columns: String,
        from source: String,
        id: String,
        employee: String
    ) -> Loader<Value> {
        let alias = id.prefix { $0 != "." }
        return Loader { context, ids in
            var sql = SQLText()
            let wanted = sql.parameter(.uuids(ids))
            let reach = try context.reach(.attendanceRead).condition(onEmployee: employee, &sql)
            let statement = Statement<TenantScope>(
                name,
                """
                SELECT \(columns) FROM \(source) \
                WHERE \(alias).organization_id = $1 AND \(id) = ANY(\(wanted)) AND \(reach)
                """
            )
            return statement.bind(sql.parameters)
        }
    }
}
