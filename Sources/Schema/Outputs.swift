public import FoundationEssentials
public import GraphQLEngine
public import JSON
public import Time

/// Stands for ID.
extension GlobalID: LeafValue, InputValueDecodable {
    public static func represents(_ type: NamedType) -> Bool { type.name == "ID" }

    public func writeLeaf(to writer: inout JSONWriter) {
        writer.append(UInt8(ascii: "\""))
        withCharacters { writer.append($0) }
        writer.append(UInt8(ascii: "\""))
    }

    public static func decoded(from value: InputValue) throws(GraphQLError) -> GlobalID {
        guard case .string(let text) = value else { throw value.mismatch }
        return GlobalID(text)
    }
}

/// Stands for DateTime.
extension Timestamp: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "DateTime" }

    public func writeLeaf(to writer: inout JSONWriter) {
        writer.writeQuoted(maximumByteCount: Timestamp.maximumByteCount) { writeRFC3339(to: $0) }
    }
}

/// Stands for Date.
extension CalendarDate: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "Date" }

    public func writeLeaf(to writer: inout JSONWriter) {
        writer.writeQuoted(maximumByteCount: CalendarDate.byteCount) { write(to: $0) }
    }
}

/// Stands for LocalTime.
extension LocalTime: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "LocalTime" }

    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(description) }
}

/// Stands for BigInt: a string where a number of JSON's common readers would lose digits.
extension Int64: LeafValue {
    private static let exactNumbers = -(1 << 53)...(1 << 53) as ClosedRange<Int64>

    public static func represents(_ type: NamedType) -> Bool { type.name == "BigInt" }

    public func writeLeaf(to writer: inout JSONWriter) {
        if Self.exactNumbers.contains(self) { writer.writeInt(self) } else { writer.writeString(String(self)) }
    }
}

/// Stands for UUID.
extension UUID: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "UUID" }

    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(uuidString.lowercased()) }
}

extension JSONWriter {
    /// Writes text that needs no escapes; `fill` stores it and answers how many bytes it took.
    fileprivate mutating func writeQuoted(
        maximumByteCount: Int,
        _ fill: (UnsafeMutablePointer<UInt8>) -> Int
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumByteCount) { buffer in
            guard let start = buffer.baseAddress else { return }
            let count = fill(start)
            append(UInt8(ascii: "\""))
            append(UnsafeRawBufferPointer(start: start, count: count))
            append(UInt8(ascii: "\""))
        }
    }
}
