import Testing

@testable import GraphQLEngine

@Suite struct KnownDirectivesTests {
    @Test(arguments: [
        """
        { dog @include(if: true) { name @tag(name: "a") } }
        """
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            "{ dog { name @unknown } }",
            [
                #"Unknown directive "@unknown". @1:14"#
            ]
        ),
        RefusedDocument(
            "query @skip(if: true) { dog { name } }",
            [
                #"Directive "@skip" may not be used on QUERY. @1:7"#
            ]
        ),
        RefusedDocument(
            """
            query ($a: Int @tag(name: "x")) { arguments { intArgField(intArg: $a) } }
            """,
            [
                #"Directive "@tag" may not be used on VARIABLE_DEFINITION. @1:16"#
            ]
        ),
        RefusedDocument(
            """
            { dog { ...f @tag(name: "x") ... @tag(name: "x") { name } } }
            fragment f on Dog @tag(name: "x") { name }
            """,
            [
                #"Directive "@tag" may not be used on FRAGMENT_SPREAD. @1:14"#,
                #"Directive "@tag" may not be used on INLINE_FRAGMENT. @1:34"#,
                #"Directive "@tag" may not be used on FRAGMENT_DEFINITION. @2:19"#,
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
