public import Time

/// Why a rotation cannot be.
public enum RotationError: Error, Hashable, Sendable {
    case empty
    /// More than ``Rotation/maximumDays``.
    case tooLong
}

/// Shifts that follow one another day by day and begin again, such as four days, four nights and four days off.
public struct Rotation: Hashable, Sendable {
    public static let maximumDays = 366

    /// A day on which the first shift of the cycle is worked.
    public let anchor: CalendarDate
    /// One for each day of the cycle; nil for a day off.
    public let cycle: [ShiftRules?]

    public init(anchor: CalendarDate, cycle: [ShiftRules?]) throws(RotationError) {
        guard !cycle.isEmpty else { throw .empty }
        guard cycle.count <= Self.maximumDays else { throw .tooLong }
        self.anchor = anchor
        self.cycle = cycle
    }

    /// The shift of the day, before or after the anchor.
    public func shift(on date: CalendarDate) -> ShiftRules? {
        cycle[index(of: date)]
    }

    /// Where the day is in ``cycle``.
    public func index(of date: CalendarDate) -> Int {
        let index = anchor.days(until: date) % cycle.count
        return index < 0 ? index + cycle.count : index
    }
}
