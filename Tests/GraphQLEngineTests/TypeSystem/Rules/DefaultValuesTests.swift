import GraphQLEngine
import Testing

/// Sections 3.5 to 3.12, "Input Coercion" of defaults in definitions.
@Suite struct DefaultValuesTests {
    @Test(arguments: [
        WrongSchema(
            "type Query { a(b: Int = 1.5): Int }",
            "Query.a(b:) has invalid default value: Int cannot represent non-integer value: 1.5 1:25"
        ),
        WrongSchema(
            "type Query { a(b: [Int!] = [1, null]): Int }",
            #"Query.a(b:) has invalid default value at [1]: Expected value of non-null type "Int!" not to be null. 1:32"#
        ),
        WrongSchema(
            "type Query { a(b: E = C): Int } enum E { A }",
            #"Query.a(b:) has invalid default value: Value "C" does not exist in "E" enum."#
                + #" Did you mean the enum value "A"? 1:23"#
        ),
        WrongSchema(
            "type Query { a(b: [I] = [{c: 1}]): Int } input I { a: Int! }",
            """
            Query.a(b:) has invalid default value at [0]: Expected value of type "I" to include required field "a", \
            found: { c: 1 }. 1:26
            Query.a(b:) has invalid default value at [0]: Expected value of type "I" not to include unknown field "c". \
            Did you mean "a"? Found: { c: 1 }. 1:27
            """
        ),
        WrongSchema(
            "type Query { a(b: I = {a: 1, b: 2}): Int } input I @oneOf { a: Int b: Int }",
            #"Query.a(b:) has invalid default value: Within OneOf Input Object type "I", exactly one field must be"#
                + " specified, and the value for that field must be non-null. 1:23"
        ),
        WrongSchema(
            "type Query { a: Int } directive @d(a: [I] = {i: {x: null}}) on FIELD input I { i: I x: Int! }",
            #"@d(a:) has invalid default value at .i.x: Expected value of non-null type "Int!" not to be null. 1:53"#
                + "\n"
                + #"@d(a:) has invalid default value: Expected value of type "I" to include required field "x","#
                + " found: { i: { x: null } }. 1:45"
        ),
    ])
    func wrong(_ wrong: WrongSchema) throws {
        #expect(try schemaErrors(wrong.schema) == wrong.errors)
    }

    @Test func defaultsTakeInThoseOfOtherFields() throws {
        let schema = try schema(
            """
            type Query { a(i: A = {}): Int }
            input A { b: B = {y: 2} }
            input B { x: [C] = {}, y: Int, z: E = N }
            input C { s: String! = "s" }
            enum E { M N }
            """
        )
        let value = try type("Query", schema).fields[0].arguments[0].defaultValue
        let c = InputValue.list([.object(InputObject(slots: [.string("s")]))])
        let b = InputValue.object(InputObject(slots: [c, .int(2), .enumeration("N", index: 1)]))
        #expect(value == .object(InputObject(slots: [b])))
    }

    /// The argument may be left out, as far as the schema says, though nothing can come of it.
    @Test func aWrongDefaultIsNoValueButADefault() throws {
        let schema = try Schema.build(
            Document.parse(Source("type Query { a(b: Int! = true): Int }")),
            assuming: .validDocument
        )
        let argument = try type("Query", schema).fields[0].arguments[0]
        #expect(argument.defaultValue == nil && argument.defaultValueText == "true" && !argument.isRequired)
    }
}
