import GraphQLEngine
import Testing

/// Sections 2.5 "Fields", 2.6 "Arguments" and 2.7 "Field Alias".
@Suite struct FieldTests {
    @Test func parts() throws {
        let document = try Document.parse(Source("{ a: b(c: 1, d: $e) @f(g: 2) @h { i } }"))
        let field = try #require(document.selections.first { $0.alias != nil })
        #expect(field.alias.map(document.text) == "a")
        #expect(field.name.map(document.text) == "b")
        #expect(field.name?.offset == 5)
        let arguments = document.arguments[field.arguments.indices]
        #expect(arguments.map { document.text($0.name) } == ["c", "d"])
        #expect(arguments.map { document.printedValue($0.value) } == ["1", "$e"])
        #expect(arguments.map(\.offset) == [7, 13])
        #expect(document.directives[field.directives.indices].map(\.offset) == [20, 29])
        #expect(field.selectionSetOffset == 32)
    }

    @Test(arguments: ["on", "fragment", "query", "true", "false", "null", "type", "__typename", "_", "A1"])
    func names(name: String) throws {
        let text = "{\n  \(name): \(name)(\(name): \"\") @\(name)\n}"
        #expect(try printed(text) == text)
    }

    @Test(arguments: [
        ("{ a() }", "Expected Name, found \")\". (1:5)"), ("{ a(b) }", "Expected \":\", found \")\". (1:6)"),
        ("{ a(b:) }", "Unexpected \")\". (1:7)"), ("{ a(b: 1", "Expected Name, found <EOF>. (1:9)"),
        ("{ a(\"b\": 1) }", "Expected Name, found String \"b\". (1:5)"),
        ("{ a(: 1) }", "Expected Name, found \":\". (1:5)"),
        ("{ a:b:c }", "Expected Name, found \":\". (1:6)"),
        ("{ a @b(c: 1) (d: 2) }", "Expected Name, found \"(\". (1:14)"),
        ("{ a(b: = 1) }", "Unexpected \"=\". (1:8)"), ("{ a(b: @c) }", "Unexpected \"@\". (1:8)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
