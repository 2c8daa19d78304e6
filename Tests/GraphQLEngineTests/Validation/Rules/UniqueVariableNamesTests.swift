import Testing

@testable import GraphQLEngine

@Suite struct UniqueVariableNamesTests {
    @Test(arguments: [
        "query A($b: Boolean) { arguments { booleanArgField(booleanArg: $b) } } query B($b: Boolean) { arguments { booleanArgField(booleanArg: $b) } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "query A($b: Boolean, $b: Boolean) { arguments { booleanArgField(booleanArg: $b) } }",
            [
                #"There can be only one variable named "$b". @1:10 1:23"#
            ]
        )
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
