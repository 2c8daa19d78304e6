import Testing

@testable import GraphQLEngine

@Suite struct NoUnusedVariablesTests {
    @Test(arguments: [
        "query A($b: Boolean!) { dog @skip(if: $b) { name } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "query A($b: Boolean) { dog { name } }",
            [
                #"Variable "$b" is never used in operation "A". @1:9"#
            ]
        ),
        RefusedDocument(
            """
            query ($a: Int, $b: Boolean) { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $b) }
            """,
            [
                #"Variable "$a" is never used. @1:8"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
