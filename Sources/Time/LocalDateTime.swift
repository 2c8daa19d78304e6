/// What calendar and clock show at a place, without saying where.
public struct LocalDateTime: Hashable, Comparable, Sendable {
    public let date: CalendarDate
    public let time: LocalTime

    public init(_ date: CalendarDate, _ time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// Seconds from 1970-01-01 00:00 on the same clock, had it never been changed.
    var seconds: Int64 { Int64(date.days) * 86_400 + Int64(time.secondOfDay) }

    public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool {
        left.seconds < right.seconds
    }
}
