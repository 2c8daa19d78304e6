import Testing

/// Sections 3.6 to 3.10, "Type Validation": members of types and their types.
@Suite struct TypesTests {
    @Test(arguments: [
        WrongSchema("type Query", "Type Query must define one or more fields. 1:1"),
        WrongSchema("type Query { a: Int } interface I", "Type I must define one or more fields. 1:23"),
        WrongSchema("type Query { u: U } union U", "Union type U must define one or more member types. 1:21"),
        WrongSchema("type Query { e: E } enum E", "Enum type E must define one or more values. 1:21"),
        WrongSchema(
            "type Query { a(i: I): Int } input I",
            "Input Object type I must define one or more fields. 1:29"
        ),
        WrongSchema(
            "type Query { a: Int } directive @d on FIELD extend enum E @deprecated enum E",
            "Enum type E must define one or more values. 1:71 1:45"
        ),
    ])
    func empty(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        WrongSchema(
            "type Query { a: [I!] } input I { a: Int }",
            "The type of Query.a must be Output Type but got: [I!]. 1:17"
        ),
        WrongSchema(
            "type Query { a(b: [Query]): Int }",
            "The type of Query.a(b:) must be Input Type but got: [Query]. 1:19"
        ),
        WrongSchema(
            "type Query { a(i: I): Int } input I { q: Query }",
            "The type of I.q must be Input Type but got: Query. 1:42"
        ),
        WrongSchema(
            "type Query { a: Int } directive @d(a: Query) on FIELD",
            "The type of @d(a:) must be Input Type but got: Query. 1:36"
        ),
    ])
    func inputAndOutputTypes(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        WrongSchema(
            "type Query { u: U } union U = Query | Query | E enum E { A }",
            """
            Union type U can only include type Query once. 1:31 1:39
            Union type U can only include Object types, it cannot include E. 1:47
            """
        ),
        WrongSchema(
            "type Query { u: U } union U = Query extend union U = Query",
            "Union type U can only include type Query once. 1:31 1:54"
        ),
    ])
    func unionMembers(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        WrongSchema(
            "type Query { a(b: Int! @deprecated): Int }",
            "Required argument Query.a(b:) cannot be deprecated. 1:24 1:19"
        ),
        WrongSchema(
            "type Query { a(i: I): Int } input I { a: Int! @deprecated }",
            "Required input field I.a cannot be deprecated. 1:47 1:42"
        ),
        WrongSchema(
            "type Query { a: Int } directive @d(a: Int! @deprecated) on FIELD",
            "Required argument @d(a:) cannot be deprecated. 1:44 1:39"
        ),
        WrongSchema("type Query { a(b: Int! = 1 @deprecated): Int }", ""),
    ])
    func requiredAndDeprecated(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test func fieldsOfOneOfObjects() throws {
        let errors = try schemaErrors("type Query { a(i: I): Int } input I @oneOf { a: Int! b: Int = 1 }")
        #expect(
            errors == """
                OneOf input field I.a must be nullable. 1:49
                OneOf input field I.b cannot have a default value. 1:54
                """
        )
    }
}
