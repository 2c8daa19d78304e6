/// A time on the clock on the wall, without a date or a zone: `time` of PostgreSQL, in whole seconds.
public struct LocalTime: Hashable, Comparable, Sendable {
    /// 0 to 86,399.
    public let secondOfDay: Int32

    public static let midnight = LocalTime(secondOfDay: 0)

    private init(secondOfDay: Int32) {
        self.secondOfDay = secondOfDay
    }

    /// Nil for a time that no clock shows.
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
        secondOfDay = Int32(hour * 3600 + minute * 60 + second)
    }

    /// Nil outside of a day.
    public init?(secondsAfterMidnight seconds: Int64) {
        guard (0..<86_400).contains(seconds) else { return nil }
        secondOfDay = Int32(seconds)
    }

    /// Reads `HH:MM` and `HH:MM:SS` and nothing else.
    public init?(iso text: String) {
        var text = text
        guard let time = text.withUTF8({ LocalTime(utf8: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = time
    }

    private init?(utf8 bytes: UnsafeRawBufferPointer) {
        var scanner = DigitScanner(bytes)
        guard let hour = scanner.number(digits: 2), scanner.accept(":"), let minute = scanner.number(digits: 2)
        else { return nil }
        var second = 0
        if scanner.accept(":") {
            guard let value = scanner.number(digits: 2) else { return nil }
            second = value
        }
        guard scanner.isAtEnd else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    public var hour: Int { Int(secondOfDay) / 3600 }

    public var minute: Int { Int(secondOfDay) / 60 % 60 }

    public var second: Int { Int(secondOfDay) % 60 }

    public static func < (left: LocalTime, right: LocalTime) -> Bool {
        left.secondOfDay < right.secondOfDay
    }
}

extension LocalTime: CustomStringConvertible {
    /// `HH:MM`, with `:SS` only when the seconds are not zero.
    public var description: String {
        let count = second == 0 ? 5 : 8
        return String(unsafeUninitializedCapacity: count) { buffer in
            let output = buffer.baseAddress!
            writeDigits(hour, 2, to: output)
            output[2] = UInt8(ascii: ":")
            writeDigits(minute, 2, to: output + 3)
            if count == 8 {
                output[5] = UInt8(ascii: ":")
                writeDigits(second, 2, to: output + 6)
            }
            return count
        }
    }
}
