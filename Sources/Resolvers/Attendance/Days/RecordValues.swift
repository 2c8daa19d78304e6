import FoundationEssentials
import Hours
import Postgres
import Time

/// What is stored of a day because it was computed.
struct RecordValues: Equatable, Sendable {
    var shiftID: UUID?
    var timeZone: String
    var scheduledStart: Timestamp?
    var scheduledEnd: Timestamp?
    var scheduledMinutes: Int32
    var firstInAt: Timestamp?
    var lastOutAt: Timestamp?
    var workedMinutes: Int32
    var breakMinutes: Int32
    var lateMinutes: Int32
    var earlyLeaveMinutes: Int32
    var overtimeMinutes: Int32
    var approvedOvertimeMinutes: Int32
    var status: String
    var flags: [String]
}

extension RecordValues {
    /// - Parameter shiftID: of the plan's shift.
    init(_ day: ComputedDays.Day, shiftID: UUID?) {
        let record = day.record
        self.shiftID = shiftID
        timeZone = day.plan.zone.name
        scheduledStart = record.scheduledStart
        scheduledEnd = record.scheduledEnd
        scheduledMinutes = record.scheduledMinutes
        firstInAt = record.firstInAt
        lastOutAt = record.lastOutAt
        workedMinutes = record.workedMinutes
        breakMinutes = record.breakMinutes
        lateMinutes = record.lateMinutes
        earlyLeaveMinutes = record.earlyLeaveMinutes
        overtimeMinutes = record.overtimeMinutes
        approvedOvertimeMinutes = record.approvedOvertimeMinutes
        status = record.status.rawValue
        flags = record.flags.map(\.rawValue)
    }

    /// To be selected from the table with the alias `r`.
    static let columns = """
        r.shift_id, r.time_zone, r.scheduled_start, r.scheduled_end, r.scheduled_minutes, r.first_in_at, \
        r.last_out_at, r.worked_minutes, r.break_minutes, r.late_minutes, r.early_leave_minutes, r.overtime_minutes, \
        r.approved_overtime_minutes, r.status, r.flags
        """

    /// - Parameter start: where ``columns`` begin in the row.
    init(_ row: Row, from start: Int) {
        shiftID = row.optionalUUID(start)
        timeZone = row.string(start + 1)
        scheduledStart = row.optionalTimestamp(start + 2)
        scheduledEnd = row.optionalTimestamp(start + 3)
        scheduledMinutes = row.int32(start + 4)
        firstInAt = row.optionalTimestamp(start + 5)
        lastOutAt = row.optionalTimestamp(start + 6)
        workedMinutes = row.int32(start + 7)
        breakMinutes = row.int32(start + 8)
        lateMinutes = row.int32(start + 9)
        earlyLeaveMinutes = row.int32(start + 10)
        overtimeMinutes = row.int32(start + 11)
        approvedOvertimeMinutes = row.int32(start + 12)
        status = row.string(start + 13)
        flags = row.texts(start + 14)
    }
}
