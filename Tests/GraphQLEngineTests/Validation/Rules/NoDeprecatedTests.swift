import Testing

@testable import GraphQLEngine

@Suite struct NoDeprecatedTests {
    @Test func acceptsWhatIsNotDeprecated() throws {
        let document = #"{ find(by: { name: "a" }, color: RED) { body } }"#
        #expect(try IncrementalSchema.errors(in: document, .noDeprecated) == [])
    }

    @Test func refusesFieldsArgumentsInputFieldsAndEnumValues() throws {
        let document = "{ find(old: 1, by: { old: 2 }, color: OLD) { old @mark(old: 3) } }"
        #expect(
            try IncrementalSchema.errors(in: document, .noDeprecated) == [
                #"The argument "Query.find(old:)" is deprecated. Use by. @1:8"#,
                "The input field Filter.old is deprecated. Use name. @1:22",
                #"The enum value "Color.OLD" is deprecated. Use RED. @1:39"#,
                "The field Message.old is deprecated. Use body. @1:46",
                #"The argument "@mark(old:)" is deprecated. Go without. @1:56"#,
            ]
        )
    }
}
