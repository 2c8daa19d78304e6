public import JSON

/// A Swift type whose values are results of leaf fields, and know how they are written.
///
/// The conformance says at start-up which GraphQL types the Swift type can stand for, nullability included,
/// so that writing needs no check: a `String` can never be null where `String!` is promised.
public protocol OutputValue: Sendable {
    /// Whether values may stand for a field of this type.
    static func fits(_ type: TypeReference, in schema: Schema) -> Bool

    /// Writes the value. Answers false when it was a null.
    func write(to writer: inout JSONWriter) -> Bool
}

/// An ``OutputValue`` that stands for one or several scalar or enum types, and is never null.
public protocol LeafValue: OutputValue {
    /// Whether values may stand for this scalar or enum type.
    static func represents(_ type: NamedType) -> Bool

    /// Writes the value, which is no null.
    func writeLeaf(to writer: inout JSONWriter)
}

extension LeafValue {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        guard case .named(let named) = schema[schema.nullable(type)] else { return false }
        return represents(schema[named])
    }

    @inlinable
    public func write(to writer: inout JSONWriter) -> Bool {
        writeLeaf(to: &writer)
        return true
    }
}

/// Stands for String, ID and custom scalars that are written as strings.
extension String: LeafValue {
    public static func represents(_ type: NamedType) -> Bool {
        type.kind == .scalar && !["Int", "Float", "Boolean"].contains(type.name)
    }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(self) }
}

/// Stands for Int: 32 bits, as the specification has it (section 3.5.1).
extension Int32: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "Int" }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.writeInt(Int64(self)) }
}

/// Stands for Float. Not a number and infinity have no JSON form and are written as null.
extension Double: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "Float" }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.writeDouble(self) }
}

extension Bool: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.name == "Boolean" }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.writeBool(self) }
}

/// Stands for custom scalars of any JSON value.
extension JSONValue: LeafValue {
    public static func represents(_ type: NamedType) -> Bool { type.kind == .scalar && !type.isBuiltIn }

    public func writeLeaf(to writer: inout JSONWriter) { writer.write(self) }
}

/// UTF-8 text that somebody else owns, written without making a String of it.
///
/// The owner (a row's result set, say) must be kept alive by the row from which the value was taken: rows
/// live until the response is written.
public struct BorrowedText: LeafValue, @unchecked Sendable {  // the bytes are immutable while their owner lives
    /// The text, which its owner keeps.
    public let utf8: UnsafeRawBufferPointer

    /// - Parameter utf8: valid until the response is written.
    @inlinable
    public init(utf8: UnsafeRawBufferPointer) {
        self.utf8 = utf8
    }

    public static func represents(_ type: NamedType) -> Bool { String.represents(type) }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(utf8: utf8) }
}

/// JSON text that somebody else owns and that is known to be valid, such as a jsonb column.
public struct BorrowedJSON: LeafValue, @unchecked Sendable {  // the bytes are immutable while their owner lives
    /// The text, which its owner keeps.
    public let utf8: UnsafeRawBufferPointer

    /// - Parameter utf8: valid until the response is written.
    @inlinable
    public init(utf8: UnsafeRawBufferPointer) {
        self.utf8 = utf8
    }

    public static func represents(_ type: NamedType) -> Bool { JSONValue.represents(type) }

    @inlinable
    public func writeLeaf(to writer: inout JSONWriter) { writer.append(utf8) }
}

extension Optional: OutputValue where Wrapped: OutputValue {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        !schema.isNonNull(type) && Wrapped.fits(type, in: schema)
    }

    @inlinable
    public func write(to writer: inout JSONWriter) -> Bool {
        guard let value = self else {
            writer.writeNull()
            return false
        }
        return value.write(to: &writer)
    }
}

extension Array: OutputValue where Element: OutputValue {
    public static func fits(_ type: TypeReference, in schema: Schema) -> Bool {
        guard case .list(let item) = schema[schema.nullable(type)] else { return false }
        return Element.fits(item, in: schema)
    }

    @inlinable
    public func write(to writer: inout JSONWriter) -> Bool {
        writer.append(UInt8(ascii: "["))
        for index in indices {
            if index > 0 { writer.append(UInt8(ascii: ",")) }
            _ = self[index].write(to: &writer)
        }
        writer.append(UInt8(ascii: "]"))
        return true
    }
}
