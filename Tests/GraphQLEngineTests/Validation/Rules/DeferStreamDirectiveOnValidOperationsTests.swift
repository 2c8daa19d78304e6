import Testing

@testable import GraphQLEngine

@Suite struct DeferStreamDirectiveOnValidOperationsTests {
    @Test(arguments: [
        "{ news { ... @defer { body } } }",
        "subscription ($on: Boolean!) { news { ... @defer(if: $on) { body } lines @stream(if: false) } }",
        "subscription ($on: Boolean!) { news { ... @defer @skip(if: $on) { body } lines @stream @include(if: false) } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try IncrementalSchema.errors(in: document, .deferStreamDirectiveOnValidOperations) == [])
    }

    @Test func refusesThoseThatCannotBeSwitchedOff() throws {
        let document = """
            subscription { news { ...F } }
            fragment F on Message { ... @defer { body } lines @stream(if: true) }
            """
        #expect(
            try IncrementalSchema.errors(in: document, .deferStreamDirectiveOnValidOperations) == [
                "Defer directive not supported on subscription operations."
                    + " Disable `@defer` by setting the `if` argument to `false`. @2:29 1:23",
                "Stream directive not supported on subscription operations."
                    + " Disable `@stream` by setting the `if` argument to `false`. @2:51 1:23",
            ]
        )
    }
}
