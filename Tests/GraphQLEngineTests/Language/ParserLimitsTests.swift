import GraphQLEngine
import Testing

@Suite struct ParserLimitsTests {
    private static let tooDeep = "Syntax Error: Document nests deeper than 64 levels."

    @Test(arguments: [
        ("{ a(b: " + String(repeating: "[", count: 100_000), 7 + 63),
        ("{ a(b: " + String(repeating: "{c:", count: 100_000), 7 + 63 * 3),
        (String(repeating: "{a", count: 5_000), 64 * 2),
        (String(repeating: "{...", count: 5_000), 64 * 4),
        ("query ($a: " + String(repeating: "[", count: 100_000), 11 + 65),
        ("type A { a: " + String(repeating: "[", count: 100_000), 12 + 65),
    ])
    func endlessNesting(text: String, offset: Int) throws {
        let error = try #require(throws: SyntaxError.self) { try Document.parse(Source(text)) }
        #expect(error.message == Self.tooDeep)
        #expect(Int(error.offset) == offset)
    }

    @Test func nestingUpToTheLimit() throws {
        for (opening, closing) in [("{a", "}"), ("{...", "}")] {
            let inner = String(repeating: opening, count: 63) + "{a}" + String(repeating: closing, count: 63)
            #expect(try Document.parse(Source(inner)).operations.count == 1)
        }
        let list = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(try Document.parseValue(Source(list)).document.values.count == 64)
        let error = try #require(throws: SyntaxError.self) { try Document.parseValue(Source("[\(list)]")) }
        #expect(error.message == Self.tooDeep)
    }

    @Test func levelsAreGivenBack() throws {
        let siblings = String(repeating: "a(b: [[1]], c: {d: {}}) { b }\n", count: 1_000)
        #expect(try Document.parse(Source("{ \(siblings) }")).selections.count == 2_000)
    }

    @Test func configuredDepth() throws {
        let limits = ParserLimits(maximumDepth: 2)
        _ = try Document.parse(Source("{ a { b } }"), limits: limits)
        let error = try #require(throws: SyntaxError.self) {
            try Document.parse(Source("{ a { b(c: []) } }"), limits: limits)
        }
        #expect(error.message == "Syntax Error: Document nests deeper than 2 levels.")
        #expect(error.location == SourceLocation(line: 1, column: 12))
    }

    @Test func tokens() throws {
        let source = Source("{ a # not counted\n b(c: 1) }")
        _ = try Document.parse(source, limits: ParserLimits(maximumTokens: 9))
        let error = try #require(throws: SyntaxError.self) {
            try Document.parse(source, limits: ParserLimits(maximumTokens: 8))
        }
        #expect(error.message == "Syntax Error: Document contains more than 8 tokens. Parsing aborted.")
        #expect(error.location == SourceLocation(line: 2, column: 10))
    }

    @Test func noTokens() throws {
        let error = try #require(throws: SyntaxError.self) {
            try Document.parse(Source("{a}"), limits: ParserLimits(maximumTokens: 0))
        }
        #expect(error.message == "Syntax Error: Document contains more than 0 tokens. Parsing aborted.")
    }
}
