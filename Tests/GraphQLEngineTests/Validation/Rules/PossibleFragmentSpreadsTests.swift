import Testing

@testable import GraphQLEngine

@Suite struct PossibleFragmentSpreadsTests {
    @Test(arguments: [
        "{ dog { ... on Dog { name } ... on Pet { name } ... on CatOrDog { ... on Dog { name } } } pet { ... on Dog { name } } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { ... on Cat { meowVolume } } }",
            [
                #"Fragment cannot be spread here as objects of type "Dog" can never be of type "Cat". @1:9"#
            ]
        ),
        RefusedDocument(
            """
            { human { ...s } }
            fragment s on Sentient { ... on Pet { name } }
            """,
            [
                #"Fragment cannot be spread here as objects of type "Sentient" can never be of type "Pet". @2:26"#
            ]
        ),
        RefusedDocument(
            """
            { catOrDog { ...h } }
            fragment h on Human { name }
            """,
            [
                #"Fragment "h" cannot be spread here as objects of type "CatOrDog" can never be of type "#
                    + #""Human". @1:14"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
