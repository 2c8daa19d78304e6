import Testing

@testable import GraphQLEngine

@Suite struct KnownTypeNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A implements I { a(x: In): [E!]! u: U s: Int } interface I input In { a: Float } enum E union U = A schema { query: A }"
        ),
        SchemaDocumentCase(
            "type A { s: __Schema t: __TypeKind }"
        ),
        SchemaDocumentCase(
            "extend type A { a: Query }",
            extending: "type Query { a: Int }"
        ),
        SchemaDocumentCase(
            "query ($v: A) { ... on A { a } } fragment F on A { a } type A"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .knownTypeNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type Person { a: Persn b(c: [Intt!]): Missing }",
            #"Unknown type "Persn". Did you mean "Person"? @1:18"#,
            #"Unknown type "Intt". Did you mean "Int"? @1:30"#,
            #"Unknown type "Missing". @1:39"#
        ),
        SchemaDocumentCase(
            "schema { query: Root } type A implements Inter union B = First directive @d(a: Input) on FIELD",
            #"Unknown type "Root". @1:17"#,
            #"Unknown type "Inter". Did you mean "Int"? @1:42"#,
            #"Unknown type "First". Did you mean "Float" or "Int"? @1:58"#,
            #"Unknown type "Input". Did you mean "Int"? @1:80"#
        ),
        SchemaDocumentCase(
            "extend type Query { q: Quary }",
            extending: "type Query { a: Int }",
            #"Unknown type "Quary". Did you mean "Query"? @1:24"#
        ),
        SchemaDocumentCase(
            "query ($v: String) { a } fragment F on Strin { a }",
            #"Unknown type "String". @1:12"#,
            #"Unknown type "Strin". @1:40"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .knownTypeNames) == refused.errors)
    }
}
