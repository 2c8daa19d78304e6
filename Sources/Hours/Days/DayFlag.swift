/// What somebody should look at in a day. Raw values are those that records store.
public enum DayFlag: String, Sendable, CaseIterable, Comparable {
    case missingClockIn = "missing_clock_in"
    case missingClockOut = "missing_clock_out"
    /// A session was ended by the system, or by the next clock-in.
    case autoClosed = "auto_closed"
    /// A break was ended that had not begun, or begun outside of a session or twice.
    case unmatchedBreak = "unmatched_break"
    case workedOnLeave = "worked_on_leave"
    case workedOnHoliday = "worked_on_holiday"
    case workedOnRestDay = "worked_on_rest_day"
    /// The status is somebody's decision.
    case overridden

    public static func < (left: DayFlag, right: DayFlag) -> Bool {
        left.rawValue < right.rawValue
    }
}
