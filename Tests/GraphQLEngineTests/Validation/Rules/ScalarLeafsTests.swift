import Testing

@testable import GraphQLEngine

@Suite struct ScalarLeafsTests {
    @Test(arguments: [
        "{ dog { barkVolume } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { barkVolume { sinceWhen } } }",
            [
                #"Field "barkVolume" must not have a selection since type "Int" has no subfields. @1:20"#
            ]
        ),
        RefusedDocument(
            "{ human }",
            [
                #"Field "human" of type "Human" must have a selection of subfields. Did you mean "human { "#
                    + #"... }"? @1:3"#
            ]
        ),
        RefusedDocument(
            "{ catOrDog }",
            [
                #"Field "catOrDog" of type "CatOrDog" must have a selection of subfields. Did you mean "#
                    + #""catOrDog { ... }"? @1:3"#
            ]
        ),
        RefusedDocument(
            "{ dog { owner { pets } } }",
            [
                #"Field "pets" of type "[Pet!]" must have a selection of subfields. Did you mean "pets { "#
                    + #"... }"? @1:17"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
