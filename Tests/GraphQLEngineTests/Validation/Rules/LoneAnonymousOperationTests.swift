import Testing

@testable import GraphQLEngine

@Suite struct LoneAnonymousOperationTests {
    @Test(arguments: [
        "{ dog { name } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { dog { name } }
            query getName { dog { name } }
            """,
            [
                "This anonymous operation must be the only defined operation. @1:1"
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
