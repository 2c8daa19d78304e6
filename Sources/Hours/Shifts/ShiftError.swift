/// What no shift may say. The database has a constraint for each.
public enum ShiftError: Error, Hashable, Sendable {
    case noWeekdays
    /// Beyond 0 to 720 minutes.
    case earlyClockInOutOfRange
    /// Beyond 0 to 720 minutes.
    case lateClockOutOutOfRange
    /// Beyond 0 to 240 minutes.
    case lateGraceOutOfRange
    /// Beyond 0 to 240 minutes.
    case earlyLeaveGraceOutOfRange
    /// Beyond 0 to 480 minutes.
    case breakOutOfRange
    /// Fewer than 0 minutes.
    case overtimeOutOfRange
    /// None of ``Rounding/steps``.
    case unknownRounding
    /// Not more than 0 minutes.
    case halfDayOutOfRange
    /// Not more than 0 minutes.
    case absentOutOfRange
    /// What is absence would be half a day too.
    case absentAboveHalfDay
}

extension ShiftRules {
    /// The first rule that cannot hold.
    func check() -> ShiftError? {
        if weekdays.intersection(.all).isEmpty || weekdays.rawValue > Weekdays.all.rawValue { return .noWeekdays }
        return checkMinutes() ?? checkThresholds()
    }

    private func checkMinutes() -> ShiftError? {
        if !(0...720).contains(earlyClockInMinutes) { return .earlyClockInOutOfRange }
        if !(0...720).contains(lateClockOutMinutes) { return .lateClockOutOutOfRange }
        if !(0...240).contains(lateGraceMinutes) { return .lateGraceOutOfRange }
        if !(0...240).contains(earlyLeaveGraceMinutes) { return .earlyLeaveGraceOutOfRange }
        if !(0...480).contains(breaks.minutes) { return .breakOutOfRange }
        if overtime.afterMinutes < 0 { return .overtimeOutOfRange }
        return Rounding.steps.contains(rounding.minutes) ? nil : .unknownRounding
    }

    private func checkThresholds() -> ShiftError? {
        if let halfDayBelowMinutes, halfDayBelowMinutes <= 0 { return .halfDayOutOfRange }
        if let absentBelowMinutes, absentBelowMinutes <= 0 { return .absentOutOfRange }
        if let halfDayBelowMinutes, let absentBelowMinutes, absentBelowMinutes > halfDayBelowMinutes {
            return .absentAboveHalfDay
        }
        return nil
    }
}
