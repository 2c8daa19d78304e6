import Testing

@testable import GraphQLEngine

@Suite struct UniqueDirectivesPerLocationTests {
    @Test(arguments: [
        """
        { dog { name @tag(name: "a") @tag(name: "b") } }
        """
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog @skip(if: false) @skip(if: true) { name } }",
            [
                #"The directive "@skip" can only be used once at this location. @1:7 1:24"#
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
