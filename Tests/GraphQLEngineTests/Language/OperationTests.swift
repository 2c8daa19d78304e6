import GraphQLEngine
import Testing

/// Section 2.3 "Operations".
@Suite struct OperationTests {
    @Test(arguments: [
        ("{a}", "{\n  a\n}"), ("query{a}", "{\n  a\n}"), ("query @a{b}", "query @a {\n  b\n}"),
        ("mutation{a}", "mutation {\n  a\n}"), ("subscription A{a}", "subscription A {\n  a\n}"),
        ("query query{a}", "query query {\n  a\n}"), ("query($a:B){a}", "query ($a: B) {\n  a\n}"),
        ("query A($a:B)@c{a}", "query A($a: B) @c {\n  a\n}"),
    ])
    func forms(text: String, print: String) throws {
        #expect(try printed(text) == print)
    }

    @Test(arguments: [
        ("query", "Expected \"{\", found <EOF>. (1:6)"), ("query A B { a }", "Expected \"{\", found Name \"B\". (1:9)"),
        ("query @a ($b: C) { a }", "Expected Name, found \"$\". (1:11)"),
        ("query A() { a }", "Expected \"$\", found \")\". (1:9)"),
        ("mutation A", "Expected \"{\", found <EOF>. (1:11)"),
        ("{ a } query: { a }", "Expected \"{\", found \":\". (1:12)"),
    ])
    func errors(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
