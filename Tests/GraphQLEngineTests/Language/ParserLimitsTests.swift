import GraphQLEngine
import Testing

@Suite struct ParserLimitsTests {
    private static let tooDeep = "Syntax Error: Document is nested too deeply. Parsing aborted."

    @Test(arguments: [
        ("{ a(b: " + String(repeating: "[", count: 100_000), 7 + 199),
        ("{ a(b: " + String(repeating: "{c:", count: 100_000), 7 + 199 * 3),
        (String(repeating: "{a", count: 5_000), 200 * 2),
        (String(repeating: "{...", count: 5_000), 200 * 4),
        ("query ($a: " + String(repeating: "[", count: 100_000), 11 + 201),
        ("type A { a: " + String(repeating: "[", count: 100_000), 12 + 201),
    ])
    func endlessNesting(text: String, offset: Int) throws {
        let error = try #require(throws: SyntaxError.self) { try Document.parse(Source(text)) }
        #expect(error.message == Self.tooDeep)
        #expect(Int(error.offset) == offset)
    }

    @Test func nestingUpToTheLimit() throws {
        for (opening, closing) in [("{a", "}"), ("{...", "}")] {
            let inner = String(repeating: opening, count: 199) + "{a}" + String(repeating: closing, count: 199)
            #expect(try Document.parse(Source(inner)).operations.count == 1)
        }
        let list = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(try Document.parseValue(Source(list)).document.values.count == 200)
        let error = try #require(throws: SyntaxError.self) { try Document.parseValue(Source("[\(list)]")) }
        #expect(error.message == Self.tooDeep)
    }

    @Test func levelsAreGivenBack() throws {
        let siblings = String(repeating: "a(b: [[1]], c: {d: {}}) { b }\n", count: 1_000)
        #expect(try Document.parse(Source("{ \(siblings) }")).selections.count == 2_000)
    }

    @Test func configuredDepth() throws {
        let options = ParserOptions(maximumDepth: 2)
        _ = try Document.parse(Source("{ a { b } }"), options: options)
        let error = try #require(throws: SyntaxError.self) {
            try Document.parse(Source("{ a { b(c: []) } }"), options: options)
        }
        #expect(error.message == "Syntax Error: Document is nested too deeply. Parsing aborted.")
        #expect(error.location == SourceLocation(line: 1, column: 12))
    }

    @Test func tokens() throws {
        let text = "{ a # not counted\n b(c: 1) }"
        try parse(text, ParserOptions(maximumLexicalTokens: 9))
        let error = try error(text, ParserOptions(maximumLexicalTokens: 8))
        #expect(error.message == "Syntax Error: Document contains more than 8 tokens. Parsing aborted.")
        #expect(error.location == SourceLocation(line: 2, column: 10))
    }

    @Test func tokensAndCommentsTogether() throws {
        let text = "# 1\n{ a # 4\n b } # 7\n# 8"
        try parse(text, ParserOptions(maximumTokens: 8))
        let places = [(7, 4, 1), (6, 3, 6), (5, 3, 4), (4, 3, 2), (3, 2, 5), (2, 2, 3), (1, 2, 1), (0, 1, 1)]
        for (maximum, line, column) in places {
            let error = try error(text, ParserOptions(maximumTokens: maximum))
            #expect(error.message == "Syntax Error: Document contains more than \(maximum) tokens. Parsing aborted.")
            #expect(error.location == SourceLocation(line: line, column: column))
        }
    }

    @Test func comments() throws {
        let text = "# 1\n{ a # 2\n# 3\n}"
        try parse(text, ParserOptions(maximumLexicalTokens: 3, maximumComments: 3))
        let error = try error(text, ParserOptions(maximumComments: 2))
        #expect(error.message == "Syntax Error: Document contains more than 2 comments. Parsing aborted.")
        #expect(error.location == SourceLocation(line: 3, column: 1))
    }

    /// The keyword after a description is looked at before it is counted.
    @Test func lookaheadIsNotCounted() throws {
        let options = ParserOptions(maximumTokens: 1)
        #expect(try error("\"d\" { a }", options).message.contains("shorthand queries"))
        #expect(try error("extend foo", options).message == "Syntax Error: Unexpected Name \"foo\".")
        #expect(try error("\"d\" type A", options).message.contains("more than 1 tokens"))
        #expect(try error("\"d\" # c\n foo", options).message.contains("more than 1 tokens"))
    }

    @Test func sourceLengthCountsCodePoints() throws {
        let text = "{a(b:\"é😀\")}"
        try parse(text, ParserOptions(maximumSourceLength: 11))
        let error = try error(text, ParserOptions(maximumSourceLength: 10))
        #expect(error.message == "Syntax Error: Source contains more than 10 code points. Parsing aborted.")
        #expect(Int(error.offset) == text.utf8.count - 1)
    }

    @Test func noTokens() throws {
        let error = try error("{a}", ParserOptions(maximumTokens: 0))
        #expect(error.message == "Syntax Error: Document contains more than 0 tokens. Parsing aborted.")
    }

    private func parse(_ text: String, _ options: ParserOptions) throws {
        _ = try Document.parse(Source(text), options: options)
    }

    private func error(_ text: String, _ options: ParserOptions) throws -> SyntaxError {
        try #require(throws: SyntaxError.self) { _ = try Document.parse(Source(text), options: options) }
    }
}
