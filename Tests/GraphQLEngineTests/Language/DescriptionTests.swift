import GraphQLEngine
import Testing

/// Section 2.13 "Descriptions" of the September 2025 edition.
@Suite struct DescriptionTests {
    @Test(arguments: [
        "query A {\n  b\n}", "query {\n  b\n}", "mutation {\n  b\n}", "subscription A {\n  b\n}",
        "fragment A on B {\n  c\n}",
        "schema {\n  query: A\n}", "scalar A", "type A", "interface A", "union A = B", "enum A", "input A",
        "directive @a on FIELD",
    ])
    func definitions(text: String) throws {
        for description in ["\"D \\\"q\\\".\"", "\"\"", "\"\"\"D.\"\"\"", "\"\"\"\nD.\n\n  E.\n\"\"\""] {
            let described = "\(description)\n\(text)"
            #expect(try printed(described) == described)
        }
    }

    @Test func operationsBeginWithTheirDescription() throws {
        let document = try Document.parse(Source("\"D\" query A { b } \"E\" fragment C on D { e }"))
        #expect(document.operations.map(\.offset) == [0])
        #expect(document.fragments.map(\.offset) == [18])
        #expect(document.strings.map(\.text) == ["D", "E"])
    }

    @Test func variables() throws {
        let text = "query A(\n\"First.\"\n$a: B\n$c: D = 1\n\"\"\"\nThird,\nlong.\n\"\"\"\n$e: F @g\n) {\n  h\n}"
        #expect(try printed(text) == text)
    }

    @Test func fieldsArgumentsAndValues() throws {
        let texts = [
            "type A {\n  \"B.\"\n  b(\n    \"C.\"\n    c: D\n    \"\"\"E.\"\"\"\n    e: F = 1\n  ): G\n}",
            "enum A {\n  \"B.\"\n  B\n}", "input A {\n  \"\"\"\n  B\n    C\n  \"\"\"\n  b: D\n}",
            "directive @a(\n  \"B.\"\n  b: C\n) on FIELD",
        ]
        for text in texts { #expect(try printed(text) == text) }
    }

    @Test(arguments: [
        ("\"D\" { a }", "Unexpected description, descriptions are not supported on shorthand queries. (1:1)"),
        (" \"\"\"D\"\"\" {", "Unexpected description, descriptions are not supported on shorthand queries. (1:2)"),
        ("\"D\" extend type A @b", "Unexpected description, only GraphQL definitions support descriptions. (1:1)"),
        ("\"D\" foo", "Unexpected description, only GraphQL definitions support descriptions. (1:1)"),
        ("\"D\" \"E\\u0041\" type A", "Unexpected String \"EA\". (1:5)"), ("\"D\" 1", "Unexpected Int \"1\". (1:5)"),
        ("\"D\"", "Unexpected <EOF>. (1:4)"), ("\"D\" ?", "Unexpected character: \"?\". (1:5)"),
        ("{ \"D\" a }", "Expected Name, found String \"D\". (1:3)"),
        ("type A { \"D\" }", "Expected Name, found \"}\". (1:14)"),
        ("type A { \"D\" \"E\" b: C }", "Expected Name, found String \"E\". (1:14)"),
        ("schema { \"D\" query: A }", "Expected Name, found String \"D\". (1:10)"),
        ("enum A { \"D\" \"true\" B }", "String \"true\" is reserved and cannot be used for an enum value. (1:14)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
