import GraphQLEngine
import JSON
import Testing

@Suite struct ParserErrorTests {
    @Test(arguments: [
        ("", "Unexpected <EOF>.", 1), ("{", "Expected Name, found <EOF>.", 2),
        ("{ a } }", "Unexpected \"}\".", 7), ("foo", "Unexpected Name \"foo\".", 1),
        ("\"d\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1),
        ("\"d\" extend type A { a: A }", "Unexpected description, only GraphQL definitions support descriptions.", 1),
        ("\"d\" \"e\"", "Unexpected String \"e\".", 5), ("\"d\"", "Unexpected <EOF>.", 4),
        ("query", "Expected \"{\", found <EOF>.", 6), ("query \"x\" { a }", "Expected \"{\", found String \"x\".", 7),
        ("query A \"\"\"x\ny\"\"\" { a }", "Expected \"{\", found BlockString \"x\ny\".", 9),
        ("query A 5 { a }", "Expected \"{\", found Int \"5\".", 9),
        ("query A -5.5e1 { a }", "Expected \"{\", found Float \"-5.5e1\".", 9),
        ("query A() { a }", "Expected \"$\", found \")\".", 9),
        ("query ($a) { a }", "Expected \":\", found \")\".", 10),
        ("query ($a: [A) { a }", "Expected \"]\", found \")\".", 14),
        ("query ($a: A!!) { a }", "Expected \"$\", found \"!\".", 14),
        ("query ($a: A = $b) { a }", "Unexpected variable \"$b\" in constant value.", 16),
        ("query ($a: A = [{b: $c}]) { a }", "Unexpected variable \"$c\" in constant value.", 21),
        ("query ($a: A = $) { a }", "Unexpected \"$\".", 16),
        ("query ($a: A @b(c: $d)) { a }", "Unexpected variable \"$d\" in constant value.", 20),
        ("{ a() }", "Expected Name, found \")\".", 5), ("{ a(b) }", "Expected \":\", found \")\".", 6),
        ("{ a(b:) }", "Unexpected \")\".", 7), ("{ a(b: [1 }", "Unexpected \"}\".", 11),
        ("{ a(b: {c}) }", "Expected \":\", found \"}\".", 10),
        ("{ a: }", "Expected Name, found \"}\".", 6), ("{ a @ }", "Expected Name, found \"}\".", 7),
        ("{ ...on }", "Expected Name, found \"}\".", 9), ("{ ... }", "Expected \"{\", found \"}\".", 7),
        ("{ ...A { b } c }", "Expected Name, found \"{\".", 8),
        ("{ ...A(b: 1) }", "Expected Name, found \"(\".", 7),
        ("fragment on on A { a }", "Unexpected Name \"on\".", 10),
        ("fragment A { a }", "Expected \"on\", found \"{\".", 12),
        ("fragment A on { a }", "Expected Name, found \"{\".", 15),
        ("fragment A($b: C) on D { a }", "Expected \"on\", found \"(\".", 11),
        ("notAnOperation A { a }", "Unexpected Name \"notAnOperation\".", 1),
        ("schema", "Expected \"{\", found <EOF>.", 7), ("schema {}", "Expected Name, found \"}\".", 9),
        ("schema { foo: A }", "Unexpected Name \"foo\".", 10),
        ("schema { query A }", "Expected \":\", found Name \"A\".", 16),
        ("type A {}", "Expected Name, found \"}\".", 9), ("input A {}", "Expected Name, found \"}\".", 10),
        ("enum A {}", "Expected Name, found \"}\".", 9),
        ("type A { a }", "Expected \":\", found \"}\".", 12), ("type A { a(): B }", "Expected Name, found \")\".", 12),
        ("type A { a(b: C = $d): E }", "Unexpected variable \"$d\" in constant value.", 19),
        ("type A { a: B = 1 }", "Expected Name, found \"=\".", 15),
        ("type A implements", "Expected Name, found <EOF>.", 18),
        ("type A implements B, C", "Unexpected Name \"C\".", 22),
        ("type A implements B & & C", "Expected Name, found \"&\".", 23),
        ("union A = | | B", "Expected Name, found \"|\".", 13),
        ("union A =", "Expected Name, found <EOF>.", 10), ("union A = B C", "Unexpected Name \"C\".", 13),
        ("enum A { B, null }", "Name \"null\" is reserved and cannot be used for an enum value.", 13),
        ("enum A { true }", "Name \"true\" is reserved and cannot be used for an enum value.", 10),
        ("enum A { false }", "Name \"false\" is reserved and cannot be used for an enum value.", 10),
        ("input A { a(b: C): D }", "Expected \":\", found \"(\".", 12),
        ("directive a on FIELD", "Expected \"@\", found Name \"a\".", 11),
        ("directive @a FIELD", "Expected \"on\", found Name \"FIELD\".", 14),
        ("directive @a on FOO", "Unexpected Name \"FOO\".", 17), ("directive @a on", "Expected Name, found <EOF>.", 16),
        ("directive @a repeatable", "Expected \"on\", found <EOF>.", 24),
        ("extend", "Unexpected <EOF>.", 7), ("extend foo", "Unexpected Name \"foo\".", 8),
        ("extend schema", "Unexpected <EOF>.", 14),
        ("extend scalar A", "Unexpected <EOF>.", 16), ("extend type A", "Unexpected <EOF>.", 14),
        ("extend interface A", "Unexpected <EOF>.", 19),
        ("extend union A", "Unexpected <EOF>.", 15), ("extend enum A { }", "Expected Name, found \"}\".", 17),
        ("extend input A {", "Expected Name, found <EOF>.", 17),
        ("extend directive @a on FIELD", "Unexpected Name \"on\".", 21),
    ])
    func errors(text: String, message: String, column: Int) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parse(Source(text)) }
        #expect(error.message == "Syntax Error: " + message)
        #expect(error.location == SourceLocation(line: 1, column: column))
    }

    @Test func columnsCountUTF16CodeUnits() throws {
        let error = try #require(throws: SyntaxError.self) {
            _ = try Document.parse(Source("{ a }\r\n# 😀\r  \"é😀\" ?"))
        }
        #expect(error.message == "Syntax Error: Unexpected character: \"?\".")
        #expect(error.location == SourceLocation(line: 3, column: 9))
    }

    @Test func asGraphQLError() throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parse(Source("{")) }
        let reported = GraphQLError(error)
        #expect(reported.message == "Syntax Error: Expected Name, found <EOF>.")
        #expect(reported.locations == [SourceLocation(line: 1, column: 2)])
        #expect(reported.extensions.isEmpty)
    }

    @Test(arguments: [
        ("", "Unexpected <EOF>.", 1), ("1 2", "Expected <EOF>, found Int \"2\".", 3), ("[1", "Unexpected <EOF>.", 3),
        ("[$a]", "Unexpected variable \"$a\" in constant value.", 2), ("{a:}", "Unexpected \"}\".", 4),
    ])
    func constantValues(text: String, message: String, column: Int) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parseConstValue(Source(text)) }
        #expect(error.message == "Syntax Error: " + message)
        #expect(error.location.column == column)
    }

    @Test(arguments: [
        ("", "Expected Name, found <EOF>.", 1), ("[A", "Expected \"]\", found <EOF>.", 3),
        ("A!!", "Expected <EOF>, found \"!\".", 3),
        ("[]", "Expected Name, found \"]\".", 2), ("!", "Expected Name, found \"!\".", 1),
    ])
    func types(text: String, message: String, column: Int) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parseType(Source(text)) }
        #expect(error.message == "Syntax Error: " + message)
        #expect(error.location.column == column)
    }
}
