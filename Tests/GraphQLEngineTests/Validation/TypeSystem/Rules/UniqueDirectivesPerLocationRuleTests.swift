import Testing

@testable import GraphQLEngine

@Suite struct UniqueDirectivesPerLocationRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a @r @r type B @a { f: Int @a g: Int @a } directive @a on OBJECT | SCHEMA | FIELD_DEFINITION directive @r repeatable on OBJECT"
        ),
        SchemaDocumentCase(
            "type A @unknown @unknown"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .uniqueDirectivesPerLocation) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type A @a @r @a @r { f: Int @a @a } directive @a on OBJECT | SCHEMA | FIELD_DEFINITION directive @r repeatable on OBJECT",
            #"The directive "@a" can only be used once at this location. @1:8 1:14"#,
            #"The directive "@a" can only be used once at this location. @1:29 1:32"#
        ),
        SchemaDocumentCase(
            "extend type A @a\ntype A @a\nextend type A @a directive @a on OBJECT | SCHEMA | FIELD_DEFINITION directive @r repeatable on OBJECT",
            #"The directive "@a" can only be used once at this location. @1:15 2:8"#,
            #"The directive "@a" can only be used once at this location. @1:15 3:15"#
        ),
        SchemaDocumentCase(
            "schema @a { query: A }\nextend schema @a directive @a on OBJECT | SCHEMA | FIELD_DEFINITION directive @r repeatable on OBJECT",
            #"The directive "@a" can only be used once at this location. @1:8 2:15"#
        ),
        SchemaDocumentCase(
            "type A { f: Int @deprecated @deprecated }",
            #"The directive "@deprecated" can only be used once at this location. @1:17 1:29"#
        ),
        SchemaDocumentCase(
            "directive @d @a on FIELD\nextend directive @d @a directive @a on DIRECTIVE_DEFINITION",
            #"The directive "@a" can only be used once at this location. @1:14 2:21"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .uniqueDirectivesPerLocation) == refused.errors)
    }
}
