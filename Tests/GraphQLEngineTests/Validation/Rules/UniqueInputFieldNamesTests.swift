import Testing

@testable import GraphQLEngine

@Suite struct UniqueInputFieldNamesTests {
    @Test(arguments: [
        """
        { findDog(searchBy: { name: "a", owner: "b" }) { name } }
        """
    ])
    func accepts(_ document: String) throws {
        #expect(try KennelSchema.errors(in: document) == [])
    }

    @Test(arguments: [
        RefusedDocument(
            """
            { findDog(searchBy: { name: "a", name: "b" }) { name } }
            """,
            [
                #"There can be only one input field named "name". @1:23 1:34"#
            ]
        ),
        RefusedDocument(
            """
            mutation { addPet(pet: { name: "a", tags: [], tags: [] }) { name } }
            """,
            [
                #"There can be only one input field named "tags". @1:37 1:47"#
            ]
        ),
    ])
    func refuses(_ refused: RefusedDocument) throws {
        #expect(try KennelSchema.errors(in: refused.document) == refused.errors)
    }
}
