import Testing

@testable import GraphQLEngine

@Suite struct KnownDirectivesRuleTests {
    @Test(arguments: [
        SchemaDocumentCase(
            "schema @a { query: Q } type Q @a { f(x: Int @a): Int @a } directive @a on SCHEMA | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION"
        ),
        SchemaDocumentCase(
            #"type Q { f: Int @deprecated } scalar S @specifiedBy(url: "") input I @oneOf"#
        ),
        SchemaDocumentCase(
            "extend type Query @a",
            extending: "type Query { a: Int } directive @a on OBJECT"
        ),
        SchemaDocumentCase(
            "query @a { f @a ...F @a ... @a { f } } fragment F on Q @a { f } directive @a on QUERY | FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT | FRAGMENT_DEFINITION"
        ),
        SchemaDocumentCase(
            "directive @d @a on FIELD extend directive @d @a directive @a repeatable on DIRECTIVE_DEFINITION"
        ),
    ])
    func accepts(_ accepted: SchemaDocumentCase) throws {
        #expect(try accepted.found(by: .knownDirectives) == [])
    }

    @Test(arguments: [
        SchemaDocumentCase(
            "type Q @unknown { f: Int @deprecated @skip(if: true) }",
            #"Unknown directive "@unknown". @1:8"#,
            #"Directive "@skip" may not be used on FIELD_DEFINITION. @1:38"#
        ),
        SchemaDocumentCase(
            "extend schema @a extend scalar S @a extend type T @a { f(x: Int @a): Int @a } extend interface I @a extend union U @a extend enum E @a { V @a } extend input N @a { f: Int @a } directive @d(x: Int @a) on FIELD directive @a on QUERY",
            #"Directive "@a" may not be used on SCHEMA. @1:15"#,
            #"Directive "@a" may not be used on SCALAR. @1:34"#,
            #"Directive "@a" may not be used on OBJECT. @1:51"#,
            #"Directive "@a" may not be used on ARGUMENT_DEFINITION. @1:65"#,
            #"Directive "@a" may not be used on FIELD_DEFINITION. @1:74"#,
            #"Directive "@a" may not be used on INTERFACE. @1:98"#,
            #"Directive "@a" may not be used on UNION. @1:116"#,
            #"Directive "@a" may not be used on ENUM. @1:133"#,
            #"Directive "@a" may not be used on ENUM_VALUE. @1:140"#,
            #"Directive "@a" may not be used on INPUT_OBJECT. @1:160"#,
            #"Directive "@a" may not be used on INPUT_FIELD_DEFINITION. @1:172"#,
            #"Directive "@a" may not be used on ARGUMENT_DEFINITION. @1:197"#
        ),
        SchemaDocumentCase(
            "extend type Query @a @b",
            extending: "type Query { a: Int } directive @a on OBJECT",
            #"Unknown directive "@b". @1:22"#
        ),
        SchemaDocumentCase(
            "query ($v: Int @a) { f } mutation @a { f } subscription @a { f } directive @a on FIELD",
            #"Directive "@a" may not be used on VARIABLE_DEFINITION. @1:16"#,
            #"Directive "@a" may not be used on MUTATION. @1:35"#,
            #"Directive "@a" may not be used on SUBSCRIPTION. @1:57"#
        ),
        SchemaDocumentCase(
            "directive @d(x: Int) @a on FIELD extend directive @d @a @b directive @a on FIELD",
            #"Directive "@a" may not be used on DIRECTIVE_DEFINITION. @1:22"#,
            #"Directive "@a" may not be used on DIRECTIVE_DEFINITION. @1:54"#,
            #"Unknown directive "@b". @1:57"#
        ),
    ])
    func refuses(_ refused: SchemaDocumentCase) throws {
        #expect(try refused.found(by: .knownDirectives) == refused.errors)
    }
}
