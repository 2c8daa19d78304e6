import GraphQLEngine
import Testing

/// Section 2.1.7 "Ignored Tokens", taken out of a source.
@Suite struct IgnoredCharactersTests {
    @Test(arguments: [
        ("", ""), (" ,\n\u{FEFF}# a", ""), ("{ a , b # c\n }", "{a b}"), ("a", "a"), ("a 1 1.0 \"b\"", "a 1 1.0 \"b\""),
        ("query Q($a: Int = 1, $b: [C!]!) @d { e(f: $a) }", "query Q($a:Int=1$b:[C!]!)@d{e(f:$a)}"),
        ("{ a ...b }", "{a ...b}"), ("1 ... 2", "1 ...2"), ("{ ... on A }", "{...on A}"), ("... ...", "......"),
        ("\"a\" \"b\"", "\"a\" \"b\""), ("\" a , # \"", "\" a , # \""), ("\"\\u0041\"", "\"\\u0041\""),
        ("\"\"\"\n  a\n    b\n\n\"\"\"", "\"\"\"\na\n  b\"\"\""), ("\"\"\" \"\"\" x", "\"\"\"\"\"\" x"),
        ("\"\"\"\n  a \\\"\"\" \n\"\"\"", "\"\"\"a \\\"\"\" \"\"\""), ("\"\"\"a\n b\n c\"\"\"", "\"\"\"a\nb\nc\"\"\""),
        ("\"\"\"\n a\"\n\"\"\"", "\"\"\"a\"\n\"\"\""), ("\"\"\"\n a\\\n\"\"\"", "\"\"\"a\\\n\"\"\""),
        ("\"\"\"\n\n  a\n b\"\"\"", "\"\"\" a\nb\"\"\""), ("] } ) no document", "]})no document"),
    ])
    func stripped(text: String, expected: String) throws {
        let stripped = try Source(text).strippingIgnoredCharacters()
        #expect(stripped == expected)
        #expect(try Source(stripped).strippingIgnoredCharacters() == expected)
    }

    @Test(arguments: [KitchenSink.executable, KitchenSink.typeSystem])
    func meaningIsKept(text: String) throws {
        let stripped = try Source(text).strippingIgnoredCharacters()
        let options = ParserOptions(allowsFragmentArguments: true)
        let document = try Document.parse(Source(text), options: options)
        let again = try Document.parse(Source(stripped), options: options)
        #expect(again.printed() == document.printed())
    }

    @Test func errors() throws {
        let error = try #require(throws: SyntaxError.self) { try Source("a\n \"b").strippingIgnoredCharacters() }
        #expect(described(error) == "Unterminated string. (2:4)")
    }
}
