import Testing

/// Section 3.3.1 "Root Operation Types".
@Suite struct RootTypesTests {
    @Test(arguments: [
        WrongSchema("scalar S", "Query root type must be provided."),
        WrongSchema("schema { mutation: M } type M { a: Int }", "Query root type must be provided. 1:1"),
        WrongSchema(
            "schema { query: E } enum E { A }",
            "Query root type must be Object type, it cannot be E. 1:17"
        ),
        WrongSchema(
            "type Query { a: Int } input Mutation { a: Int }",
            "Mutation root type must be Object type if provided, it cannot be Mutation. 1:23"
        ),
        WrongSchema(
            "schema { query: Q mutation: Q } type Q { a: Int }",
            #"All root types must be different, "Q" type is used as query and mutation root types. 1:17 1:29"#
        ),
        WrongSchema(
            "schema { query: Q mutation: Q subscription: Q } type Q { a: Int }",
            #"All root types must be different, "Q" type is used as query, mutation, and subscription root types."#
                + " 1:17 1:29 1:45"
        ),
    ])
    func wrong(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test func anExtensionNamesTheWrongRoot() throws {
        let errors = try schemaErrors("type Query { a: Int }", "\nextend schema { mutation: E } enum E { A }")
        #expect(errors == "Mutation root type must be Object type if provided, it cannot be E. 2:27")
    }

    @Test func rootsByTheirUsualNames() throws {
        #expect(try schemaErrors("type Query { a: Int } type Mutation { a: Int }").isEmpty)
    }
}
