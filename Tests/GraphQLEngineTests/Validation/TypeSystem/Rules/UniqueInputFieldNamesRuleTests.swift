import Testing

@testable import GraphQLEngine

@Suite struct UniqueInputFieldNamesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(x: { a: 1, b: { a: 2 } }) input B { a: B = { a: 1, b: 2 } }"
        )
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueInputFieldNames) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a(x: { a: 1, a: 2, a: 3 })",
            #"There can be only one input field named "a". @1:16 1:22"#,
            #"There can be only one input field named "a". @1:16 1:28"#
        ),
        SchemaDocumentCase(
            "type A { f(x: B = [{ b: { a: 1, a: 2 }, b: 3 }]): Int }",
            #"There can be only one input field named "a". @1:27 1:33"#,
            #"There can be only one input field named "b". @1:22 1:41"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueInputFieldNames) == refused.errors)
    }
}
