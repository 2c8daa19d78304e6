import Testing

@testable import GraphQLEngine

@Suite struct UniqueOperationTypesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "schema { query: A mutation: B subscription: C }"
        ),
        SchemaDocumentCase(
            "schema { query: A } extend schema { mutation: A }"
        ),
        SchemaDocumentCase(
            "extend schema { mutation: M }",
            extending: "type Query { a: Int }"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueOperationTypes) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "schema { query: A query: B }",
            "There can be only one query type in schema. @1:10 1:19"
        ),
        SchemaDocumentCase(
            "schema { query: A }\nextend schema { query: B }\nextend schema { query: C }",
            "There can be only one query type in schema. @1:10 2:17",
            "There can be only one query type in schema. @1:10 3:17"
        ),
        SchemaDocumentCase(
            "extend schema { mutation: A mutation: B query: C }",
            extending: "type Query { a: Int }",
            "There can be only one mutation type in schema. @1:17 1:29",
            "Type for query already defined in the schema. It cannot be redefined. @1:41"
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueOperationTypes) == refused.errors)
    }
}
