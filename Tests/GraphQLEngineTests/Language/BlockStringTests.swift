import Testing

@testable import GraphQLEngine

@Suite struct BlockStringTests {
    @Test(arguments: [
        ("", ""), ("simple", "simple"), (" white space ", " white space "), ("contains \" quote", "contains \" quote"),
        (#"contains \""" quotes"#, "contains \"\"\" quotes"), (#"\n \u0041 \x"#, #"\n \u0041 \x"#),
        (#"\\""" x"#, #"\""" x"#), ("multi\nline", "multi\nline"),
        ("multi\rline\r\nnormalized", "multi\nline\nnormalized"),
        ("\n\n  spans\n    multiple\n      lines\n\n", "spans\n  multiple\n    lines"),
        ("\n  Hello,\n    World!\n\n  Yours,\n    GraphQL.\n", "Hello,\n  World!\n\nYours,\n  GraphQL."),
        ("    Hello,\n      World!\n    Yours.", "    Hello,\n  World!\nYours."),
        ("\n\tTab\n\t\tmore", "Tab\n\tmore"), ("\n  a\n \n  b", "a\n\nb"), ("\n  a\n     \n  b\n", "a\n   \nb"),
        ("\n \t \n  ", ""), ("a\n   ", "a"), ("\u{3000}a\n\u{3000}b", "\u{3000}a\n\u{3000}b"),
        ("caf\u{E9} 😀", "café 😀"),
    ])
    func value(raw: String, value: String) throws {
        let (document, _) = try Document.parseConstValue(Source("\"\"\"\(raw)\"\"\""))
        let string = try #require(document.strings.first)
        #expect(string.text == value)
        #expect(string.isBlock)
    }

    @Test func quotesBeforeTheEnd() throws {
        let error = try #require(throws: SyntaxError.self) { try tokens(#""""a"""""#) }
        #expect(error.message == "Syntax Error: Unterminated string.")
    }

    @Test(arguments: [
        ("", #""""""""#), ("a", #""""a""""#), (" a", #"""" a""""#), ("a \"b\" c", #""""a "b" c""""#),
        ("ends \"", "\"\"\"\nends \"\n\"\"\""), ("ends \\", "\"\"\"\nends \\\n\"\"\""),
        ("a\nb", "\"\"\"\na\nb\n\"\"\""), ("a\n  b", "\"\"\"\na\n  b\n\"\"\""), (" a\n b", "\"\"\"\n a\n b\n\"\"\""),
        ("three \"\"\" quotes", #""""three \""" quotes""""#), ("end \"\"\"", "\"\"\"\nend \\\"\"\"\n\"\"\""),
        (String(repeating: "x", count: 70), "\"\"\"\(String(repeating: "x", count: 70))\"\"\""),
        (String(repeating: "x", count: 71), "\"\"\"\n\(String(repeating: "x", count: 71))\n\"\"\""),
    ])
    func printed(text: String, literal: String) {
        #expect(BlockString.printed(text) == literal)
    }

    @Test(arguments: [
        ("", true), ("a", true), ("a\nb", true), ("a\n b", true), (" a", true), ("\na", false), ("a\n", false),
        (" a\n b", false), ("a\u{7}", false), ("a\rb", false), ("   ", false), ("a\n\n  b", true),
    ])
    func isPrintable(text: String, isPrintable: Bool) throws {
        #expect(BlockString.isPrintable(text) == isPrintable)
        if isPrintable {
            let (document, _) = try Document.parseConstValue(Source(BlockString.printed(text)))
            #expect(document.strings.first?.text == text)
        }
    }
}
