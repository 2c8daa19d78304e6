/// A day of work, or a half of it.
public enum DayPart: String, Sendable, CaseIterable {
    case whole
    /// The first half of the shift.
    case morning = "am"
    /// The second half of the shift.
    case afternoon = "pm"

    /// Both together.
    func union(_ other: DayPart) -> DayPart {
        self == other ? self : .whole
    }

    /// What is left of the shift without this part: nil for nothing.
    func remainder(of interval: Interval) -> Interval? {
        switch self {
        case .whole: nil
        case .morning: Interval(interval.middle, interval.end)
        case .afternoon: Interval(interval.start, interval.middle)
        }
    }

    /// This part of the shift.
    func portion(of interval: Interval) -> Interval {
        switch self {
        case .whole: interval
        case .morning: Interval(interval.start, interval.middle)
        case .afternoon: Interval(interval.middle, interval.end)
        }
    }
}
