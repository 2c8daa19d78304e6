import GraphQLEngine
import Testing

/// Sections 2.12 "Directives" and 3.13, and directives on directives, which GraphQL.js parses beyond them.
@Suite struct DirectiveTests {
    @Test func orderAndRepetitionAreKept() throws {
        let text = "query @a @b @a {\n  c @d(e: $f) @d(e: \"g\")\n}"
        #expect(try printed(text) == text)
    }

    @Test(arguments: [
        "directive @a on FIELD", "directive @a(b: C = 1 @d) repeatable on FIELD | SCHEMA",
        "directive @a @b @c(d: 1) on FIELD", "directive @a(b: C) @d repeatable on DIRECTIVE_DEFINITION",
        "directive @repeatable on FRAGMENT_VARIABLE_DEFINITION", "extend directive @a @b @c(d: \"e\")",
        "\"D.\"\ndirective @a on QUERY",
    ])
    func definitions(text: String) throws {
        #expect(try printed(text) == text)
    }

    @Test func extensionNode() throws {
        let document = try Document.parse(Source("extend directive @a @b directive @c @d on FIELD"))
        #expect(document.directiveDefinitions.map(\.isExtension) == [true, false])
        #expect(document.directiveDefinitions.map(\.offset) == [0, 23])
        let applied = document.directiveDefinitions.map { node in
            document.directives[node.directives.indices].map { document.text($0.name) }
        }
        #expect(applied == [["b"], ["d"]])
        #expect(document.directiveDefinitions.map { document.texts($0.locations) } == [[], ["FIELD"]])
    }

    @Test(arguments: [
        ("{ a @ }", "Expected Name, found \"}\". (1:7)"), ("{ a @1 }", "Expected Name, found Int \"1\". (1:6)"),
        ("{ a @b() }", "Expected Name, found \")\". (1:8)"),
        ("type A @b(c: $d) { e: F }", "Unexpected variable \"$d\" in constant value. (1:14)"),
        ("directive @a on", "Expected Name, found <EOF>. (1:16)"),
        ("directive @a on Field", "Unexpected Name \"Field\". (1:17)"),
        ("directive @a on FIELD |", "Expected Name, found <EOF>. (1:24)"),
        ("directive @a on FIELD, QUERY", "Unexpected Name \"QUERY\". (1:24)"),
        ("directive @a repeatable @b on FIELD", "Expected \"on\", found \"@\". (1:25)"),
        ("directive @a() on FIELD", "Expected Name, found \")\". (1:14)"),
        ("extend directive @a", "Unexpected <EOF>. (1:20)"),
        ("extend directive a @b", "Expected \"@\", found Name \"a\". (1:18)"),
        ("extend directive @a(b: C) @d", "Unexpected \"(\". (1:20)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
