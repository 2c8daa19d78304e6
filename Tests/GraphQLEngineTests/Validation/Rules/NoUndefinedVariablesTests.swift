import Testing

@testable import GraphQLEngine

@Suite struct NoUndefinedVariablesTests {
    @Test(arguments: [
        "query A($b: Boolean) { dog { ...f } } fragment f on Dog { isHouseTrained(atOtherHomes: $b) }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "query A { dog { isHouseTrained(atOtherHomes: $b) } }",
            [
                #"Variable "$b" is not defined by operation "A". @1:46 1:1"#
            ]
        ),
        RefusedDocument(
            """
            { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $b) }
            """,
            [
                #"Variable "$b" is not defined. @2:50 1:1"#
            ]
        ),
        RefusedDocument(
            "{ dog @include(if: $b) { name } }",
            [
                #"Variable "$b" is not defined. @1:20 1:1"#
            ]
        ),
        RefusedDocument(
            """
            mutation { addPet(pet: { name: $name, tags: ["a", $tag] }) { name } }
            """,
            [
                #"Variable "$name" is not defined. @1:32 1:1"#,
                #"Variable "$tag" is not defined. @1:51 1:1"#,
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
