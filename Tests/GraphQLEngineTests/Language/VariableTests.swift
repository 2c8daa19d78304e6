import GraphQLEngine
import Testing

/// Section 2.10 "Variables".
@Suite struct VariableTests {
    @Test func definition() throws {
        let document = try Document.parse(Source("query ($a: [B!]! = [{c: D}] @e @f(g: 1), $h: I) { j }"))
        let first = try #require(document.variables.first)
        #expect(document.text(first.name) == "a")
        #expect(first.offset == 7)
        #expect(first.name.offset == 8)
        #expect(document.printedType(first.type) == "[B!]!")
        #expect(first.defaultValue.map(document.printedValue) == "[{ c: D }]")
        #expect(first.directives.count == 2)
        let second = try #require(document.variables.last)
        #expect(second.defaultValue == nil)
        #expect(second.directives.isEmpty)
    }

    @Test(arguments: [
        ("query (a: B) { c }", "Expected \"$\", found Name \"a\". (1:8)"),
        ("query ($: B) { c }", "Expected Name, found \":\". (1:9)"),
        ("query ($a B) { c }", "Expected \":\", found Name \"B\". (1:11)"),
        ("query ($a:) { c }", "Expected Name, found \")\". (1:11)"),
        ("query ($a: B =) { c }", "Unexpected \")\". (1:15)"),
        ("query ($a: B = $c) { c }", "Unexpected variable \"$c\" in constant value. (1:16)"),
        ("query ($a: B @c(d: [$e])) { c }", "Unexpected variable \"$e\" in constant value. (1:21)"),
        ("query ($a: B @c = 1) { c }", "Expected \"$\", found \"=\". (1:17)"),
        ("query ($a: B { c }", "Expected \"$\", found \"{\". (1:14)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
