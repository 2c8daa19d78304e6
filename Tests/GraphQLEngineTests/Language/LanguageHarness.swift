import GraphQLEngine
import Testing

/// The document as the printer writes it.
func printed(_ text: String, _ options: ParserOptions = ParserOptions()) throws -> String {
    try Document.parse(Source(text), options: options).printed()
}

/// The message of the syntax error that a document must have, without its prefix, and where it is: `… (1:5)`.
func syntaxError(_ text: String, _ options: ParserOptions = ParserOptions()) throws -> String {
    let error = try #require(throws: SyntaxError.self) { _ = try Document.parse(Source(text), options: options) }
    return described(error)
}

func described(_ error: SyntaxError) -> String {
    "\(error.message.dropFirst("Syntax Error: ".count)) (\(error.location.line):\(error.location.column))"
}

extension Document {
    /// The texts of a slice of names.
    func texts(_ range: NodeRange) -> [String] {
        names[range.indices].map(text)
    }

    /// The selections of a slice with their own in brackets: `a b[c]`.
    func outline(_ range: NodeRange) -> String {
        selections[range.indices].map { selection in
            (selection.name.map(text) ?? "...") + (selection.selectionSet.map { "[\(outline($0))]" } ?? "")
        }.joined(separator: " ")
    }
}
