import Testing

@testable import GraphQLEngine

@Suite struct NoFragmentCyclesTests {
    @Test(arguments: [
        "{ dog { ...a ...b } } fragment a on Dog { ...b } fragment b on Dog { name }"
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { dog { ...f } }
            fragment f on Dog { name ...f }
            """,
            [
                #"Cannot spread fragment "f" within itself. @2:26"#
            ]
        ),
        RefusedDocument(
            """
            { dog { ...a } }
            fragment a on Dog { name ...b }
            fragment b on Dog { barkVolume ...a }
            """,
            [
                #"Cannot spread fragment "a" within itself via "b". @2:26 3:32"#
            ]
        ),
        RefusedDocument(
            """
            { dog { ...dogFragment } }
            fragment dogFragment on Dog { name owner { ...ownerFragment } }
            fragment ownerFragment on Human { name pets { ...dogFragment } }
            """,
            [
                #"Cannot spread fragment "dogFragment" within itself via "ownerFragment". @2:44 3:47"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
