import Testing

/// Section 3.1 "Type System": names that begin with two underscores.
@Suite struct ReservedNamesTests {
    @Test(arguments: [
        "type Query { !__a: Int }", "type Query { a(!__b: Int): Int }", "type Query { a: Int } !type __T { a: Int }",
        "type Query { a: Int } enum E { !__A }", "type Query { a: Int } input I { !__a: Int }",
        "type Query { a: Int } !directive @__d on FIELD", "type Query { a: Int } directive @d(!__a: Int) on FIELD",
        "type Query { a: Int } !\"text\" scalar __S",
    ])
    func reserved(_ marked: String) throws {
        let column =
            try #require(marked.firstIndex(of: "!").map { marked.distance(from: marked.startIndex, to: $0) }) + 1
        let errors = try schemaErrors(marked.replacing("!", with: ""))
        #expect(errors.hasPrefix("Name \"__"))
        #expect(
            errors.hasSuffix("\" must not begin with \"__\", which is reserved by GraphQL introspection. 1:\(column)")
        )
    }

    @Test func introspectionTypesMayHaveSuchNames() throws {
        #expect(try schemaErrors("type Query { a: __Type }").isEmpty)
    }
}
