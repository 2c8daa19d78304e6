/// The three kinds of operation.
public enum OperationKind: String, Sendable, CaseIterable {
    case query, mutation, subscription
}

/// A query, mutation or subscription.
public struct OperationDefinition: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// Query, mutation or subscription.
    public let kind: OperationKind
    /// The name; nil for an anonymous operation.
    public let name: Name?
    /// Slice of ``Document/variables``.
    public let variables: NodeRange
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Slice of ``Document/selections``.
    public let selectionSet: NodeRange
    /// Offset of the opening brace of the selection set.
    public let selectionSetOffset: Int32
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A fragment.
public struct FragmentDefinition: Sendable {
    /// Index into ``Document/strings``.
    public let description: Int32?
    /// The name, and where it stands.
    public let name: Name
    /// Empty but with the experimental fragment arguments.
    public let variables: NodeRange
    /// The type that the fragment is on.
    public let typeCondition: Name
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Slice of ``Document/selections``.
    public let selectionSet: NodeRange
    /// Offset of the opening brace of the selection set.
    public let selectionSetOffset: Int32
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// One selection: a field, a fragment spread or an inline fragment.
public struct Selection: Sendable {
    /// The three kinds of selection.
    public enum Kind: UInt8, Sendable { case field, fragmentSpread, inlineFragment }

    /// Which of the three it is.
    public let kind: Kind
    /// The alias of a field, if it has one.
    public let alias: Name?
    /// The field's or fragment's name; the type condition of an inline fragment, if it has one.
    public let name: Name?
    /// Those of a fragment spread are experimental: ``ParserOptions/allowsFragmentArguments``.
    public let arguments: NodeRange
    /// Slice of ``Document/directives``.
    public let directives: NodeRange
    /// Slice of ``Document/selections``; nil where the source has no braces.
    public internal(set) var selectionSet: NodeRange?
    /// Offset of the opening brace of the selection set.
    public let selectionSetOffset: Int32
    /// Byte offset at which the node starts.
    public let offset: Int32
}

/// A variable of an operation.
public struct VariableDefinition: Sendable {
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
    /// Offset of the `$`.
    public let offset: Int32
}
