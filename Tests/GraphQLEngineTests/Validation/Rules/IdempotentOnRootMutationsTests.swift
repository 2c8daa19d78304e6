import Testing

@testable import GraphQLEngine

@Suite struct IdempotentOnRootMutationsTests {
    @Test(arguments: [
        "mutation { post @idempotent(key: \"k\") { body } }",
        "mutation { ...F } fragment F on Mutation { post @idempotent(key: \"k\") { body } }",
        "{ news @mark { body } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try IncrementalSchema.errors(in: document, .idempotentOnRootMutations) == [])
    }

    @Test func refusesItElsewhere() throws {
        let document = """
            mutation { post { body @idempotent(key: "k") } }
            { news @idempotent(key: "k") { body } }
            """
        let refused = "Directive \"@idempotent\" may only be used on root fields of mutations."
        #expect(
            try IncrementalSchema.errors(in: document, .idempotentOnRootMutations)
                == ["\(refused) @1:24", "\(refused) @2:8"]
        )
    }

    @Test func isHeldToByServersOnly() {
        #expect(!ValidationRule.specified.contains(.idempotentOnRootMutations))
        #expect(ValidationRule.served == ValidationRule.specified + [.idempotentOnRootMutations])
    }
}
