import GraphQLEngine
import Testing

/// Section 2.14 "Schema Coordinates".
@Suite struct SchemaCoordinateTests {
    @Test(arguments: [
        ("A", SchemaCoordinate.type("A")), ("__Type", .type("__Type")), ("A.b", .member(type: "A", member: "b")),
        ("A.b(c:)", .argument(type: "A", field: "b", argument: "c")), ("@a", .directive("a")),
        ("@a(b:)", .directiveArgument(directive: "a", argument: "b")),
        ("true.null(on:)", .argument(type: "true", field: "null", argument: "on")),
    ])
    func forms(text: String, coordinate: SchemaCoordinate) throws {
        #expect(try SchemaCoordinate.parse(Source(text)) == coordinate)
        #expect(coordinate.description == text)
    }

    @Test(arguments: [
        ("", "Expected Name, found <EOF>. (1:1)"), ("A.", "Expected Name, found <EOF>. (1:3)"),
        (".a", "Expected Name, found \".\". (1:1)"), ("A.b.c", "Expected <EOF>, found \".\". (1:4)"),
        ("A.b(", "Expected Name, found <EOF>. (1:5)"), ("A.b(c", "Expected \":\", found <EOF>. (1:6)"),
        ("A.b(c)", "Expected \":\", found \")\". (1:6)"), ("A.b(c:", "Expected \")\", found <EOF>. (1:7)"),
        ("A.b(c:d)", "Expected \")\", found Name \"d\". (1:7)"), ("A.b()", "Expected Name, found \")\". (1:5)"),
        ("A(b:)", "Expected <EOF>, found \"(\". (1:2)"), ("A:", "Expected <EOF>, found \":\". (1:2)"),
        ("@", "Expected Name, found <EOF>. (1:2)"), ("@a.b", "Expected <EOF>, found \".\". (1:3)"),
        ("@a(b:)c", "Expected <EOF>, found Name \"c\". (1:7)"), ("A@", "Expected <EOF>, found \"@\". (1:2)"),
        (" A", "Invalid character: \" \". (1:1)"), ("A .b", "Invalid character: \" \". (1:2)"),
        ("A.b\n", "Invalid character: U+000A. (1:4)"), ("A#b", "Invalid character: \"#\". (1:2)"),
        ("A,b", "Invalid character: \",\". (1:2)"), ("1", "Invalid character: \"1\". (1:1)"),
        ("A..b", "Expected Name, found \".\". (1:3)"), ("\"A\"", "Invalid character: '\"'. (1:1)"),
        ("A.é", "Invalid character: U+00E9. (1:3)"), ("\u{FEFF}A", "Invalid character: U+FEFF. (1:1)"),
    ])
    func errors(text: String, expected: String) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try SchemaCoordinate.parse(Source(text)) }
        #expect(described(error) == expected)
    }
}
