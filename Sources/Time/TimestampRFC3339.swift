/// The text of an instant: `date-time` of RFC 3339, section 5.6.
extension Timestamp: CustomStringConvertible {
    /// The most bytes ``writeRFC3339(to:)`` writes: `2026-11-21T10:23:16.123456Z`.
    public static let maximumByteCount = 27

    public var description: String {
        String(unsafeUninitializedCapacity: Self.maximumByteCount) { writeRFC3339(to: $0.baseAddress!) }
    }

    /// Reads an RFC 3339 `date-time` with an explicit offset and at most six digits of fraction.
    ///
    /// Nil for years outside 1–9999 (in UTC too), days and times that do not exist, and second 60.
    public init?(rfc3339 text: String) {
        var text = text
        guard let value = text.withUTF8({ Timestamp(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = value
    }

    /// The same from UTF-8 bytes.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        var scanner = DigitScanner(bytes)
        guard let date = scanner.fullDate(), scanner.accept("T") || scanner.accept("t"),
            let hour = scanner.number(digits: 2), hour < 24, scanner.accept(":"),
            let minute = scanner.number(digits: 2), minute < 60, scanner.accept(":"),
            let second = scanner.number(digits: 2), second < 60,
            let fraction = scanner.fractionMicroseconds(), let offset = scanner.offsetSeconds(), scanner.isAtEnd
        else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second - offset)
        let value = date.startOfDay.microseconds + seconds * Self.microsecondsPerSecond + Int64(fraction)
        guard value >= Self.first, value <= Self.last else { return nil }
        microseconds = value
    }

    /// Writes the instant in UTC and returns the count of bytes: 20, 24 or 27.
    ///
    /// The fraction is left out when it is zero, and has three digits when they suffice, otherwise six. An instant
    /// outside the years 1–9999 (PostgreSQL's `infinity`, say) is written as the nearest that RFC 3339 can hold.
    @discardableResult
    public func writeRFC3339(to output: UnsafeMutablePointer<UInt8>) -> Int {
        let clamped = min(max(microseconds, Self.first), Self.last)
        let (days, timeOfDay) = Self.quotientAndRemainder(clamped, Self.microsecondsPerDay)
        let (second, fraction) = Int(timeOfDay).quotientAndRemainder(dividingBy: 1_000_000)
        CalendarDate(days: Int32(days)).write(to: output)
        output[10] = UInt8(ascii: "T")
        writeDigits(second / 3600, 2, to: output + 11)
        output[13] = UInt8(ascii: ":")
        writeDigits(second / 60 % 60, 2, to: output + 14)
        output[16] = UInt8(ascii: ":")
        writeDigits(second % 60, 2, to: output + 17)
        let end = 19 + Self.writeFraction(fraction, to: output + 19)
        output[end] = UInt8(ascii: "Z")
        return end + 1
    }

    /// Appends what ``writeRFC3339(to:)`` writes.
    public func appendRFC3339(to output: inout some RangeReplaceableCollection<UInt8>) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumByteCount) { buffer in
            let count = writeRFC3339(to: buffer.baseAddress!)
            output.append(contentsOf: buffer[..<count])
        }
    }

    private static func writeFraction(_ fraction: Int, to output: UnsafeMutablePointer<UInt8>) -> Int {
        guard fraction > 0 else { return 0 }
        output[0] = UInt8(ascii: ".")
        if fraction % 1000 == 0 {
            writeDigits(fraction / 1000, 3, to: output + 1)
            return 4
        }
        writeDigits(fraction, 6, to: output + 1)
        return 7
    }
}
