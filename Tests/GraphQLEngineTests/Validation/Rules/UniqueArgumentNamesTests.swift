import Testing

@testable import GraphQLEngine

@Suite struct UniqueArgumentNamesTests {
    @Test(arguments: [
        "{ arguments { multipleRequirements(x: 1, y: 2) } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ arguments { intArgField(intArg: 1, intArg: 2) } }",
            [
                #"There can be only one argument named "intArg". @1:27 1:38"#
            ]
        ),
        RefusedDocument(
            "{ dog @skip(if: true, if: false) { name } }",
            [
                #"There can be only one argument named "if". @1:13 1:23"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
