/// What one request may ask for before it is looked at any closer; nil switches a limit off.
///
/// Tokens and nesting are bounded earlier, by ``ParserOptions``.
public struct RequestLimits: Sendable, Hashable {
    /// Fields inside one another with the fragments in place; `{ a { b } }` has depth 2.
    public var depth: Int?
    /// Fields inside `__schema` or `__type`; the usual introspection query has 14.
    public var introspectionDepth: Int?
    /// Lists inside one another below `__schema` or `__type`, which multiply the answer.
    public var introspectionLists: Int?
    /// Fields with an alias in the whole document.
    public var aliases: Int?
    /// Fields of the root selection set of a query or subscription.
    public var rootFields: Int?
    /// Fields of the root selection set of a mutation.
    public var mutationRootFields: Int?
    /// Directives on one node.
    public var directivesPerNode: Int?
    /// Directives in the whole document.
    public var directives: Int?
    /// Fragments that the operation reaches.
    public var fragments: Int?

    /// The limits of a public server, unless told otherwise.
    public init(
        depth: Int? = 12,
        introspectionDepth: Int? = 15,
        introspectionLists: Int? = 2,
        aliases: Int? = 30,
        rootFields: Int? = 20,
        mutationRootFields: Int? = 25,
        directivesPerNode: Int? = 10,
        directives: Int? = 50,
        fragments: Int? = 100
    ) {
        self.depth = depth
        self.introspectionDepth = introspectionDepth
        self.introspectionLists = introspectionLists
        self.aliases = aliases
        self.rootFields = rootFields
        self.mutationRootFields = mutationRootFields
        self.directivesPerNode = directivesPerNode
        self.directives = directives
        self.fragments = fragments
    }

    /// No limit at all.
    public static let none = RequestLimits(
        depth: nil,
        introspectionDepth: nil,
        introspectionLists: nil,
        aliases: nil,
        rootFields: nil,
        mutationRootFields: nil,
        directivesPerNode: nil,
        directives: nil,
        fragments: nil
    )
}
