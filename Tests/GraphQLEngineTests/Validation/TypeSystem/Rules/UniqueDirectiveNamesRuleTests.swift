import Testing

@testable import GraphQLEngine

@Suite struct UniqueDirectiveNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "directive @a on FIELD directive @b on FIELD"
        ),
        SchemaDocumentCase(
            "directive @skip on FIELD"
        ),
        SchemaDocumentCase(
            "directive @b on FIELD",
            extending: "type Query { a: Int } directive @a on FIELD"
        ),
        SchemaDocumentCase(
            "directive @a on FIELD extend directive @a @b extend directive @a @b"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueDirectiveNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "directive @a on FIELD\ndirective @a on FIELD\ndirective @a on FIELD",
            #"There can be only one directive named "@a". @1:12 2:12"#,
            #"There can be only one directive named "@a". @1:12 3:12"#
        ),
        SchemaDocumentCase(
            "directive @a on FIELD directive @skip on FIELD",
            extending: "type Query { a: Int } directive @a on FIELD",
            #"Directive "@a" already exists in the schema. It cannot be redefined. @1:12"#,
            #"Directive "@skip" already exists in the schema. It cannot be redefined. @1:34"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueDirectiveNames) == refused.errors)
    }
}
