import GraphQLEngine
import Testing

/// Sections 2.8 "Fragments" and 2.8.1 "Type Conditions", and arguments of fragments, which are no part of it.
@Suite struct FragmentTests {
    private static let withArguments = ParserOptions(allowsFragmentArguments: true)

    @Test(arguments: [
        ("{...A}", "{\n  ...A\n}"), ("{...A@b}", "{\n  ...A @b\n}"), ("{...on A{b}}", "{\n  ... on A {\n    b\n  }\n}"),
        ("{...@a{b}}", "{\n  ... @a {\n    b\n  }\n}"), ("{...on A@b{c}}", "{\n  ... on A @b {\n    c\n  }\n}"),
        ("{... on on{b}}", "{\n  ... on on {\n    b\n  }\n}"), ("{...onA}", "{\n  ...onA\n}"),
        ("fragment A on B@c{d}", "fragment A on B @c {\n  d\n}"),
        ("fragment fragment on on{d}", "fragment fragment on on {\n  d\n}"),
    ])
    func forms(text: String, print: String) throws {
        #expect(try printed(text) == print)
        #expect(try printed(text, Self.withArguments) == print)
    }

    @Test(arguments: [
        ("fragment on on A { a }", "Unexpected Name \"on\". (1:10)"),
        ("fragment \"on\" on A { a }", "Unexpected String \"on\". (1:10)"),
        ("fragment \"of\" on A { a }", "Expected Name, found String \"of\". (1:10)"),
        ("fragment A B { a }", "Expected \"on\", found Name \"B\". (1:12)"),
        ("fragment A on [B] { a }", "Expected Name, found \"[\". (1:15)"),
        ("fragment A on B", "Expected \"{\", found <EOF>. (1:16)"), ("{ ... }", "Expected \"{\", found \"}\". (1:7)"),
        ("{ ... on A }", "Expected \"{\", found \"}\". (1:12)"), ("{ ...on }", "Expected Name, found \"}\". (1:9)"),
        ("{ ...A { b } }", "Expected Name, found \"{\". (1:8)"),
        ("{ ...A(b: 1) }", "Expected Name, found \"(\". (1:7)"),
        ("fragment A($b: C) on D { e }", "Expected \"on\", found \"(\". (1:11)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }

    @Test func variablesAndArguments() throws {
        let text = "fragment A($b: C = 1 @d, $e: F) on G @h {\n  ...I(b: $e, j: [1]) @k\n}"
        let document = try Document.parse(Source(text), options: Self.withArguments)
        let fragment = try #require(document.fragments.first)
        #expect(document.variables[fragment.variables.indices].map { document.text($0.name) } == ["b", "e"])
        let spread = try #require(document.selections.first)
        #expect(document.arguments[spread.arguments.indices].map { document.text($0.name) } == ["b", "j"])
        #expect(document.printed() == text)
    }

    @Test func argumentsOfSpreadsBreakBeyond80Columns() throws {
        let long = String(repeating: "a", count: 67)
        let text = "{\n  ...I(b: \"\(long)\")\n}"
        #expect(try printed(text, Self.withArguments) == text)
        let longer = "{\n  ...I(\n    b: \"\(long)aaa\"\n  )\n}"
        #expect(try printed(longer, Self.withArguments) == longer)
    }

    @Test(arguments: [
        ("fragment A() on B { a }", "Expected \"$\", found \")\". (1:12)"),
        ("{ ...A() }", "Expected Name, found \")\". (1:8)"),
        ("{ ... on A(b: 1) { c } }", "Expected \"{\", found \"(\". (1:11)"),
        ("fragment A($b: C = $d) on D { e }", "Unexpected variable \"$d\" in constant value. (1:20)"),
    ])
    func errorsWithArguments(text: String, error: String) throws {
        #expect(try syntaxError(text, Self.withArguments) == error)
    }
}
