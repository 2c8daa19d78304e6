import Testing

@testable import GraphQLEngine

@Suite struct UniqueTypeNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A enum B scalar C extend type A @d"
        ),
        SchemaDocumentCase(
            "type Other",
            extending: "type Query { a: Int }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueTypeNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A\nscalar A\ninput A",
            #"There can be only one type named "A". @1:6 2:8"#,
            #"There can be only one type named "A". @1:6 3:7"#
        ),
        SchemaDocumentCase(
            "type Query scalar Query",
            extending: "type Query { a: Int }",
            #"Type "Query" already exists in the schema. It cannot also be defined in this type definition. @1:6"#,
            #"Type "Query" already exists in the schema. It cannot also be defined in this type definition. @1:19"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueTypeNames) == refused.errors)
    }
}
