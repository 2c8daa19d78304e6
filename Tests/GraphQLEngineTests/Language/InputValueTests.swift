import GraphQLEngine
import Testing

/// Section 2.9 "Input Values", but for strings.
@Suite struct InputValueTests {
    @Test(arguments: [
        "0", "-0", "1", "-12345678901234567890", "0.0", "-1.5e-10", "1E400", "9.00", "true", "false", "null", "on",
        "True",
        "NULL", "_", "$a", "$true", "[]", "[1, [$a], []]", "{  }", "{ a: 1, a: { b: [] } }", "{ true: null }",
    ])
    func keepsItsText(text: String) throws {
        let (document, value) = try Document.parseValue(Source(text))
        #expect(document.printedValue(value) == text)
    }

    @Test func kinds() throws {
        let (document, value) = try Document.parseValue(Source("[1 1.0 \"a\" true null A $b [] {}]"))
        guard case .list(let items) = document.values[Int(value)].kind else {
            Issue.record("no list")
            return
        }
        let kinds = document.values[items.indices].map { value in
            switch value.kind {
            case .variable: "variable"
            case .int: "int"
            case .float: "float"
            case .string: "string"
            case .boolean: "boolean"
            case .null: "null"
            case .enumeration: "enumeration"
            case .list: "list"
            case .object: "object"
            }
        }
        #expect(
            kinds == ["int", "float", "string", "boolean", "null", "enumeration", "variable", "list", "object"]
        )
        #expect(document.values[items.indices].map(\.offset) == [1, 3, 7, 11, 16, 21, 23, 26, 29])
    }

    @Test(arguments: [
        ("", "Unexpected <EOF>. (1:1)"), ("-", "Invalid number, expected digit but got: <EOF>. (1:2)"),
        ("-a", "Invalid number, expected digit but got: \"a\". (1:2)"),
        ("00", "Invalid number, unexpected digit after 0: \"0\". (1:2)"),
        ("-00.1", "Invalid number, unexpected digit after 0: \"0\". (1:3)"),
        ("1.2.3", "Invalid number, expected digit but got: \".\". (1:4)"),
        ("1e+", "Invalid number, expected digit but got: <EOF>. (1:4)"),
        ("1e5.0", "Invalid number, expected digit but got: \".\". (1:4)"),
        ("0x1", "Invalid number, expected digit but got: \"x\". (1:2)"),
        ("1é", "Unexpected character: U+00E9. (1:2)"),
        (".5", "Invalid number, expected digit before \".\", did you mean \"0.5\"? (1:1)"),
        ("[1", "Unexpected <EOF>. (1:3)"), ("[1}", "Unexpected \"}\". (1:3)"),
        ("{a}", "Expected \":\", found \"}\". (1:3)"),
        ("{a:1", "Expected Name, found <EOF>. (1:5)"), ("{1:1}", "Expected Name, found Int \"1\". (1:2)"),
        ("$", "Expected Name, found <EOF>. (1:2)"), ("$1", "Expected Name, found Int \"1\". (1:2)"),
        ("a b", "Expected <EOF>, found Name \"b\". (1:3)"), ("]", "Unexpected \"]\". (1:1)"),
    ])
    func errors(text: String, expected: String) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parseValue(Source(text)) }
        #expect(described(error) == expected)
    }

    @Test(arguments: [
        ("$a", "Unexpected variable \"$a\" in constant value. (1:1)"), ("$", "Unexpected \"$\". (1:1)"),
        ("[1, {a: $b}]", "Unexpected variable \"$b\" in constant value. (1:9)"), ("$\"a\"", "Unexpected \"$\". (1:1)"),
    ])
    func constantsHaveNoVariables(text: String, expected: String) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parseConstValue(Source(text)) }
        #expect(described(error) == expected)
    }
}
