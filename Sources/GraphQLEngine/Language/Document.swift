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
    /// Operations, in the order of the source.
    public internal(set) var operations: [OperationDefinition] = []
    /// Fragment definitions, in the order of the source.
    public internal(set) var fragments: [FragmentDefinition] = []
    /// Selections; those of one selection set are contiguous.
    public internal(set) var selections: [Selection] = []
    /// Variable definitions; those of one operation are contiguous.
    public internal(set) var variables: [VariableDefinition] = []
    /// Arguments of fields and directives; those of one node are contiguous.
    public internal(set) var arguments: [Argument] = []
    /// Directives as they are applied; those of one node are contiguous.
    public internal(set) var directives: [Directive] = []
    /// Value literals and variables; the items of one list are contiguous.
    public internal(set) var values: [Value] = []
    /// Fields of object values; those of one value are contiguous.
    public internal(set) var objectFields: [ObjectField] = []
    /// Type references, the wrapped ones among them.
    public internal(set) var typeReferences: [TypeReferenceNode] = []

    /// Schema definitions and extensions, in the order of the source.
    public internal(set) var schemas: [SchemaNode] = []
    /// Root operation types; those of one schema definition are contiguous.
    public internal(set) var operationTypes: [OperationTypeNode] = []
    /// Definitions and extensions of types, in the order of the source.
    public internal(set) var types: [TypeNode] = []
    /// Field definitions; those of one type are contiguous.
    public internal(set) var fields: [FieldNode] = []
    /// Definitions of arguments and input fields; those of one node are contiguous.
    public internal(set) var inputValues: [InputValueNode] = []
    /// Enum values; those of one type are contiguous.
    public internal(set) var enumValues: [EnumValueNode] = []
    /// Directive definitions and extensions, in the order of the source.
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
    /// Index of the first node.
    public let start: Int32
    /// Number of nodes.
    public let count: Int32

    /// No nodes.
    public static let empty = NodeRange(start: 0, count: 0)

    /// Whether there are no nodes.
    public var isEmpty: Bool { count == 0 }
    /// The indices of the nodes in their array.
    public var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

/// A name as it stands at one place: its symbol in the document, and the byte offset of its first letter.
public struct Name: Sendable {
    /// Index into ``Document/symbols``; equal names have equal symbols.
    public let symbol: Int32
    /// Byte offset of the first letter.
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
