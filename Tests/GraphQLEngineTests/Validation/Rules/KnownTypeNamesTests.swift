import Testing

@testable import GraphQLEngine

@Suite struct KnownTypeNamesTests {
    @Test(arguments: [
        "{ dog { ... on Dog { name } } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { ... on NotInSchema { name } } }",
            [
                #"Unknown type "NotInSchema". Did you mean "__Schema"? @1:16"#
            ]
        ),
        RefusedDocument(
            "query ($pet: PetInpt) { dog { name } }",
            [
                #"Variable "$pet" is never used. @1:8"#,
                #"Unknown type "PetInpt". Did you mean "PetInput"? @1:14"#,
            ]
        ),
        RefusedDocument(
            """
            { dog { ...f } }
            fragment f on Dgo { name }
            """,
            [
                #"Unknown type "Dgo". Did you mean "Dog"? @2:15"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
