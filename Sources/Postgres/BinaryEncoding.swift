internal import FoundationEssentials
internal import Time

/// PostgreSQL's binary forms (`send` and `recv` functions of each type): big-endian numbers, times since 2000.
enum BinaryEncoding {
    /// From 1970-01-01 to 2000-01-01.
    static let epochMicroseconds: Int64 = 946_684_800_000_000
    static let epochDays: Int32 = 10_957

    static func append<Integer: FixedWidthInteger>(_ value: Integer, to output: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { output.append(contentsOf: $0) }
    }

    static func append(_ value: Bool, to output: inout [UInt8]) {
        output.append(value ? 1 : 0)
    }

    static func append(_ value: Double, to output: inout [UInt8]) {
        append(value.bitPattern, to: &output)
    }

    static func append(_ value: UUID, to output: inout [UInt8]) {
        withUnsafeBytes(of: value.uuid) { output.append(contentsOf: $0) }
    }

    /// `Int64.min` and `.max` stand for `-infinity` and `infinity`, here as there.
    static func append(_ value: Timestamp, to output: inout [UInt8]) {
        let isInfinite = value.microseconds == .min || value.microseconds == .max
        append(isInfinite ? value.microseconds : value.microseconds &- epochMicroseconds, to: &output)
    }

    static func append(_ value: CalendarDate, to output: inout [UInt8]) {
        let isInfinite = value.days == .min || value.days == .max
        append(isInfinite ? value.days : value.days &- epochDays, to: &output)
    }

    /// `array_recv`: dimensions, whether there are NULLs, element type, then length and lower bound of the dimension.
    static func appendArray<Element>(
        _ elements: [Element?],
        of elementType: UInt32,
        to output: inout [UInt8],
        _ write: (Element, inout [UInt8]) -> Void
    ) {
        output.reserveCapacity(output.count + 20 + elements.count * 20)
        append(Int32(elements.isEmpty ? 0 : 1), to: &output)
        append(Int32(elements.contains { $0 == nil } ? 1 : 0), to: &output)
        append(elementType, to: &output)
        guard !elements.isEmpty else { return }
        append(Int32(elements.count), to: &output)
        append(Int32(1), to: &output)
        for element in elements { appendElement(element, to: &output, write) }
    }

    private static func appendElement<Element>(
        _ element: Element?,
        to output: inout [UInt8],
        _ write: (Element, inout [UInt8]) -> Void
    ) {
        guard let element else { return append(Int32(-1), to: &output) }
        let start = output.count
        append(Int32(0), to: &output)
        write(element, &output)
        let length = UInt32(output.count - start - 4)
        for index in 0..<4 { output[start + index] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * index)) }
    }
}
