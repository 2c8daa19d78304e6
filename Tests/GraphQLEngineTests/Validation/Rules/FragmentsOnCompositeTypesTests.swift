import Testing

@testable import GraphQLEngine

@Suite struct FragmentsOnCompositeTypesTests {
    @Test(arguments: [
        "{ pet { ... on Dog { name } } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { dog { ...scalar } }
            fragment scalar on Int { something }
            """,
            [
                #"Fragment "scalar" cannot condition on non composite type "Int". @2:20"#
            ]
        ),
        RefusedDocument(
            "{ dog { ... on Boolean { somethingElse } } }",
            [
                #"Fragment cannot condition on non composite type "Boolean". @1:16"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
