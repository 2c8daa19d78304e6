public import Time

/// One employee's work day: what the plan was, what was worked, and what became of it.
public struct DayRecord: Hashable, Sendable {
    /// Of the shift; nil without one.
    public var scheduledStart: Timestamp?
    public var scheduledEnd: Timestamp?
    /// Real length of what is not a holiday.
    public var scheduledMinutes: Int32 = 0
    /// As it was punched, not rounded.
    public var firstInAt: Timestamp?
    /// The last clock-out as it was punched; an end that the system set is none.
    public var lastOutAt: Timestamp?
    /// Whole minutes of the day's sum, unpaid breaks removed.
    public var workedMinutes: Int32 = 0
    /// Paid or not.
    public var breakMinutes: Int32 = 0
    public var lateMinutes: Int32 = 0
    public var earlyLeaveMinutes: Int32 = 0
    /// Of the minutes worked.
    public var overtimeMinutes: Int32 = 0
    /// Of the overtime.
    public var approvedOvertimeMinutes: Int32 = 0
    public var status = DayStatus.pending
    /// In the order of their names.
    public var flags: [DayFlag] = []
    /// In order of time; they neither overlap nor have no length.
    public var sessions: [WorkSession] = []
}
