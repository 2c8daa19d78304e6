import Testing

@testable import GraphQLEngine

@Suite struct NoUnusedFragmentsTests {
    @Test(arguments: [
        "{ dog { ...a } } fragment a on Dog { ...b } fragment b on Dog { name }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            fragment nameFragment on Dog { name }
            { dog { name } }
            """,
            [
                #"Fragment "nameFragment" is never used. @1:1"#
            ]
        ),
        RefusedDocument(
            """
            { dog { name } }
            fragment a on Dog { ...b }
            fragment b on Dog { name }
            """,
            [
                #"Fragment "a" is never used. @2:1"#,
                #"Fragment "b" is never used. @3:1"#,
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
