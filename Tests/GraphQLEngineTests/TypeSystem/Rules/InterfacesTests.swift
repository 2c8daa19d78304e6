import Testing

/// Section 3.6 "Objects", IsValidImplementation.
@Suite struct InterfacesTests {
    @Test(arguments: [
        WrongSchema(
            "type Query implements I { b: Int } interface I { a: Int }",
            "Interface field I.a expected but Query does not provide it. 1:50 1:1"
        ),
        WrongSchema(
            "type Query implements I { a: Int } interface I { a: String }",
            "Interface field I.a expects type String but Query.a is type Int. 1:53 1:30"
        ),
        WrongSchema(
            "type Query implements I { a: Int } interface I { a(b: Int): Int }",
            "Interface field argument I.a(b:) expected but Query.a does not provide it. 1:52 1:27"
        ),
        WrongSchema(
            "type Query implements I { a(b: Int!): Int } interface I { a(b: Int): Int }",
            "Interface field argument I.a(b:) expects type Int but Query.a(b:) is type Int!. 1:64 1:32"
        ),
        WrongSchema(
            "type Query implements I { a(b: Int!): Int } interface I { a: Int }",
            #"Argument "Query.a(b:)" must not be required type "Int!" if not provided by the Interface field "I.a"."#
                + " 1:29 1:59"
        ),
        WrongSchema(
            "type Query implements I { a: Int @deprecated } interface I { a: Int }",
            "Interface field I.a is not deprecated, so implementation field Query.a must not be deprecated. 1:34 1:30"
        ),
    ])
    func fields(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        WrongSchema(
            "type Query implements J { a: Int } interface I { a: Int } interface J implements I { a: Int }",
            "Type Query must implement I because it is implemented by J. 1:82 1:23"
        ),
        WrongSchema(
            "type Query implements Query { a: Int }",
            "Type Query must only implement Interface types, it cannot implement Query. 1:23"
        ),
        WrongSchema(
            "type Query { a: I } interface I implements I { a: Int }",
            "Type I cannot implement itself because it would create a circular reference. 1:44"
        ),
        WrongSchema(
            "type Query { a: I } interface I implements J { a: Int } interface J implements I { a: Int }",
            """
            Type I cannot implement J because it would create a circular reference. 1:80 1:44
            Type J cannot implement I because it would create a circular reference. 1:44 1:80
            """
        ),
        WrongSchema(
            "type Query implements I & I { a: Int } interface I { a: Int }",
            "Type Query can only implement I once. 1:23 1:27"
        ),
    ])
    func declarations(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test func placesLieInSeveralDocuments() throws {
        let errors = try schemaErrors(
            "type Query { a: Int }\ninterface I { a: Int b: Int }",
            "extend type Query implements I { c: Int }"
        )
        #expect(errors == "Interface field I.b expected but Query does not provide it. 2:22 1:1 1:1")
    }

    @Test func covariantFieldsImplementAnInterface() throws {
        let text = """
            type Query implements I { a: [Query!]! b: I c: Query d(x: Int): Int }
            interface I { a: [I] b: I c: U d: Int }
            union U = Query
            """
        #expect(try schemaErrors(text).isEmpty)
    }
}
