/// A parsed GraphQL document: executable definitions, type-system definitions, or both.
///
/// The tree is flat. Every kind of node lives in one array of this document, children are contiguous
/// slices (``NodeRange``) of the array of their kind, and names are interned symbols, so that walking a
/// document touches no reference counts and comparing two names compares two integers.
///
/// Source: GraphQL specification, September 2025, section 2 "Language" and section 3 "Type System".
public struct Document: Sendable {
    /// The text that was parsed; locations are byte offsets into it.
    public let source: Source

    /// Top-level definitions in the order of the source.
    public internal(set) var definitions: [Definition] = []
    public internal(set) var operations: [OperationDefinition] = []
    public internal(set) var fragments: [FragmentDefinition] = []
    public internal(set) var selections: [Selection] = []
    public internal(set) var variables: [VariableDefinition] = []
    public internal(set) var arguments: [Argument] = []
    public internal(set) var directives: [Directive] = []
    public internal(set) var values: [Value] = []
    public internal(set) var objectFields: [ObjectField] = []
    public internal(set) var typeReferences: [TypeReferenceNode] = []

    public internal(set) var schemas: [SchemaNode] = []
    public internal(set) var operationTypes: [OperationTypeNode] = []
    public internal(set) var types: [TypeNode] = []
    public internal(set) var fields: [FieldNode] = []
    public internal(set) var inputValues: [InputValueNode] = []
    public internal(set) var enumValues: [EnumValueNode] = []
    public internal(set) var directiveDefinitions: [DirectiveNode] = []
    /// Names in lists: implemented interfaces, union members, directive locations.
    public internal(set) var names: [Name] = []

    /// Decoded contents of string values and descriptions.
    public internal(set) var strings: [StringNode] = []
    /// Text of each symbol.
    public internal(set) var symbols: [String] = []

    init(source: Source) {
        self.source = source
    }

    /// The text of a name.
    public func text(_ name: Name) -> String {
        symbols[Int(name.symbol)]
    }

    /// The symbol of a text, if the document has such a name anywhere.
    public func symbol(_ text: String) -> Int32? {
        symbols.firstIndex(of: text).map(Int32.init)
    }
}

/// A contiguous slice of one of the document's arrays.
public struct NodeRange: Sendable, Hashable {
    public let start: Int32
    public let count: Int32

    public static let empty = NodeRange(start: 0, count: 0)

    public var isEmpty: Bool { count == 0 }
    public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A name as it stands at one place: its symbol in the document, and the byte offset of its first letter.
public struct Name: Sendable {
    public let symbol: Int32
    public let offset: Int32
}

/// A top-level definition: an index into the array of its kind.
public enum Definition: Sendable {
    case operation(Int)
    case fragment(Int)
    case schema(Int)
    case type(Int)
    case directive(Int)
}

/// The three kinds of operation.
public enum OperationKind: String, Sendable, CaseIterable {
    case query, mutation, subscription
}

public struct OperationDefinition: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    public let kind: OperationKind
    public let name: Name?
    public let variables: NodeRange
    public let directives: NodeRange
    /// Slice of ``Document/selections``.
    public let selectionSet: NodeRange
    /// Offset of the opening brace of the selection set.
    public let selectionSetOffset: Int32
    public let offset: Int32
}

public struct FragmentDefinition: Sendable {
    public let description: Int32?
    public let name: Name
    /// Empty but with the experimental fragment arguments.
    public let variables: NodeRange
    public let typeCondition: Name
    public let directives: NodeRange
    public let selectionSet: NodeRange
    public let selectionSetOffset: Int32
    public let offset: Int32
}

/// One selection: a field, a fragment spread or an inline fragment.
public struct Selection: Sendable {
    public enum Kind: UInt8, Sendable { case field, fragmentSpread, inlineFragment }

    public let kind: Kind
    public let alias: Name?
    /// The field's or fragment's name; the type condition of an inline fragment, if it has one.
    public let name: Name?
    /// Those of a fragment spread are experimental: ``ParserOptions/allowsFragmentArguments``.
    public let arguments: NodeRange
    public let directives: NodeRange
    /// Slice of ``Document/selections``; nil where the source has no braces.
    public internal(set) var selectionSet: NodeRange?
    public let selectionSetOffset: Int32
    public let offset: Int32
}

public struct VariableDefinition: Sendable {
    public let description: Int32?
    public let name: Name
    /// Index into ``Document/typeReferences``.
    public let type: Int32
    /// Index into ``Document/values``.
    public let defaultValue: Int32?
    public let directives: NodeRange
    /// Offset of the `$`.
    public let offset: Int32
}

public struct Argument: Sendable {
    public let name: Name
    /// Index into ``Document/values``.
    public let value: Int32
    public var offset: Int32 { name.offset }
}

public struct Directive: Sendable {
    public let name: Name
    public let arguments: NodeRange
    /// Offset of the `@`.
    public let offset: Int32
}

/// A value literal or variable.
public struct Value: Sendable {
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

    public let kind: Kind
    public let offset: Int32
}

public struct ObjectField: Sendable {
    public let name: Name
    /// Index into ``Document/values``.
    public let value: Int32
    public var offset: Int32 { name.offset }
}

/// A type reference as written: named, list or non-null.
public struct TypeReferenceNode: Sendable {
    public enum Kind: Sendable {
        case named(Name)
        /// Index into ``Document/typeReferences``.
        case list(Int32)
        case nonNull(Int32)
    }

    public let kind: Kind
    public let offset: Int32
}

/// The decoded content of a string literal, and whether it was written as a block string.
public struct StringNode: Sendable {
    public let text: String
    public let isBlock: Bool
    public let offset: Int32
}

public struct SchemaNode: Sendable {
    public let description: Int32?
    public let isExtension: Bool
    public let directives: NodeRange
    public let operationTypes: NodeRange
    public let offset: Int32
}

public struct OperationTypeNode: Sendable {
    public let operation: OperationKind
    public let type: Name
    public let offset: Int32
}

/// A definition or extension of a named type.
public struct TypeNode: Sendable {
    public let description: Int32?
    public let isExtension: Bool
    public let kind: TypeKind
    public let name: Name
    /// Slice of ``Document/names``: implemented interfaces, or members of a union.
    public let interfaces: NodeRange
    public let members: NodeRange
    public let directives: NodeRange
    /// Slice of ``Document/fields`` (objects and interfaces).
    public let fields: NodeRange
    /// Slice of ``Document/inputValues`` (input objects).
    public let inputFields: NodeRange
    /// Slice of ``Document/enumValues``.
    public let enumValues: NodeRange
    public let offset: Int32
}

public struct FieldNode: Sendable {
    public let description: Int32?
    public let name: Name
    public let arguments: NodeRange
    public let type: Int32
    public let directives: NodeRange
    public let offset: Int32
}

public struct InputValueNode: Sendable {
    public let description: Int32?
    public let name: Name
    public let type: Int32
    public let defaultValue: Int32?
    public let directives: NodeRange
    public let offset: Int32
}

public struct EnumValueNode: Sendable {
    public let description: Int32?
    public let name: Name
    public let directives: NodeRange
    public let offset: Int32
}

/// A definition of a directive, or an extension of one, which only adds directives to it.
public struct DirectiveNode: Sendable {
    public let description: Int32?
    public let isExtension: Bool
    public let name: Name
    /// Slice of ``Document/inputValues``.
    public let arguments: NodeRange
    /// Directives applied to this one.
    public let directives: NodeRange
    public let isRepeatable: Bool
    /// Slice of ``Document/names``.
    public internal(set) var locations: NodeRange
    public let offset: Int32
}
