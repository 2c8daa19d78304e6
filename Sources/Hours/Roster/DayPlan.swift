public import Time

/// What a day is for an employee before anything was punched.
public enum DayPlan: Hashable, Sendable {
    /// No shift is assigned: nothing is late, early or overtime.
    case unscheduled(TimeZoneRules)
    /// The shifts that are assigned are not worked on this day: all work is overtime.
    case restDay(TimeZoneRules)
    /// A shift starts, be it on a holiday.
    case shift(ScheduledShift)

    public var shift: ScheduledShift? {
        if case .shift(let shift) = self { shift } else { nil }
    }

    public var zone: TimeZoneRules {
        switch self {
        case .unscheduled(let zone), .restDay(let zone): zone
        case .shift(let shift): shift.zone
        }
    }
}
