import Testing

@testable import GraphQLEngine

@Suite struct StreamDirectiveOnListFieldTests {
    @Test func acceptsLists() throws {
        let document = "{ news { lines @stream replies @stream { body } } }"
        #expect(try IncrementalSchema.errors(in: document, .streamDirectiveOnListField) == [])
    }

    @Test func refusesOtherFields() throws {
        #expect(
            try IncrementalSchema.errors(in: "{ news { body @stream } }", .streamDirectiveOnListField)
                == [#"Stream directive cannot be used on non-list field "body" on type "Message". @1:15"#]
        )
    }
}
