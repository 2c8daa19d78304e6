public import Time

/// Days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
    /// Bit 0 is Monday, bit 6 Sunday, as the database has it.
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    public static let mondayToFriday = Weekdays(rawValue: 0b001_1111)
    public static let all = Weekdays(rawValue: 0b111_1111)

    /// Whether the date falls on one of these days.
    public func contains(_ date: CalendarDate) -> Bool {
        rawValue & 1 << UInt8(date.weekday - 1) != 0
    }
}
