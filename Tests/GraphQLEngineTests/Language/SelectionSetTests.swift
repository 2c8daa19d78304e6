import GraphQLEngine
import Testing

/// Section 2.4 "Selection Sets".
@Suite struct SelectionSetTests {
    @Test func fieldsSpreadsAndInlineFragments() throws {
        let document = try Document.parse(Source("{ a { b } ...C ... on D { e } ... { f {} } }"))
        let operation = try #require(document.operations.first)
        #expect(document.outline(operation.selectionSet) == "a[b] C D[e] ...[f[]]")
        let selections = document.selections[operation.selectionSet.indices]
        #expect(selections.map(\.kind) == [.field, .fragmentSpread, .inlineFragment, .inlineFragment])
        #expect(selections.map(\.offset) == [2, 10, 15, 30])
        #expect(selections.map(\.selectionSetOffset).first == 4)
    }

    @Test(arguments: ["{}", "query A {}", "{\n  a {}\n}", "fragment A on B {}", "{\n  ... {}\n  ... on A {}\n}"])
    func emptySets(text: String) throws {
        #expect(try printed(text) == text)
        let position = try #require(text.firstIndex(of: "}"))
        let line = text[..<position].filter { $0 == "\n" }.count + 1
        let error = try syntaxError(text, ParserOptions(allowsEmptySelectionSets: false))
        #expect(error.hasPrefix("Expected Name, found \"}\". (\(line):"))
    }

    @Test func emptySetsAreNotAbsent() throws {
        let document = try Document.parse(Source("{ a {} b }"))
        #expect(document.selections.map { $0.selectionSet?.isEmpty } == [true, nil])
    }

    @Test(arguments: [
        ("{", "Expected Name, found <EOF>. (1:2)"), ("{ a", "Expected Name, found <EOF>. (1:4)"),
        ("{ { a } }", "Expected Name, found \"{\". (1:3)"), ("{ a: { b } }", "Expected Name, found \"{\". (1:6)"),
        ("{ \"a\" b }", "Expected Name, found String \"a\". (1:3)"), ("{ 1 }", "Expected Name, found Int \"1\". (1:3)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
