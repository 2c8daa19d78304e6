import Testing

@testable import GraphQLEngine

@Suite struct UniqueArgumentDefinitionNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A { a(x: Int, y: Int): Int b(x: Int): Int } directive @d(x: Int, y: Int) on FIELD"
        )
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueArgumentDefinitionNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A { a(x: Int, y: Int, x: Int, y: Int, x: Int): Int }",
            #"Argument "A.a(x:)" can only be defined once. @1:12 1:28 1:44"#,
            #"Argument "A.a(y:)" can only be defined once. @1:20 1:36"#
        ),
        SchemaDocumentCase(
            "extend interface A { a(x: Int, x: Int): Int }",
            #"Argument "A.a(x:)" can only be defined once. @1:24 1:32"#
        ),
        SchemaDocumentCase(
            "directive @d(x: Int, x: Int) on FIELD",
            #"Argument "@d(x:)" can only be defined once. @1:14 1:22"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueArgumentDefinitionNames) == refused.errors)
    }
}
