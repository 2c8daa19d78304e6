import Testing

@testable import GraphQLEngine

@Suite struct DeferStreamDirectiveOnRootFieldTests {
    @Test(arguments: ["{ ... @defer { news { body } } }", "mutation { post { ... @defer { body } } }"])
    func accepts(_ document: String) throws {
        #expect(try IncrementalSchema.errors(in: document, .deferStreamDirectiveOnRootField) == [])
    }

    @Test func refusesThemOnTheRootOfMutationsAndSubscriptions() throws {
        let document = """
            mutation { ... @defer { post { body } } posts @stream { body } }
            subscription { ...F @defer }
            fragment F on Subscription { list @stream { body } }
            """
        #expect(
            try IncrementalSchema.errors(in: document, .deferStreamDirectiveOnRootField) == [
                #"Defer directive cannot be used on root mutation type "Mutation". @1:16"#,
                #"Stream directive cannot be used on root mutation type "Mutation". @1:47"#,
                #"Defer directive cannot be used on root subscription type "Subscription". @2:21"#,
                #"Stream directive cannot be used on root subscription type "Subscription". @3:35"#,
            ]
        )
    }
}
