import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// One employee's working day, over a row of the table with the alias `r`.
struct AttendanceRecordRow: TableRow {
    static let typeName = "AttendanceRecord"
    static let columnCount = 21
    static let columns = """
        r.id, r.employee_id, r.work_date, r.slot, r.time_zone, r.scheduled_start, r.scheduled_end, r.scheduled_minutes, \
        r.first_in_at, r.last_out_at, r.worked_minutes, r.break_minutes, r.late_minutes, r.early_leave_minutes, \
        r.overtime_minutes, r.approved_overtime_minutes, r.status, r.flags, r.computed_at, r.version, \
        r.shift_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var employeeID: UUID { row.uuid(1) }
    var workDate: CalendarDate { row.date(2) }
    var slot: Int32 { Int32(row.int16(3)) }
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    var scheduledStart: Timestamp? { row.optionalTimestamp(5) }
    var scheduledEnd: Timestamp? { row.optionalTimestamp(6) }
    var scheduledMinutes: Int32 { row.int32(7) }
    var firstInAt: Timestamp? { row.optionalTimestamp(8) }
    var lastOutAt: Timestamp? { row.optionalTimestamp(9) }
    var workedMinutes: Int32 { row.int32(10) }
    var breakMinutes: Int32 { row.int32(11) }
    var lateMinutes: Int32 { row.int32(12) }
    var earlyLeaveMinutes: Int32 { row.int32(13) }
    var overtimeMinutes: Int32 { row.int32(14) }
    var approvedOvertimeMinutes: Int32 { row.int32(15) }
    var status: DatabaseEnum<AttendanceStatus> { DatabaseEnum(utf8: row.utf8(16)) }
    var flags: [String] { row.texts(17) }
    var computedAt: Timestamp { row.timestamp(18) }
    var version: Int32 { row.int32(19) }
    /// Nil for a day without a shift.
    var shiftID: UUID? { row.optionalUUID(20) }
}

extension AttendanceRecordRow {
    /// Finds records of employees within the viewer's reach.
    static func loader() -> Loader<AttendanceRecordRow> {
        .attendance("records by id", columns, from: "attendance_records r", id: "r.id", employee: "r.employee_id")
    }
}
