import Testing

@testable import GraphQLEngine

@Suite struct ProvidedRequiredArgumentsOnDirectivesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(x: 1) @b @unknown directive @a(x: Int!) on OBJECT directive @b(x: Int! = 1, y: Int) on OBJECT"
        ),
        SchemaDocumentCase(
            #"scalar A @specifiedBy(url: "")"#
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .providedRequiredArgumentsOnDirectives) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(y: 1) directive @a(x: [Int!]!, y: Int!, z: Int!) on OBJECT",
            #"Argument "@a(x:)" of type "[Int!]!" is required, but it was not provided. @1:8"#,
            #"Argument "@a(z:)" of type "Int!" is required, but it was not provided. @1:8"#
        ),
        SchemaDocumentCase(
            "scalar A @specifiedBy",
            #"Argument "@specifiedBy(url:)" of type "String!" is required, but it was not provided. @1:10"#
        ),
        SchemaDocumentCase(
            "type A @a directive @a(x: Int!, x: String!) on OBJECT",
            #"Argument "@a(x:)" of type "String!" is required, but it was not provided. @1:8"#
        ),
        SchemaDocumentCase(
            "extend type Query @a",
            extending: "type Query { a: Int } directive @a(x: Int!) on OBJECT",
            #"Argument "@a(x:)" of type "Int!" is required, but it was not provided. @1:19"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .providedRequiredArgumentsOnDirectives) == refused.errors)
    }
}
