import Testing

@testable import GraphQLEngine

@Suite struct KnownArgumentNamesTests {
    @Test(arguments: [
        "{ dog { doesKnowCommand(dogCommand: SIT) } }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { doesKnowCommand(command: CLEAN_UP_HOUSE, dogCommand: SIT) } }",
            [
                #"Unknown argument "command" on field "Dog.doesKnowCommand". Did you mean "dogCommand"? @1:25"#
            ]
        ),
        RefusedDocument(
            "{ dog { isHouseTrained(atOtherHomes: true) @include(unless: false, if: true) } }",
            [
                #"Unknown argument "unless" on directive "@include". @1:53"#
            ]
        ),
        RefusedDocument(
            "{ dog { isHouseTrained(atOtherHome: true) } }",
            [
                #"Unknown argument "atOtherHome" on field "Dog.isHouseTrained". Did you mean "atOtherHomes"? @1:24"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
