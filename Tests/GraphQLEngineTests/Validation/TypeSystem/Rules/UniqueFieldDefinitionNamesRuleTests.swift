import Testing

@testable import GraphQLEngine

@Suite struct UniqueFieldDefinitionNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A { a: Int b: Int } interface B { a: Int } input C { a: Int }"
        ),
        SchemaDocumentCase(
            "extend type Query { b: Int }",
            extending: "type Query { a: Int }"
        ),
        SchemaDocumentCase(
            "extend type E { A: Int }",
            extending: "type Query { e: E } enum E { A }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueFieldDefinitionNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A { a: Int a: String }",
            #"Field "A.a" can only be defined once. @1:10 1:17"#
        ),
        SchemaDocumentCase(
            "interface A { a: Int }\nextend interface A { a: Int }",
            #"Field "A.a" can only be defined once. @1:15 2:22"#
        ),
        SchemaDocumentCase(
            "input A { a: Int }\nextend type A { a: Int }",
            #"Field "A.a" can only be defined once. @1:11 2:17"#
        ),
        SchemaDocumentCase(
            "extend type Query { a: Int b: Int b: Int }",
            extending: "type Query { a: Int }",
            #"Field "Query.a" already exists in the schema. It cannot also be defined in this type extension. @1:21"#,
            #"Field "Query.b" can only be defined once. @1:28 1:35"#
        ),
        SchemaDocumentCase(
            "extend input I { a: Int }",
            extending: "type Query { a(i: I): Int } input I { a: Int }",
            #"Field "I.a" already exists in the schema. It cannot also be defined in this type extension. @1:18"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueFieldDefinitionNames) == refused.errors)
    }
}
