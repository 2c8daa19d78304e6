/// The outcome of a day. Raw values are those of the database's `attendance_status`.
public enum DayStatus: String, Sendable, CaseIterable {
    /// Not known yet: the day lasts, or waits for a correction.
    case pending
    case present
    case halfDay = "half_day"
    case absent
    case onLeave = "on_leave"
    case holiday
    case restDay = "rest_day"
    /// Only by somebody's decision.
    case remote
}
