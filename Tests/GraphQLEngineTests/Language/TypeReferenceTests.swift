import GraphQLEngine
import Testing

/// Section 2.11 "Type References".
@Suite struct TypeReferenceTests {
    @Test(arguments: ["A", "A!", "[A]", "[A!]", "[A]!", "[[A!]!]!", "on", "null"])
    func forms(text: String) throws {
        let (document, type) = try Document.parseType(Source(" \(text), # ignored"))
        #expect(document.printedType(type) == text)
    }

    @Test func nodes() throws {
        let (document, type) = try Document.parseType(Source("[A!]"))
        guard case .list(let item) = document.typeReferences[Int(type)].kind,
            case .nonNull(let named) = document.typeReferences[Int(item)].kind,
            case .named(let name) = document.typeReferences[Int(named)].kind
        else {
            Issue.record("other nodes")
            return
        }
        #expect(document.text(name) == "A")
        #expect(document.typeReferences.map(\.offset) == [1, 1, 0])
    }

    @Test(arguments: [
        ("", "Expected Name, found <EOF>. (1:1)"), ("!", "Expected Name, found \"!\". (1:1)"),
        ("[]", "Expected Name, found \"]\". (1:2)"), ("[A", "Expected \"]\", found <EOF>. (1:3)"),
        ("[A B]", "Expected \"]\", found Name \"B\". (1:4)"), ("A!!", "Expected <EOF>, found \"!\". (1:3)"),
        ("A]", "Expected <EOF>, found \"]\". (1:2)"), ("\"A\"", "Expected Name, found String \"A\". (1:1)"),
        ("$A", "Expected Name, found \"$\". (1:1)"),
    ])
    func errors(text: String, expected: String) throws {
        let error = try #require(throws: SyntaxError.self) { _ = try Document.parseType(Source(text)) }
        #expect(described(error) == expected)
    }
}
