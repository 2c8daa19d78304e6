import Testing

@testable import GraphQLEngine

@Suite struct UniqueEnumValueNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "enum E { A B } extend enum E { C } enum F { A }"
        ),
        SchemaDocumentCase(
            "extend enum E { B }",
            extending: "type Query { e: E } enum E { A }"
        ),
        SchemaDocumentCase(
            "extend enum Query { a }",
            extending: "type Query { a: Int }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueEnumValueNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "enum E { A B A }",
            #"Enum value "E.A" can only be defined once. @1:10 1:14"#
        ),
        SchemaDocumentCase(
            "extend enum E { A }\nenum E { A }\nextend enum E { A }",
            #"Enum value "E.A" can only be defined once. @1:17 2:10"#,
            #"Enum value "E.A" can only be defined once. @1:17 3:17"#
        ),
        SchemaDocumentCase(
            "extend enum E { A B B }",
            extending: "type Query { e: E } enum E { A }",
            #"Enum value "E.A" already exists in the schema. It cannot also be defined in this type extension. @1:17"#,
            #"Enum value "E.B" can only be defined once. @1:19 1:21"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueEnumValueNames) == refused.errors)
    }
}
