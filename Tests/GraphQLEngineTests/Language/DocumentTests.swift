import GraphQLEngine
import Testing

/// Section 2.2 "Document".
@Suite struct DocumentTests {
    @Test func definitionsKeepTheirOrder() throws {
        let document = try Document.parse(
            Source(
                "type A query B { a } fragment C on D { a } extend type A @e schema @f { query: A } directive @g on FIELD"
            )
        )
        let kinds = document.definitions.map { definition in
            switch definition {
            case .operation(let index): "operation \(index)"
            case .fragment(let index): "fragment \(index)"
            case .schema(let index): "schema \(index)"
            case .type(let index): "type \(index)"
            case .directive(let index): "directive \(index)"
            }
        }
        #expect(kinds == ["type 0", "operation 0", "fragment 0", "type 1", "schema 0", "directive 0"])
    }

    @Test(arguments: [
        ("", "Unexpected <EOF>. (1:1)"), (" \n ", "Unexpected <EOF>. (2:2)"), ("a", "Unexpected Name \"a\". (1:1)"),
        ("{ a } b", "Unexpected Name \"b\". (1:7)"), ("{ a } }", "Unexpected \"}\". (1:7)"),
        ("1", "Unexpected Int \"1\". (1:1)"), ("Query { a }", "Unexpected Name \"Query\". (1:1)"),
        ("extend query A { a }", "Unexpected Name \"query\". (1:8)"), ("extend { a }", "Unexpected \"{\". (1:8)"),
        ("extend \"a\\n\" type A", "Unexpected String \"a\n\". (1:8)"),
    ])
    func whatIsNoDefinition(text: String, error: String) throws {
        #expect(try syntaxError(text) == error)
    }
}
