internal import FoundationEssentials
internal import Time

/// Reads the forms that ``BinaryEncoding`` writes. The caller has checked the type; lengths are checked here.
enum BinaryDecoding {
    static func integer<Integer: FixedWidthInteger>(_ bytes: UnsafeRawBufferPointer) -> Integer {
        precondition(bytes.count == MemoryLayout<Integer>.size, "PostgreSQL sent a number of another width")
        return Integer(bigEndian: bytes.loadUnaligned(as: Integer.self))
    }

    static func bool(_ bytes: UnsafeRawBufferPointer) -> Bool {
        (integer(bytes) as UInt8) != 0
    }

    static func double(_ bytes: UnsafeRawBufferPointer) -> Double {
        Double(bitPattern: integer(bytes))
    }

    static func uuid(_ bytes: UnsafeRawBufferPointer) -> UUID {
        precondition(bytes.count == 16, "PostgreSQL sent a uuid of another width")
        return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }

    static func timestamp(_ bytes: UnsafeRawBufferPointer) -> Timestamp {
        let value: Int64 = integer(bytes)
        let isInfinite = value == .min || value == .max
        return Timestamp(microseconds: isInfinite ? value : value &+ BinaryEncoding.epochMicroseconds)
    }

    static func date(_ bytes: UnsafeRawBufferPointer) -> CalendarDate {
        let value: Int32 = integer(bytes)
        let isInfinite = value == .min || value == .max
        return CalendarDate(days: isInfinite ? value : value &+ BinaryEncoding.epochDays)
    }

    static func string(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The elements of an array of one dimension; nil when it has more.
    static func array<Element>(
        _ bytes: UnsafeRawBufferPointer,
        _ read: (UnsafeRawBufferPointer) -> Element
    ) -> [Element?]? {
        func number(_ offset: Int) -> Int {
            Int(integer(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + 4])) as Int32)
        }
        guard number(0) <= 1 else { return nil }
        guard number(0) == 1 else { return [] }
        let count = number(12)
        var elements: [Element?] = []
        elements.reserveCapacity(count)
        var offset = 20
        for _ in 0..<count {
            let length = number(offset)
            offset += 4
            guard length >= 0 else {
                elements.append(nil)
                continue
            }
            elements.append(read(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])))
            offset += length
        }
        return elements
    }

    /// The decimal text of a `numeric` (`numeric_send`: count of base-10000 digits, weight, sign, scale, digits).
    static func decimal(_ bytes: UnsafeRawBufferPointer) -> String {
        func number(_ index: Int) -> Int16 {
            integer(UnsafeRawBufferPointer(rebasing: bytes[2 * index..<2 * index + 2]))
        }
        let sign = UInt16(bitPattern: number(2))
        guard sign == 0 || sign == 0x4000 else {
            return sign == 0xD000 ? "Infinity" : sign == 0xF000 ? "-Infinity" : "NaN"
        }
        let count = Int(number(0))
        let weight = Int(number(1))
        func group(_ index: Int) -> String {
            let value = index >= 0 && index < count ? Int(number(4 + index)) : 0
            return String(String(value + 10_000).dropFirst())
        }
        let whole = weight < 0 ? "0" : (0...weight).map(group).joined()
        let scale = Int(number(3))
        let groups = (scale + 3) / 4
        let fraction = (0..<groups).map { group(weight + 1 + $0) }.joined().prefix(scale)
        let digits = whole.drop { $0 == "0" }
        return (sign == 0 ? "" : "-") + (digits.isEmpty ? "0" : digits) + (scale == 0 ? "" : ".\(fraction)")
    }
}
