import Testing

@testable import GraphQLEngine

@Suite struct KnownArgumentNamesOnDirectivesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            #"type A @a(x: 1) { f: Int @unknown(y: 1) @deprecated(reason: "") } directive @a(x: Int) on OBJECT"#
        ),
        SchemaDocumentCase(
            "extend type Query @a(x: 1)",
            extending: "type Query { a: Int } directive @a(x: Int) on OBJECT"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .knownArgumentNamesOnDirectives) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(lenght: 1, y: 2) directive @a(length: Int) on OBJECT",
            #"Unknown argument "lenght" on directive "@a". Did you mean "length"? @1:11"#,
            #"Unknown argument "y" on directive "@a". @1:22"#
        ),
        SchemaDocumentCase(
            "type A { f: Int @deprecated(reasno: 1) }",
            #"Unknown argument "reasno" on directive "@deprecated". Did you mean "reason"? @1:29"#
        ),
        SchemaDocumentCase(
            "extend type Query @a(x: 1) @b(y: 1) directive @b on OBJECT",
            extending: "type Query { a: Int } directive @a on OBJECT",
            #"Unknown argument "x" on directive "@a". @1:22"#,
            #"Unknown argument "y" on directive "@b". @1:31"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .knownArgumentNamesOnDirectives) == refused.errors)
    }
}
