import Testing

@testable import GraphQLEngine

@Suite struct UniqueOperationNamesTests {
    @Test(arguments: [
        "query a { dog { name } } query b { dog { name } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            query a { dog { name } }
            mutation a { addPet { name } }
            """,
            [
                #"There can be only one operation named "a". @1:7 2:10"#
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
