/// What a source may cost before the parser gives up.
public struct ParserLimits: Sendable, Hashable {
    /// Tokens of the document, comments not counted; nil for any number.
    public var maximumTokens: Int?
    /// Selection sets, list and object values and list types inside one another. The parser recurses once
    /// per level, so that this also bounds its stack.
    public var maximumDepth: Int

    public init(maximumTokens: Int? = nil, maximumDepth: Int = 64) {
        self.maximumTokens = maximumTokens
        self.maximumDepth = maximumDepth
    }
}
