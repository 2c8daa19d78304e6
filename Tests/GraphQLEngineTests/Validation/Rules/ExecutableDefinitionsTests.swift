import Testing

@testable import GraphQLEngine

@Suite struct ExecutableDefinitionsTests {
    @Test(arguments: [
        "{ dog { name } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { dog { name color } }

            extend type Dog { color: String }
            """,
            [
                #"The "Dog" definition is not executable. @3:1"#,
                #"Cannot query field "color" on type "Dog". @1:14"#,
            ]
        ),
        RefusedDocument(
            """
            schema { query: Query }
            { dog { name } }
            """,
            [
                "The schema definition is not executable. @1:1"
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
