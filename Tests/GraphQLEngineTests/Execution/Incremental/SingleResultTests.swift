import GraphQLEngine
import JSON
import Testing

/// Requests that are to have one response do not defer; those that may have several share plans with them.
struct SingleResultTests {
    private let schema: Schema
    private let executor: Executor<PlainContext>

    init() throws {
        schema = try Schema.build(try Document.parse(Source(Incrementally.sdl)))
        executor = Executor(schema: ExecutableSchema(schema: schema, resolver: Sourced.resolve))
    }

    private func prepared(_ text: String) throws -> PreparedDocument {
        PreparedDocument(try Document.parse(Source(text)))
    }

    private let root: JSONValue = ["version": 7, "hero": ["id": "1", "name": "Luke"], "heroes": [["id": "1"]]]

    private func errors(_ text: String) async throws -> [String] {
        let request = ExecutionRequest(root: root)
        let result = await executor.execute(try prepared(text), request, context: PlainContext())
        return Sourced.errors(try JSONReader().read(result.body))
    }

    private static let message =
        "Executing this GraphQL operation would unexpectedly produce multiple payloads"
        + " (due to @defer or @stream directive)"

    @Test func refusesToDeferAtTheRoot() async throws {
        #expect(try await errors("{ version ... @defer { hero { id } } }") == ["\(Self.message) @"])
    }

    @Test func refusesToDeferBelowTheRoot() async throws {
        #expect(try await errors("{ hero { id ... @defer { name } } }") == ["\(Self.message) @1:3 [\"hero\"]"])
    }

    @Test func refusesToStream() async throws {
        #expect(try await errors("{ heroes @stream { id } }") == ["\(Self.message) @1:3 [\"heroes\"]"])
    }

    @Test func takesDirectivesThatAreOff() async throws {
        #expect(try await errors("{ heroes @stream(if: false) { id } ... @defer(if: false) { version } }") == [])
    }

    @Test func sharesThePlanOfADocumentThatDefersNothing() throws {
        let document = try prepared("{ version }")
        let options = PlanningOptions(deliversIncrementally: true)
        let plain = try document.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        let incremental = try document.plan(
            operation: 0,
            schema: schema,
            access: OpenAccess(),
            variables: .none,
            options: options
        )
        #expect(plain === incremental)
    }

    @Test func keepsPlansOfADocumentThatDefers() throws {
        let document = try prepared("{ version ... @defer { hero { id } } }")
        let plans = try (0..<2).map { _ in
            try document.plan(
                operation: 0,
                schema: schema,
                access: OpenAccess(),
                variables: .none,
                options: PlanningOptions(deliversIncrementally: true)
            )
        }
        let plain = try document.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        #expect(plans[0] === plans[1])
        #expect(plans[0] !== plain)
    }

    @Test func answersRequestsThatCannotRunAtOnce() async throws {
        let document = try prepared("query A { ... @defer { version } }")
        let request = ExecutionRequest(operationName: "B")
        let response = await executor.executeIncrementally(document, request, context: PlainContext())
        let results = await Incrementally.results(of: response)
        #expect(results == [#"{"errors":[{"message":"Unknown operation named \"B\"."}]}"#])
    }
}
