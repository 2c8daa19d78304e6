#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An instant, exact to the microsecond as PostgreSQL's `timestamptz` is.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public var microseconds: Int64

    static let microsecondsPerSecond: Int64 = 1_000_000
    static let microsecondsPerDay: Int64 = 86_400_000_000
    static let first = Int64(CalendarDate.first) * microsecondsPerDay
    static let last = (Int64(CalendarDate.last) + 1) * microsecondsPerDay - 1

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, as tokens carry them; clamped to the type's range.
    public init(secondsSinceEpoch seconds: Int64) {
        microseconds = Self.product(seconds, Self.microsecondsPerSecond)
    }

    /// The system's wall clock.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * microsecondsPerSecond + Int64(time.tv_nsec) / 1000)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded down.
    public var secondsSinceEpoch: Int64 {
        Self.quotientAndRemainder(microseconds, Self.microsecondsPerSecond).quotient
    }

    /// The day in UTC, clamped to the range of ``CalendarDate``.
    public var dateInUTC: CalendarDate {
        CalendarDate(days: Int32(clamping: Self.quotientAndRemainder(microseconds, Self.microsecondsPerDay).quotient))
    }

    /// The instant that many microseconds later, or earlier when negative; clamped to the type's range.
    public func adding(microseconds count: Int64) -> Timestamp {
        let (sum, overflow) = microseconds.addingReportingOverflow(count)
        return Timestamp(microseconds: overflow ? (count < 0 ? .min : .max) : sum)
    }

    public func adding(milliseconds count: Int64) -> Timestamp {
        adding(microseconds: Self.product(count, 1000))
    }

    public func adding(seconds count: Int64) -> Timestamp {
        adding(microseconds: Self.product(count, Self.microsecondsPerSecond))
    }

    public func adding(minutes count: Int64) -> Timestamp {
        adding(microseconds: Self.product(count, 60 * Self.microsecondsPerSecond))
    }

    public func adding(hours count: Int64) -> Timestamp {
        adding(microseconds: Self.product(count, 3600 * Self.microsecondsPerSecond))
    }

    /// Days of 24 hours.
    public func adding(days count: Int64) -> Timestamp {
        adding(microseconds: Self.product(count, Self.microsecondsPerDay))
    }

    /// Microseconds from this instant to the other; negative when the other is earlier; clamped.
    public func microseconds(until other: Timestamp) -> Int64 {
        let (difference, overflow) = other.microseconds.subtractingReportingOverflow(microseconds)
        return overflow ? (other.microseconds < microseconds ? .min : .max) : difference
    }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    private static func product(_ count: Int64, _ unit: Int64) -> Int64 {
        let (product, overflow) = count.multipliedReportingOverflow(by: unit)
        return overflow ? (count < 0 ? .min : .max) : product
    }

    /// Division that rounds down, so that instants before 1970 fall on the right day.
    static func quotientAndRemainder(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
