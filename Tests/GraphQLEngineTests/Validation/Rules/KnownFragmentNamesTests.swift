import Testing

@testable import GraphQLEngine

@Suite struct KnownFragmentNamesTests {
    @Test(arguments: [
        "{ dog { ...f } } fragment f on Dog { name }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { ...undefinedFragment } }",
            [
                #"Unknown fragment "undefinedFragment". @1:12"#
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
