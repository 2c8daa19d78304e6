import Testing

@testable import GraphQLEngine

@Suite struct SchemaDocumentValidatorTests {
    private func errors(
        in text: String,
        rules: [SchemaDocumentRule] = SchemaDocumentRule.allCases,
        maximumErrors: Int = 100
    ) throws -> [String] {
        let document = try Document.parse(Source(text))
        return SchemaDocumentValidator.validate(document, rules: rules, maximumErrors: maximumErrors).map(\.summary)
    }

    @Test func rulesRunInParallelInTheOrderOfTheirList() throws {
        let text = """
            type A implements X @d(a: 1, a: 2) @d { f: Y f: Int }
            type A
            extend input A @d
            directive @d(b: Int!) on FIELD
            """
        #expect(
            try errors(in: text) == [
                #"Field "A.f" can only be defined once. @1:41 1:46"#,
                #"The directive "@d" can only be used once at this location. @1:21 1:36"#,
                #"Unknown type "X". Did you mean "A"? @1:19"#,
                #"Directive "@d" may not be used on OBJECT. @1:21"#,
                #"Unknown argument "a" on directive "@d". Did you mean "b"? @1:24"#,
                #"Unknown argument "a" on directive "@d". Did you mean "b"? @1:30"#,
                #"There can be only one argument named "a". @1:24 1:30"#,
                #"Argument "@d(b:)" of type "Int!" is required, but it was not provided. @1:21"#,
                #"Directive "@d" may not be used on OBJECT. @1:36"#,
                #"Argument "@d(b:)" of type "Int!" is required, but it was not provided. @1:36"#,
                #"Unknown type "Y". Did you mean "A"? @1:44"#,
                #"There can be only one type named "A". @1:6 2:6"#,
                #"The directive "@d" can only be used once at this location. @1:21 3:16"#,
                #"Cannot extend non-input object type "A". @2:1 3:1"#,
                #"Directive "@d" may not be used on INPUT_OBJECT. @3:16"#,
                #"Argument "@d(b:)" of type "Int!" is required, but it was not provided. @3:16"#,
            ]
        )
    }

    @Test func rulesAreFoundByTheirNames() {
        #expect(SchemaDocumentRule(rawValue: "LoneSchemaDefinitionRule") == .loneSchemaDefinition)
        #expect(SchemaDocumentRule(rawValue: "ScalarLeafsRule") == nil)
    }

    @Test func onlyTheGivenRulesApply() throws {
        #expect(
            try errors(in: "type A @b { a: C }", rules: [.knownTypeNames]) == [
                #"Unknown type "C". Did you mean "A"? @1:16"#
            ]
        )
        #expect(try errors(in: "type A @b { a: C }", rules: []) == [])
    }

    @Test func stopsBeyondTheGreatestNumberOfErrors() throws {
        let tooMany = "Too many validation errors, error limit reached. Validation aborted. @"
        #expect(
            try errors(in: "type A @a @b @c @d", maximumErrors: 2) == [
                #"Unknown directive "@a". @1:8"#, #"Unknown directive "@b". @1:11"#, tooMany,
            ]
        )
        #expect(try errors(in: "type A @a @b", maximumErrors: 2).count == 2)
    }

    @Test func placesOfManyErrorsCountLinesAndUTF16Columns() throws {
        let text = "\"\"\"é😀\"\"\" type A @a\r\ntype B @b\rtype C @c\n# 😀\n  type D @d"
        #expect(
            try errors(in: text) == [
                #"Unknown directive "@a". @1:18"#, #"Unknown directive "@b". @2:8"#,
                #"Unknown directive "@c". @3:8"#, #"Unknown directive "@d". @5:10"#,
            ]
        )
    }

    @Test func manyErrorsInOneLineTakeNoQuadraticTime() throws {
        let text = (0..<20_000).map { "type T\($0) @missing { a: Missing\($0) }" }.joined(separator: " ")
        #expect(try errors(in: text, maximumErrors: 100_000).count == 40_000)
    }
}
