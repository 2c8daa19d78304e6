import Testing

@testable import GraphQLEngine

@Suite struct LoneSchemaDefinitionRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "schema { query: Q }"
        ),
        SchemaDocumentCase(
            "type Q { a: Int }"
        ),
        SchemaDocumentCase(
            "extend schema { mutation: M }",
            extending: "type Query { a: Int }"
        ),
        SchemaDocumentCase(
            "schema { query: Q } extend schema { mutation: M }"
        ),
        SchemaDocumentCase(
            "schema { query: Q }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .loneSchemaDefinition) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "schema { query: A } schema { query: B } schema { query: C }",
            "Must provide only one schema definition. @1:21",
            "Must provide only one schema definition. @1:41"
        ),
        SchemaDocumentCase(
            "schema { mutation: M }",
            extending: "type Query { a: Int }",
            "Cannot define a new schema within a schema extension. @1:1"
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .loneSchemaDefinition) == refused.errors)
    }
}
