import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A request to put a day right, over a row of the table with the alias `c`.
struct AttendanceCorrectionRow: TableRow {
    static let typeName = "AttendanceCorrection"
    static let columnCount = 13
    static let columns = """
        c.id, c.employee_id, c.work_date, c.kind, c.requested::text, c.reason, c.status, c.requested_by, c.requested_at, \
        c.decided_by, c.decided_at, c.decision_note, c.base_version
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var employeeID: UUID { row.uuid(1) }
    var workDate: CalendarDate { row.date(2) }
    var kind: CorrectionKind { CorrectionKind(rawValue: row.string(3).uppercased()) ?? .void }
    var change: RequestedChange { RequestedChange(json: row.string(4)) }
    var reason: String { row.string(5) }
    var status: RequestStatus { RequestStatus(rawValue: row.string(6).uppercased()) ?? .draft }
    var requestedBy: UUID { row.uuid(7) }
    var requestedAt: Timestamp { row.timestamp(8) }
    var decidedBy: UUID? { row.optionalUUID(9) }
    var decidedAt: Timestamp? { row.optionalTimestamp(10) }
    var decisionNote: String? { row.optionalString(11) }
    /// Of the day when the request was made, the sum of its records' versions; nil when there was none.
    var baseVersion: Int32? { row.optionalInt32(12) }

    /// - Parameter version: of the day now; nil when it has no record.
    func isStale(at version: Int32?) -> Bool { status == .pending && version != baseVersion }
}

extension AttendanceCorrectionRow {
    /// Finds corrections of employees within the viewer's reach.
    static func loader() -> Loader<AttendanceCorrectionRow> {
        .attendance(
            "corrections by id",
            columns,
            from: "attendance_corrections c",
            id: "c.id",
            employee: "c.employee_id"
        )
    }
}
