import Testing

@testable import GraphQLEngine

@Suite struct UniqueFragmentNamesTests {
    @Test(arguments: [
        "{ dog { ...f } } fragment f on Dog { name }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { dog { ...f } }
            fragment f on Dog { name }
            fragment f on Dog { owner { name } }
            """,
            [
                #"There can be only one fragment named "f". @2:10 3:10"#
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
