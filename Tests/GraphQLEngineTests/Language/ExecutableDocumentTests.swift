import GraphQLEngine
import Testing

@Suite struct ExecutableDocumentTests {
    @Test func shorthandQuery() throws {
        let document = try Document.parse(Source(" { a b }"))
        let operation = try #require(document.operations.first)
        #expect(operation.kind == .query)
        #expect(operation.name == nil)
        #expect(operation.offset == 1)
        #expect(operation.selectionSetOffset == 1)
        #expect(document.selections[operation.selectionSet.indices].map { $0.offset } == [3, 5])
    }

    @Test func operation() throws {
        let document = try Document.parse(Source("\"D\" mutation A(\"E\" $b: [C!] = [1] @d) @e { f }"))
        let operation = try #require(document.operations.first)
        #expect(operation.kind == .mutation)
        #expect(operation.name.map(document.text) == "A")
        #expect(operation.name?.offset == 13)
        #expect(operation.offset == 0)
        #expect(operation.description.map { document.strings[Int($0)].text } == "D")
        #expect(operation.directives.indices.map { document.text(document.directives[$0].name) } == ["e"])
        let variable = try #require(document.variables.first)
        #expect(document.text(variable.name) == "b")
        #expect(variable.offset == 19)
        #expect(document.printedType(variable.type) == "[C!]")
        #expect(variable.defaultValue.map(document.printedValue) == "[1]")
        #expect(variable.description.map { document.strings[Int($0)].text } == "E")
        #expect(variable.directives.indices.map { document.text(document.directives[$0].name) } == ["d"])
    }

    @Test func childrenAreContiguousWhateverTheirNesting() throws {
        let document = try Document.parse(Source("{ a { b { c } d { e { f } g } } h ... on I { j } ...K }"))
        func outline(_ range: NodeRange) -> String {
            range.indices.map { index in
                let selection = document.selections[index]
                let name = selection.name.map(document.text) ?? ""
                return name + (selection.selectionSet.map { "(\(outline($0)))" } ?? "")
            }.joined(separator: " ")
        }
        let operation = try #require(document.operations.first)
        #expect(outline(operation.selectionSet) == "a(b(c) d(e(f) g)) h I(j) K")
        let kinds = operation.selectionSet.indices.map { document.selections[$0].kind }
        #expect(kinds == [.field, .field, .inlineFragment, .fragmentSpread])
    }

    @Test func aliasAndArguments() throws {
        let document = try Document.parse(Source("{ a: b(c: $d, e: {f: [1, {g: 2.0}], h: I}) { j } }"))
        let field = try #require(document.selections.first { $0.alias != nil })
        #expect(field.alias.map(document.text) == "a")
        #expect(field.name.map(document.text) == "b")
        #expect(field.offset == 2)
        #expect(field.arguments.indices.map { document.text(document.arguments[$0].name) } == ["c", "e"])
        #expect(
            field.arguments.indices.map { document.printedValue(document.arguments[$0].value) } == [
                "$d", "{ f: [1, { g: 2.0 }], h: I }",
            ]
        )
    }

    @Test func absentAndPresentSelectionSetsDiffer() throws {
        let document = try Document.parse(Source("{ a { b } }"))
        #expect(document.selections.filter { $0.selectionSet == nil }.count == 1)
    }

    @Test func fragment() throws {
        let document = try Document.parse(Source("\"D\" fragment A on B @c { d }"))
        let fragment = try #require(document.fragments.first)
        #expect(document.text(fragment.name) == "A")
        #expect(document.text(fragment.typeCondition) == "B")
        #expect(fragment.variables.isEmpty)
        #expect(fragment.description.map { document.strings[Int($0)].text } == "D")
        #expect(fragment.selectionSetOffset == 23)
    }

    @Test func equalNamesShareASymbol() throws {
        let names = (0..<500).map { "name\($0)_with_a_longer_tail" }
        let document = try Document.parse(Source("{ \(names.joined(separator: " ")) \(names.joined(separator: ",")) }"))
        #expect(document.symbols == names)
        let symbols = document.selections.compactMap { $0.name?.symbol }
        #expect(symbols == (0..<500).map { Int32($0) } + (0..<500).map { Int32($0) })
        #expect(document.symbol("name499_with_a_longer_tail") == 499)
        #expect(document.symbol("query") == nil)
    }

    @Test func keywordsAreNames() throws {
        let text =
            "query query($on: type) { on: fragment ... on on { type } ...extend } fragment query on fragment { true }"
        let document = try Document.parse(Source(text))
        #expect(document.operations.count == 1)
        #expect(document.fragments.first.map { document.text($0.name) } == "query")
    }
}
