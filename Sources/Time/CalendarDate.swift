/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    public var days: Int32

    /// Bytes that ``write(to:)`` needs.
    public static let byteCount = 10

    static let first: Int32 = -719_162  // 0001-01-01
    static let last: Int32 = 2_932_896  // 9999-12-31

    public init(days: Int32) {
        self.days = days
    }

    /// The given day; nil unless the year is 1–9999 and the day exists in its month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        days = Int32(Self.daysSinceEpoch(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD` (ISO 8601, RFC 3339 `full-date`) and nothing else; nil for a day that does not exist.
    public init?(iso text: String) {
        var text = text
        guard let date = text.withUTF8({ CalendarDate(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = date
    }

    /// The same from UTF-8 bytes.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        var scanner = DigitScanner(bytes)
        guard let date = scanner.fullDate(), scanner.isAtEnd else { return nil }
        self = date
    }

    public var year: Int { components.year }

    /// 1–12.
    public var month: Int { components.month }

    /// 1–31.
    public var day: Int { components.day }

    /// Year, month (1–12) and day (1–31) in one calculation.
    public var components: (year: Int, month: Int, day: Int) {
        // Days are counted from 0000-03-01, so that the leap day is a year's last
        // (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
        let shifted = Int(days) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// ISO 8601: Monday is 1, Sunday 7.
    public var weekday: Int {
        let offset = (Int(days) + 3) % 7
        return (offset < 0 ? offset + 7 : offset) + 1
    }

    /// Midnight UTC at the start of the day.
    public var startOfDay: Timestamp {
        Timestamp(microseconds: Int64(days) * Timestamp.microsecondsPerDay)
    }

    /// The date that many days later, or earlier when negative; clamped to the range of `Int32`.
    public func advanced(byDays count: Int) -> CalendarDate {
        let (sum, overflow) = Int(days).addingReportingOverflow(count)
        guard !overflow else { return CalendarDate(days: count < 0 ? .min : .max) }
        return CalendarDate(days: Int32(clamping: sum))
    }

    /// Days from this date to the other; negative when the other is earlier.
    public func days(until other: CalendarDate) -> Int {
        Int(other.days) - Int(days)
    }

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.days < right.days
    }

    /// Days in the month (1–12) of the year.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// `days_from_civil` of the source named at ``components``.
    static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDate: CustomStringConvertible {
    public var description: String {
        String(unsafeUninitializedCapacity: Self.byteCount) { write(to: $0.baseAddress!) }
    }

    /// Writes `YYYY-MM-DD`, always ten bytes, and returns that count.
    ///
    /// A day outside the years 1–9999, which the format cannot hold, is written as the nearest it can.
    @discardableResult
    public func write(to output: UnsafeMutablePointer<UInt8>) -> Int {
        let (year, month, day) = CalendarDate(days: min(max(days, Self.first), Self.last)).components
        writeDigits(year / 100, 2, to: output)
        writeDigits(year % 100, 2, to: output + 2)
        output[4] = UInt8(ascii: "-")
        writeDigits(month, 2, to: output + 5)
        output[7] = UInt8(ascii: "-")
        writeDigits(day, 2, to: output + 8)
        return Self.byteCount
    }

    /// Appends `YYYY-MM-DD`.
    public func append(to output: inout some RangeReplaceableCollection<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.byteCount) { buffer in
            write(to: buffer.baseAddress!)
            output.append(contentsOf: buffer)
        }
    }
}
