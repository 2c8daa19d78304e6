import GraphQLEngine
import Testing

/// Wrong schemas with all their errors, each with its places as `line:column`.
@Suite struct SchemaErrorTests {
    @Test(arguments: [
        Case("scalar S", #"Query root type must be provided."#),
        Case("type Query { a: Foo }", #"Unknown type "Foo". 1:17"#),
        Case("type Query { a: Qery }", #"Unknown type "Qery". Did you mean "Query"? 1:17"#),
        Case("type Query { a(b: [Foo!]): Int }", #"Unknown type "Foo". 1:20"#),
        Case("type Query { a: Int } type Query { b: Int }", #"There can be only one type named "Query". 1:6 1:28"#),
        Case("type Query { a: Int a: Int }", #"Field "Query.a" can only be defined once. 1:14 1:21"#),
        Case("type Query { a(b: Int, b: Int): Int }", #"Argument "Query.a(b:)" can only be defined once. 1:16 1:24"#),
        Case("type Query { a: E } enum E { A A }", #"Enum value "E.A" can only be defined once. 1:30 1:32"#),
        Case(
            "schema { query: Q query: Q } type Q { a: Int }",
            #"There can be only one query type in schema. 1:10 1:19"#
        ),
        Case(
            "schema { query: Q } schema { query: Q } type Q { a: Int }",
            """
            Must provide only one schema definition. 1:21
            There can be only one query type in schema. 1:10 1:30
            """
        ),
        Case("extend type Query { a: Int }", #"Cannot extend type "Query" because it is not defined. 1:13"#),
        Case(
            "type Query { a: Int } extend input Query { b: Int }",
            #"Cannot extend non-input object type "Query". 1:1 1:23"#
        ),
        Case("schema { query: E } enum E { A }", "Query root type must be Object type, it cannot be E. 1:17"),
        Case(
            "type Query { a: Int } input Mutation { a: Int }",
            "Mutation root type must be Object type if provided, it cannot be Mutation. 1:23"
        ),
        Case(
            "schema { query: Q mutation: Q } type Q { a: Int }",
            #"All root types must be different, "Q" type is used for: query, mutation. 1:17 1:29"#
        ),
        Case(
            "type Query { __a: Int }",
            #"Name "__a" must not begin with "__", which is reserved by GraphQL introspection. 1:14"#
        ),
        Case("type Query", "Type Query must define one or more fields. 1:1"),
        Case("type Query { u: U } union U", "Union type U must define one or more member types. 1:21"),
        Case("type Query { e: E } enum E", "Enum type E must define one or more values. 1:21"),
        Case("type Query { a(i: I): Int } input I", "Input Object type I must define one or more fields. 1:29"),
        Case("type Query { a: I } input I { a: Int }", "The type of Query.a must be Output Type but got: I. 1:17"),
        Case("type Query { a(b: [Query]): Int }", "The type of Query.a(b:) must be Input Type but got: [Query]. 1:19"),
        Case(
            "type Query { a(i: I): Int } input I { q: Query }",
            "The type of I.q must be Input Type but got: Query. 1:42"
        ),
        Case(
            "type Query { a(b: Int! @deprecated): Int }",
            "Required argument Query.a(b:) cannot be deprecated. 1:24 1:19"
        ),
        Case(
            "type Query { a(i: I): Int } input I @oneOf { a: Int! b: Int = 1 }",
            """
            OneOf input field I.a must be nullable. 1:49
            OneOf input field I.b cannot have a default value. 1:54
            """
        ),
        Case(
            "type Query { u: U } union U = Query | Query | E enum E { A }",
            """
            Union type U can only include type Query once. 1:31 1:39
            Union type U can only include Object types, it cannot include E. 1:47
            """
        ),
    ])
    func definitions(_ wrong: Case) {
        #expect(errors(of: wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        Case(
            "type Query implements I { b: Int } interface I { a: Int }",
            "Interface field I.a expected but Query does not provide it. 1:50 1:1"
        ),
        Case(
            "type Query implements I { a: Int } interface I { a: String }",
            "Interface field I.a expects type String but Query.a is type Int. 1:53 1:30"
        ),
        Case(
            "type Query implements I { a: Int } interface I { a(b: Int): Int }",
            "Interface field argument I.a(b:) expected but Query.a does not provide it. 1:52 1:27"
        ),
        Case(
            "type Query implements I { a(b: Int!): Int } interface I { a(b: Int): Int }",
            "Interface field argument I.a(b:) expects type Int but Query.a(b:) is type Int!. 1:64 1:32"
        ),
        Case(
            "type Query implements I { a(b: Int!): Int } interface I { a: Int }",
            "Object field Query.a includes required argument b that is missing from the Interface field I.a. 1:29 1:59"
        ),
        Case(
            "type Query implements J { a: Int } interface I { a: Int } interface J implements I { a: Int }",
            "Type Query must implement I because it is implemented by J. 1:82 1:23"
        ),
        Case(
            "type Query implements Query { a: Int }",
            "Type Query must only implement Interface types, it cannot implement Query. 1:23"
        ),
        Case(
            "type Query { a: I } interface I implements I { a: Int }",
            "Type I cannot implement itself because it would create a circular reference. 1:44"
        ),
        Case(
            "type Query implements I & I { a: Int } interface I { a: Int }",
            "Type Query can only implement I once. 1:23 1:27"
        ),
    ])
    func interfaces(_ wrong: Case) {
        #expect(errors(of: wrong.schema) == wrong.errors)
    }

    @Test func covariantFieldsImplementAnInterface() {
        let text = """
            type Query implements I { a: [Query!]! b: I c: Query }
            interface I { a: [I] b: I c: U }
            union U = Query
            """
        #expect(errors(of: text) == "")
    }

    @Test(arguments: [
        Case("type Query { a: Int @b }", #"Unknown directive "@b". 1:21"#),
        Case("type Query { a: Int @oneOf }", #"Directive "@oneOf" may not be used on FIELD_DEFINITION. 1:21"#),
        Case(
            "type Query { a: Int @deprecated @deprecated }",
            #"The directive "@deprecated" can only be used once at this location. 1:21 1:33"#
        ),
        Case("type Query { a: Int @deprecated(why: 1) }", #"Unknown argument "why" on directive "@deprecated". 1:33"#),
        Case(
            "type Query { a: S } scalar S @specifiedBy",
            #"Directive "@specifiedBy" argument "url" of type "String!" is required, but it was not provided. 1:30"#
        ),
        Case("type Query { a: S } scalar S @specifiedBy(url: 1)", "String cannot represent a non string value: 1 1:48"),
        Case(
            "directive @a on FIELD directive @a on FIELD type Query { a: Int }",
            #"There can be only one directive named "@a". 1:12 1:34"#
        ),
    ])
    func directives(_ wrong: Case) {
        #expect(errors(of: wrong.schema) == wrong.errors)
    }

    @Test(arguments: [
        Case("type Query { a(b: Int = 1.5): Int }", "Int cannot represent non-integer value: 1.5 1:25"),
        Case(
            "type Query { a(b: Int = 3000000000): Int }",
            "Int cannot represent non 32-bit signed integer value: 3000000000 1:25"
        ),
        Case("type Query { a(b: [Int!] = [1, null]): Int }", #"Expected value of type "Int!", found null. 1:32"#),
        Case(
            "type Query { a(b: E = C): Int } enum E { A }",
            #"Value "C" does not exist in "E" enum. Did you mean the enum value "A"? 1:23"#
        ),
        Case(
            #"type Query { a(b: E = "A"): Int } enum E { A }"#,
            #"Enum "E" cannot represent non-enum value: "A". 1:23"#
        ),
        Case(
            "type Query { a(b: I = {c: 1}): Int } input I { a: Int! }",
            """
            Field "c" is not defined by type "I". Did you mean "a"? 1:24
            Field "I.a" of required type "Int!" was not provided. 1:23
            """
        ),
        Case(
            "type Query { a(b: I = {a: 1, b: 2}): Int } input I @oneOf { a: Int b: Int }",
            #"OneOf Input Object "I" must specify exactly one key. 1:23"#
        ),
    ])
    func defaults(_ wrong: Case) {
        #expect(errors(of: wrong.schema) == wrong.errors)
    }

    @Test func inputObjectsThatContainThemselves() {
        let text = "type Query { a(b: A): Int } input A { b: B! } input B { a: A! c: [B!]! }"
        let message = #"Cannot reference Input Object "A" within itself through a series of non-null fields: "b.a"."#
        #expect(errors(of: text) == message + " 1:39 1:57")
    }

    @Test func defaultsThatContainThemselves() {
        let text = "type Query { a(b: A): Int } input A { b: B = {} } input B { a: A = {} }"
        #expect(errors(of: text).contains("The default value of Input Object field A.b references itself"))
    }

    struct Case: Sendable {
        let schema: String
        let errors: String

        init(_ schema: String, _ errors: String) {
            self.schema = schema
            self.errors = errors
        }
    }

    private func errors(of text: String) -> String {
        do {
            _ = try schema(text)
            return ""
        } catch let error as SchemaError {
            return error.errors.map { error in
                ([error.message] + error.locations.map { "\($0.line):\($0.column)" }).joined(separator: " ")
            }.joined(separator: "\n")
        } catch {
            return "\(error)"
        }
    }
}
