import Testing

@testable import GraphQLEngine

@Suite struct UniqueArgumentNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(x: 1, y: 2) @a(x: 1)"
        )
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueArgumentNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(x: 1, y: 2, x: 3, x: 4)",
            #"There can be only one argument named "x". @1:11 1:23 1:29"#
        ),
        SchemaDocumentCase(
            "{ f(x: 1, x: 2) }",
            #"There can be only one argument named "x". @1:5 1:11"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueArgumentNames) == refused.errors)
    }
}
