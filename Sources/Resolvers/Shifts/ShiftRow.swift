import FoundationEssentials
import GraphQLEngine
import Hours
import Postgres
import Schema
import Time

/// A shift, over a row of the table with the alias `shift`.
struct ShiftRow: TableRow {
    static let typeName = "Shift"
    static let columnCount = 23
    static let columns = """
        shift.id, shift.deleted_at, shift.version, shift.name, extract(epoch FROM shift.start_time)::int4, \
        extract(epoch FROM shift.end_time)::int4, shift.crosses_midnight, shift.time_zone, shift.weekdays, \
        shift.early_clock_in_minutes, shift.late_clock_out_minutes, shift.late_grace_minutes, \
        shift.early_leave_grace_minutes, shift.break_minutes, shift.break_mode, shift.break_is_paid, \
        shift.half_day_below_minutes, shift.absent_below_minutes, shift.overtime_after_minutes, \
        shift.overtime_before_shift, shift.overtime_needs_approval, shift.rounding_minutes, shift.rounding_mode
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var deletedAt: Timestamp? { row.optionalTimestamp(1) }
    var version: Int32 { row.int32(2) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(3)) }
    var startTime: LocalTime { time(4) }
    var endTime: LocalTime { time(5) }
    var crossesMidnight: Bool { row.bool(6) }
    var timeZone: BorrowedText? { row.optionalUTF8(7).map(BorrowedText.init(utf8:)) }
    var weekdays: Weekdays { Weekdays(rawValue: UInt8(row.int16(8))) }
    var earlyClockInMinutes: Int32 { row.int32(9) }
    var lateClockOutMinutes: Int32 { row.int32(10) }
    var lateGraceMinutes: Int32 { row.int32(11) }
    var earlyLeaveGraceMinutes: Int32 { row.int32(12) }
    var breakMinutes: Int32 { row.int32(13) }
    var breakMode: DatabaseEnum<BreakMode> { DatabaseEnum(utf8: row.utf8(14)) }
    var breakIsPaid: Bool { row.bool(15) }
    var halfDayBelowMinutes: Int32? { row.optionalInt32(16) }
    var absentBelowMinutes: Int32? { row.optionalInt32(17) }
    var overtimeAfterMinutes: Int32 { row.int32(18) }
    var overtimeBeforeShift: Bool { row.bool(19) }
    var overtimeNeedsApproval: Bool { row.bool(20) }
    var roundingMinutes: Int32 { row.int32(21) }
    var roundingMode: DatabaseEnum<RoundingMode> { DatabaseEnum(utf8: row.utf8(22)) }

    private func time(_ column: Int) -> LocalTime {
        LocalTime(secondsAfterMidnight: Int64(row.int32(column))) ?? .midnight
    }
}

extension ShiftRow {
    /// Itself unless it is deleted.
    var live: ShiftRow? { deletedAt == nil ? self : nil }

    /// The shift as days are computed with it.
    ///
    /// - Throws: for what the table's checks let nobody store, and for a zone that the system does not know.
    func rules() throws -> ShiftRules {
        try ShiftRules(
            start: startTime,
            end: endTime,
            zone: try row.optionalString(7).map(TimeZoneDatabase.system.rules(named:)),
            weekdays: weekdays,
            earlyClockInMinutes: Int(earlyClockInMinutes),
            lateClockOutMinutes: Int(lateClockOutMinutes),
            lateGraceMinutes: Int(lateGraceMinutes),
            earlyLeaveGraceMinutes: Int(earlyLeaveGraceMinutes),
            breaks: BreakRule(
                mode: BreakRule.Mode(rawValue: row.string(14)) ?? .punched,
                minutes: Int(breakMinutes),
                isPaid: breakIsPaid
            ),
            overtime: OvertimeRule(
                afterMinutes: Int(overtimeAfterMinutes),
                countsBeforeShift: overtimeBeforeShift,
                needsApproval: overtimeNeedsApproval
            ),
            rounding: Rounding(
                minutes: Int(roundingMinutes),
                mode: Rounding.Mode(rawValue: row.string(22)) ?? .nearest
            ),
            halfDayBelowMinutes: halfDayBelowMinutes.map(Int.init),
            absentBelowMinutes: absentBelowMinutes.map(Int.init)
        )
    }

    /// Finds shifts, deleted ones too: days of the past go on having theirs.
    static func loader() -> Loader<ShiftRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "shifts by id",
        "SELECT \(columns) FROM shifts shift WHERE shift.organization_id = $1 AND shift.id = ANY($2)"
    )
}
