import Testing

@testable import GraphQLEngine

@Suite struct FieldsOnCorrectTypeTests {
    @Test(arguments: [
        "{ dog { name __typename } __schema { description } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { meowVolume } }",
            [
                #"Cannot query field "meowVolume" on type "Dog". Did you mean "barkVolume"? @1:9"#
            ]
        ),
        RefusedDocument(
            "{ dog { barkVolum } }",
            [
                #"Cannot query field "barkVolum" on type "Dog". Did you mean "barkVolume"? @1:9"#
            ]
        ),
        RefusedDocument(
            "{ pet { nickname } }",
            [
                #"Cannot query field "nickname" on type "Pet". Did you mean to use an inline fragment on "#
                    + #""Cat" or "Dog"? @1:9"#
            ]
        ),
        RefusedDocument(
            "{ catOrDog { name } }",
            [
                #"Cannot query field "name" on type "CatOrDog". Did you mean to use an inline fragment on "#
                    + #""Pet", "Cat", or "Dog"? @1:14"#
            ]
        ),
        RefusedDocument(
            "{ dog { __schema { description } } }",
            [
                #"Cannot query field "__schema" on type "Dog". @1:9"#
            ]
        ),
        RefusedDocument(
            "{ dog { unknown { deeper } } }",
            [
                #"Cannot query field "unknown" on type "Dog". @1:9"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
