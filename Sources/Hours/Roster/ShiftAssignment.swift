public import Time

/// Who works which shift, from when to when: one row of an employee's assignments.
public struct ShiftAssignment: Hashable, Sendable {
    /// What is worked.
    public enum Pattern: Hashable, Sendable {
        /// The same on each of the shift's weekdays.
        case shift(ShiftRules)
        case rotation(Rotation)
    }

    public var pattern: Pattern
    /// 1, and above it for the other parts of a split day.
    public var slot: Int
    public var validFrom: CalendarDate
    /// The last day; nil for no end.
    public var validThrough: CalendarDate?

    public init(
        _ pattern: Pattern,
        slot: Int = 1,
        validFrom: CalendarDate,
        validThrough: CalendarDate? = nil
    ) {
        self.pattern = pattern
        self.slot = slot
        self.validFrom = validFrom
        self.validThrough = validThrough
    }

    /// Whether it says anything about the day, be it that it is a day off.
    func covers(_ date: CalendarDate) -> Bool {
        validFrom <= date && validThrough.map { date <= $0 } ?? true
    }

    /// The shift that begins on the day.
    func shift(on date: CalendarDate) -> ShiftRules? {
        guard covers(date) else { return nil }
        let shift =
            switch pattern {
            case .shift(let shift): shift
            case .rotation(let rotation): rotation.shift(on: date)
            }
        return shift.flatMap { $0.weekdays.contains(date) ? $0 : nil }
    }
}
