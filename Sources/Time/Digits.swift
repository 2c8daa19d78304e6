/// Reads the fixed-width fields of dates and times; every method answers nil at the first byte that does not fit.
struct DigitScanner {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Exactly `count` decimal digits.
    mutating func number(digits count: Int) -> Int? {
        guard bytes.count - position >= count else { return nil }
        var value = 0
        for index in position..<position + count {
            guard let digit = digit(at: index) else { return nil }
            value = value * 10 + digit
        }
        position += count
        return value
    }

    /// Whether the next byte is this one, which is then passed over.
    mutating func accept(_ byte: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// `full-date` of RFC 3339: `YYYY-MM-DD`.
    mutating func fullDate() -> CalendarDate? {
        guard let year = number(digits: 4), accept("-"), let month = number(digits: 2), accept("-"),
            let day = number(digits: 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// One to six digits after a point, as microseconds; 0 when there is no point.
    mutating func fractionMicroseconds() -> Int? {
        guard accept(".") else { return 0 }
        var value = 0
        var count = 0
        while position < bytes.count, let digit = digit(at: position) {
            guard count < 6 else { return nil }
            value = value * 10 + digit
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<6 { value *= 10 }
        return value
    }

    /// `time-offset` of RFC 3339 in seconds east of UTC: `Z` or `±HH:MM`.
    mutating func offsetSeconds() -> Int? {
        if accept("Z") || accept("z") { return 0 }
        let isEast = accept("+")
        guard isEast || accept("-") else { return nil }
        guard let hours = number(digits: 2), hours < 24, accept(":"), let minutes = number(digits: 2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return isEast ? seconds : -seconds
    }

    private func digit(at index: Int) -> Int? {
        let digit = bytes[index] &- UInt8(ascii: "0")
        return digit < 10 ? Int(digit) : nil
    }
}

/// Writes the last `count` decimal digits of a number that is not negative.
func writeDigits(_ value: Int, _ count: Int, to output: UnsafeMutablePointer<UInt8>) {
    var rest = value
    for index in stride(from: count - 1, through: 0, by: -1) {
        output[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
    }
}
