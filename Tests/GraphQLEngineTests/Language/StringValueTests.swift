import Testing

@testable import GraphQLEngine

@Suite struct StringValueTests {
    @Test(arguments: [
        (#""""#, ""), (#""simple""#, "simple"), (#"" white space ""#, " white space "),
        (#""quote \"""#, "quote \""), (#""escaped \b\f\n\r\t\/\\""#, "escaped \u{8}\u{C}\n\r\t/\\"),
        (#""\u0041\u00e9\u00E9""#, "Aéé"), (#""\u{41}\u{1F600}\u{0000041}\u{10FFFF}""#, "A😀A\u{10FFFF}"),
        (#""\u{000000E9}""#, "é"), (#""\uD83D\uDE00""#, "😀"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
        (#""\u0000""#, "\u{0}"), (#""\u{D7FF}\u{E000}""#, "\u{D7FF}\u{E000}"),
        ("\"café 😀 \u{FEFF}\u{2028}\"", "café 😀 \u{FEFF}\u{2028}"), ("\"\u{7}\u{0}\"", "\u{7}\u{0}"),
        ("\"a,b#c\"", "a,b#c"),
    ])
    func quoted(literal: String, value: String) throws {
        let string = try string(literal)
        #expect(Array(string.text.unicodeScalars) == Array(value.unicodeScalars))
        #expect(!string.isBlock)
    }

    @Test(arguments: [
        ("\"", "Unterminated string.", 2), ("\"no end", "Unterminated string.", 8),
        ("\"line\nbreak\"", "Unterminated string.", 6), ("\"line\rbreak\"", "Unterminated string.", 6),
        ("\"\\\"", "Unterminated string.", 4),
        ("\"\\", "Invalid character escape sequence: \"\\\".", 2),
        (#""bad \z esc""#, #"Invalid character escape sequence: "\z"."#, 6),
        (#""bad \é esc""#, #"Invalid character escape sequence: "\é"."#, 6),
        (#""bad \U0041""#, #"Invalid character escape sequence: "\U"."#, 6),
        (#""bad \u1 esc""#, #"Invalid Unicode escape sequence: "\u1 es"."#, 6),
        (#""bad \u0XX1 esc""#, #"Invalid Unicode escape sequence: "\u0XX1"."#, 6),
        (#""bad \uXXXX esc""#, #"Invalid Unicode escape sequence: "\uXXXX"."#, 6),
        (#""\u1é😀3""#, #"Invalid Unicode escape sequence: "\u1é😀"."#, 2),
        (#""bad \uD83D esc""#, #"Invalid Unicode escape sequence: "\uD83D"."#, 6),
        (#""bad \uDE00 esc""#, #"Invalid Unicode escape sequence: "\uDE00"."#, 6),
        (#""\uD83D\u0041""#, #"Invalid Unicode escape sequence: "\uD83D"."#, 2),
        (#""\uD83D\n""#, #"Invalid Unicode escape sequence: "\uD83D"."#, 2),
        (#""\u00"#, #"Invalid Unicode escape sequence: "\u00"."#, 2),
        (#""\u{}""#, #"Invalid Unicode escape sequence: "\u{}"."#, 2),
        (#""\u{41""#, #"Invalid Unicode escape sequence: "\u{41""."#, 2),
        (#""\u{G}""#, #"Invalid Unicode escape sequence: "\u{G"."#, 2),
        (#""\u{D800}""#, #"Invalid Unicode escape sequence: "\u{D800}"."#, 2),
        (#""\u{110000}""#, #"Invalid Unicode escape sequence: "\u{110000}"."#, 2),
        (#""\u{000000041}""#, #"Invalid Unicode escape sequence: "\u{000000041"."#, 2),
        (#""\u{FFFFFFFF}""#, #"Invalid Unicode escape sequence: "\u{FFFFFFFF"."#, 2),
        ("\"\"\"", "Unterminated string.", 4), ("\"\"\"a\n\"\"", "Unterminated string.", 3),
    ])
    func errors(literal: String, message: String, column: Int) throws {
        let error = try #require(throws: SyntaxError.self) { try tokens(literal) }
        #expect(error.message == "Syntax Error: " + message)
        #expect(error.location.column == column)
    }

    private func string(_ literal: String) throws -> StringNode {
        let (document, _) = try Document.parseConstValue(Source(literal))
        return try #require(document.strings.first)
    }
}
