/// What a source may cost before the parser gives up, and which syntax it may use.
public struct ParserOptions: Sendable, Hashable {
    /// Tokens and comments together; nil for any number.
    public var maximumTokens: Int?
    /// Tokens alone; nil for any number.
    public var maximumLexicalTokens: Int?
    /// Comments alone; nil for any number.
    public var maximumComments: Int?
    /// Unicode code points of the source; nil for any number.
    public var maximumSourceLength: Int?
    /// Selection sets, list and object values and list types inside one another. The parser and those who
    /// walk its documents recurse once per level, so that this also bounds their stack.
    public var maximumDepth: Int
    /// Whether fragments may define variables and spreads give them arguments, an experiment beyond the
    /// specification.
    public var allowsFragmentArguments: Bool
    /// Whether `{}` is a selection set, as in GraphQL.js 17; not so in the specification.
    public var allowsEmptySelectionSets: Bool

    /// No limits but that of the depth, and the syntax of GraphQL.js 17, unless told otherwise.
    public init(
        maximumTokens: Int? = nil,
        maximumLexicalTokens: Int? = nil,
        maximumComments: Int? = nil,
        maximumSourceLength: Int? = nil,
        maximumDepth: Int = 200,
        allowsFragmentArguments: Bool = false,
        allowsEmptySelectionSets: Bool = true
    ) {
        self.maximumTokens = maximumTokens
        self.maximumLexicalTokens = maximumLexicalTokens
        self.maximumComments = maximumComments
        self.maximumSourceLength = maximumSourceLength
        self.maximumDepth = maximumDepth
        self.allowsFragmentArguments = allowsFragmentArguments
        self.allowsEmptySelectionSets = allowsEmptySelectionSets
    }
}
