/// An argument as it is given.
public struct Argument: Sendable {
    /// The name, and where it stands.
    public let name: Name
    /// Index into ``Document/values``.
    public let value: Int32
    /// Byte offset at which the node starts.
    public var offset: Int32 { name.offset }
}

/// A directive as it is applied.
public struct Directive: Sendable {
    /// The name, and where it stands.
    public let name: Name
    /// Slice of ``Document/arguments``.
    public let arguments: NodeRange
    /// Offset of the `@`.
    public let offset: Int32
}

/// A value literal or variable.
public struct Value: Sendable {
    /// The kinds of value, each with its content.
    public enum Kind: Sendable {
        case variable(Name)
        /// Byte range of the number in the source.
        case int(Range<Int32>)
        case float(Range<Int32>)
        /// Index into ``Document/strings``.
        case string(Int32)
        case boolean(Bool)
        case null
        case enumeration(Name)
        /// Slice of ``Document/values``.
        case list(NodeRange)
        /// Slice of ``Document/objectFields``.
        case object(NodeRange)
    }

    /// The kind with its content.
    public let kind: Kind
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A field of an object value.
public struct ObjectField: Sendable {
    /// The name, and where it stands.
    public let name: Name
    /// Index into ``Document/values``.
    public let value: Int32
    /// Byte offset at which the node starts.
    public var offset: Int32 { name.offset }
}

/// A type reference as written: named, list or non-null.
public struct TypeReferenceNode: Sendable {
    /// A name, or a wrapper around another reference.
    public enum Kind: Sendable {
        case named(Name)
        /// Index into ``Document/typeReferences``.
        case list(Int32)
        case nonNull(Int32)
    }

    /// The name or wrapper.
    public let kind: Kind
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// The decoded content of a string literal, and whether it was written as a block string.
public struct StringNode: Sendable {
    /// What the literal stands for, escapes and indentation taken away.
    public let text: String
    /// Whether it is written between triple quotes.
    public let isBlock: Bool
    /// Byte offset at which the node starts.
    public let offset: Int32
}
