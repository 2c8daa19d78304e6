/// How many tokens and comments a source may still have.
struct TokenBudget {
    private let options: ParserOptions
    /// Whether anything is to be counted.
    let isLimited: Bool
    private var tokens = 0
    private var comments = 0

    init(_ options: ParserOptions) {
        self.options = options
        isLimited =
            options.maximumTokens != nil || options.maximumLexicalTokens != nil || options.maximumComments != nil
    }

    /// Counts a token; answers what is wrong if it is one too many.
    mutating func countToken() -> String? {
        tokens += 1
        if let maximum = options.maximumLexicalTokens, tokens > maximum {
            return TokenBudget.excess(maximum, "tokens")
        }
        return excessOfTokensAndComments()
    }

    /// Counts a comment; answers what is wrong if it is one too many.
    mutating func countComment() -> String? {
        comments += 1
        if let maximum = options.maximumComments, comments > maximum {
            return TokenBudget.excess(maximum, "comments")
        }
        return excessOfTokensAndComments()
    }

    private func excessOfTokensAndComments() -> String? {
        guard let maximum = options.maximumTokens, tokens + comments > maximum else { return nil }
        return TokenBudget.excess(maximum, "tokens")
    }

    private static func excess(_ maximum: Int, _ things: String) -> String {
        "Document contains more than \(maximum) \(things). Parsing aborted."
    }
}
