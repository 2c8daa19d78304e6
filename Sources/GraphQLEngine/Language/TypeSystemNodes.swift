/// A definition or extension of the schema.
public struct SchemaNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// Whether it extends a definition that stands elsewhere.
    public let isExtension: Bool
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Slice of ``Document/operationTypes``.
    public let operationTypes: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A root operation type of a schema definition.
public struct OperationTypeNode: Sendable {
    /// The operations that start at the type.
    public let operation: OperationKind
    /// Name of the type.
    public let type: Name
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A definition or extension of a named type.
public struct TypeNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// Whether it extends a definition that stands elsewhere.
    public let isExtension: Bool
    /// The kind of type that the keyword says.
    public let kind: TypeKind
    /// The name, and where it stands.
    public let name: Name
    /// Slice of ``Document/names``: implemented interfaces, or members of a union.
    public let interfaces: NodeRange
    /// Slice of ``Document/names``: members of a union.
    public let members: NodeRange
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Slice of ``Document/fields`` (objects and interfaces).
    public let fields: NodeRange
    /// Slice of ``Document/inputValues`` (input objects).
    public let inputFields: NodeRange
    /// Slice of ``Document/enumValues``.
    public let enumValues: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A field of an object or interface type.
public struct FieldNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// The name, and where it stands.
    public let name: Name
    /// Slice of ``Document/inputValues``.
    public let arguments: NodeRange
    /// Index into ``Document/typeReferences``.
    public let type: Int32
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// An argument of a field or directive, or a field of an input object.
public struct InputValueNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// The name, and where it stands.
    public let name: Name
    /// Index into ``Document/typeReferences``.
    public let type: Int32
    /// Index into ``Document/values``.
    public let defaultValue: Int32?
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A value of an enum.
public struct EnumValueNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// The name, and where it stands.
    public let name: Name
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A definition of a directive, or an extension of one, which only adds directives to it.
public struct DirectiveNode: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// Whether it extends a definition that stands elsewhere.
    public let isExtension: Bool
    /// The name, and where it stands.
    public let name: Name
    /// Slice of ``Document/inputValues``.
    public let arguments: NodeRange
    /// Directives applied to this one.
    public let directives: NodeRange
    /// Whether it may be applied several times in one place.
    public let isRepeatable: Bool
    /// Slice of ``Document/names``.
    public internal(set) var locations: NodeRange
    /// Byte offset at which the node starts.
    public let offset: Int32
}
