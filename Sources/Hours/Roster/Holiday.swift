public import Time

/// A holiday of the calendar that holds for an employee.
public struct Holiday: Hashable, Sendable {
    public var day: CalendarDate
    public var part: DayPart
    /// One that people may take as leave: by itself it frees nobody.
    public var isOptional: Bool

    public init(_ day: CalendarDate, part: DayPart = .whole, isOptional: Bool = false) {
        self.day = day
        self.part = part
        self.isOptional = isOptional
    }
}
