import GraphQLEngine
import JSON
import Testing

/// Deferred fragments and streams are resolved breadth first, one dispatch per level.
struct IncrementalBatchTests {
    private func response(_ text: String, _ context: Library.Context) async throws -> IncrementalResponse {
        let executor = Executor(schema: try ExecutableSchema(schema: Library.schema(), bindings: Library.bindings()))
        let document = PreparedDocument(try Document.parse(Source(text)))
        return await executor.executeIncrementally(document, ExecutionRequest(), context: context)
    }

    @Test func resolvesFragmentsOfAListAtOnce() async throws {
        let context = Library.Context()
        let response = try await response("{ books { id ... @defer { author { name } } } }", context)
        #expect(context.requests == ["books"])
        let results = await Incrementally.results(of: response)
        #expect(results.count == 2)
        #expect(context.requests == ["books", "authors of 3"])
        #expect(context.dispatchCount == 2)
    }

    @Test func sharesLevelsBetweenFragments() async throws {
        let context = Library.Context()
        let text = """
            {
              books { id ... @defer { author { name } } }
              ... @defer { more: books(first: 1) { author { name } } }
              shelf { ... on Book @defer { sequel { name } } }
            }
            """
        let results = await Incrementally.results(of: try await response(text, context))
        #expect(results.count == 2)
        #expect(context.requests == ["books", "authors of 3", "sequels of 1", "books", "authors of 1"])
        #expect(context.dispatchCount == 3)
    }

    @Test func resolvesStreamedItemsLater() async throws {
        let context = Library.Context()
        let response = try await response("{ books(first: 5) @stream(initialCount: 2) { author { name } } }", context)
        #expect(context.requests == ["books", "authors of 2"])
        let results = await Incrementally.results(of: response)
        #expect(context.requests == ["books", "authors of 2", "authors of 3"])
        #expect(
            results.last == #"""
                {"incremental":[{"id":"0","items":[{"author":{"name":"Author 2"}},{"author":{"name":"Author 3"}},\#
                {"author":{"name":"Author 4"}}]}],"completed":[{"id":"0"}],"hasNext":false}
                """#
        )
    }

    @Test func asksForNothingBelowAnObjectThatBecameNull() async throws {
        let context = Library.Context()
        let text = "{ book(id: \"book-1\") { missing { name } ... @defer { author { name } } } }"
        let results = await Incrementally.results(of: try await response(text, context))
        #expect(results.count == 1)
        #expect(context.requests == [])
    }

    @Test func runsDeferredMutationsInOrder() async throws {
        let context = Library.Context()
        let text =
            "mutation { a: add(name: \"1\") { id } ... @defer { b: add(name: \"2\") { id } c: add(name: \"3\") { id } } }"
        let results = await Incrementally.results(of: try await response(text, context))
        #expect(context.log.map { $0.prefix(5) } == ["add 1", "add 2", "add 3"])
        #expect(
            results.last == #"""
                {"incremental":[{"id":"0","data":{"b":{"id":"book-2"},"c":{"id":"book-3"}}}],\#
                "completed":[{"id":"0"}],"hasNext":false}
                """#
        )
    }

    @Test func knowsFieldsThatAreSelectedLater() async throws {
        let sdl = "type Query { item: Item } type Item { a: Int b: Int c: Int }"
        let executor = Executor(schema: try ExecutableSchema(schema: try Schema.build(sdl), bindings: Self.items()))
        let text = "{ item { a ... @defer { b ... @defer { c } } } }"
        let document = PreparedDocument(try Document.parse(Source(text)))
        let context = Library.Context()
        _ = await executor.executeIncrementally(document, ExecutionRequest(), context: context)
        #expect(context.log == ["a", "b", "c"])
    }

    private struct Item: ObjectRow { static let typeName = "Item" }

    private static func items() -> Bindings<Library.Context> {
        var bindings = Bindings<Library.Context>()
        bindings.object(QueryRow.self) { type in
            type.objects("item", Library.NoArguments.self) { rows, _, call -> Step<[Item?]> in
                call.context.log = call.selectedFields.sorted()
                return .ready(rows.map { _ in Item() })
            }
        }
        bindings.object(Item.self) { type in
            for name in ["a", "b", "c"] { type.value(name) { _ -> Int32? in 1 } }
        }
        return bindings
    }
}

extension Schema {
    fileprivate static func build(_ text: String) throws -> Schema { try build(try Document.parse(Source(text))) }
}
