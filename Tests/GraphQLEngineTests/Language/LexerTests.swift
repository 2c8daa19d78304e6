import Testing

@testable import GraphQLEngine

@Suite struct LexerTests {
    @Test(arguments: [
        ("!", TokenKind.exclamationMark), ("$", .dollar), ("&", .ampersand), ("(", .leftParenthesis),
        (")", .rightParenthesis), ("...", .spread), (":", .colon), ("=", .equals), ("@", .at),
        ("[", .leftBracket), ("]", .rightBracket), ("{", .leftBrace), ("|", .verticalBar), ("}", .rightBrace),
        ("name", .name), ("_", .name), ("_0aZ9", .name), ("Z", .name),
        ("0", .int), ("-0", .int), ("4", .int), ("-4", .int), ("9007199254740993", .int),
        ("4.123", .float), ("-4.123", .float), ("0.123", .float), ("123e4", .float), ("123E4", .float),
        ("123e-4", .float), ("123e+4", .float), ("-1.123e4567", .float), ("0e0", .float),
        ("\"\"", .string), ("\"a\"", .string), ("\"\"\"\"\"\"", .blockString), ("\"\"\"a\"\"\"", .blockString),
    ])
    func kindAndExtent(text: String, kind: TokenKind) throws {
        let tokens = try tokens("  \(text) ,")
        #expect(tokens.map(\.kind) == [kind, .endOfFile])
        #expect(tokens[0].start == 2)
        #expect(Int(tokens[0].end) == 2 + text.utf8.count)
    }

    @Test(arguments: [
        "a b", "a,b", "a,,,b", "a\tb", "a\nb", "a\r\nb", "a\rb", "\u{FEFF}a\u{FEFF}b", "a#c\nb", "a #\rb",
        "#é😀\u{0}\"\na b#", "a\n\n,\u{FEFF} # \n#\n b ",
    ])
    func ignoredCharacters(text: String) throws {
        #expect(try tokens(text).map(\.kind) == [.name, .name, .endOfFile])
    }

    @Test func punctuatorsNeedNoSpace() throws {
        let kinds = try tokens("{a(b:$c)@d...[1!]|&=}").map(\.kind)
        #expect(
            kinds == [
                .leftBrace, .name, .leftParenthesis, .name, .colon, .dollar, .name, .rightParenthesis, .at, .name,
                .spread, .leftBracket, .int, .exclamationMark, .rightBracket, .verticalBar, .ampersand, .equals,
                .rightBrace, .endOfFile,
            ]
        )
    }

    @Test func emptySourceEndsAtItsLength() throws {
        for text in ["", " ", "# comment", "\u{FEFF}"] {
            let tokens = try tokens(text)
            #expect(tokens.map(\.kind) == [.endOfFile])
            #expect(Int(tokens[0].start) == text.utf8.count)
        }
    }

    @Test(arguments: [
        (".", "Unexpected character: \".\".", 1), ("..", "Unexpected \"..\", did you mean \"...\"?", 1),
        (".. .", "Unexpected \"..\", did you mean \"...\"?", 1),
        (".123", "Invalid number, expected digit before \".\", did you mean \"0.123\"?", 1),
        (".1.2", "Invalid number, expected digit before \".\", did you mean \"0.1\"?", 1),
        ("?", "Unexpected character: \"?\".", 1), ("\\", "Unexpected character: \"\\\".", 1),
        ("'a'", "Unexpected single quote character ('), did you mean to use a double quote (\")?", 1),
        ("\u{0}", "Unexpected character: U+0000.", 1), ("\u{7}", "Unexpected character: U+0007.", 1),
        ("\u{7F}", "Unexpected character: U+007F.", 1), ("é", "Unexpected character: U+00E9.", 1),
        ("\u{200B}", "Unexpected character: U+200B.", 1), ("😀", "Unexpected character: U+1F600.", 1),
        ("00", "Invalid number, unexpected digit after 0: \"0\".", 2),
        ("01", "Invalid number, unexpected digit after 0: \"1\".", 2),
        ("-01", "Invalid number, unexpected digit after 0: \"1\".", 3),
        ("01.23", "Invalid number, unexpected digit after 0: \"1\".", 2),
        ("+1", "Unexpected character: \"+\".", 1),
        ("1.", "Invalid number, expected digit but got: <EOF>.", 3),
        ("1e", "Invalid number, expected digit but got: <EOF>.", 3),
        ("1E", "Invalid number, expected digit but got: <EOF>.", 3),
        ("1.e1", "Invalid number, expected digit but got: \"e\".", 3),
        ("1.A", "Invalid number, expected digit but got: \"A\".", 3),
        ("-", "Invalid number, expected digit but got: <EOF>.", 2),
        ("-A", "Invalid number, expected digit but got: \"A\".", 2),
        ("1.0e\"", "Invalid number, expected digit but got: '\"'.", 5),
        ("1e+é", "Invalid number, expected digit but got: U+00E9.", 4),
        ("1.2e3e", "Invalid number, expected digit but got: \"e\".", 6),
        ("1.2.3", "Invalid number, expected digit but got: \".\".", 4),
        ("1.23.4", "Invalid number, expected digit but got: \".\".", 5),
        ("0xF1", "Invalid number, expected digit but got: \"x\".", 2),
        ("0b10", "Invalid number, expected digit but got: \"b\".", 2),
        ("123abc", "Invalid number, expected digit but got: \"a\".", 4),
        ("1_234", "Invalid number, expected digit but got: \"_\".", 2),
        ("0.0_", "Invalid number, expected digit but got: \"_\".", 4),
    ])
    func errors(text: String, message: String, column: Int) throws {
        // A token and a line before the error: the location must not depend on them.
        let error = try #require(throws: SyntaxError.self) { try tokens("a\n" + text) }
        #expect(error.message == "Syntax Error: " + message)
        #expect(error.location == SourceLocation(line: 2, column: column))
    }

    @Test(
        arguments: [
            ([0xFF], 0), ([0x7B, 0x80], 1), ([0x23, 0xC3], 1), ([0x23, 0xC0, 0xAF], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
            ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0xE2, 0x82], 1), ([0xEF, 0xBB], 0),
            ([0x22, 0x22, 0x22, 0x61, 0xF0, 0x9F, 0x98, 0x22, 0x22, 0x22], 4), ([0x22, 0xE0, 0x80, 0x80, 0x22], 1),
        ] as [([UInt8], Int)]
    )
    func malformedUTF8(bytes: [UInt8], offset: Int) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parse(Source(bytes: bytes)) }
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        #expect(error.message == "Syntax Error: Invalid UTF-8 byte: 0x\(byte).")
        #expect(Int(error.offset) == offset)
    }
}

/// All tokens up to and including the end of the file.
func tokens(_ text: String) throws(SyntaxError) -> [Token] {
    let source = Source(text)
    return try source.bytes.withUnsafeBufferPointer { (bytes) throws(SyntaxError) -> [Token] in
        var lexer = Lexer(source: source, bytes: bytes)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .endOfFile
        return tokens
    }
}
