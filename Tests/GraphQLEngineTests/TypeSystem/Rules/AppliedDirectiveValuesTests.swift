import GraphQLEngine
import Testing

@Suite struct AppliedDirectiveValuesTests {
    @Test func wrongArgumentsOfDirectivesOnDefinitions() throws {
        let text = "directive @can(do: [Int!]) on FIELD_DEFINITION type Query { a: Int @can(do: [1, true]) }"
        let location = SourceLocation(line: 1, column: 81)
        let message = "Argument \"@can(do:)\" has invalid value at [1]: Int cannot represent non-integer value: true"
        #expect(throws: SchemaError([GraphQLError(message, locations: [location])])) { try schema(text) }
        #expect(try Schema.build(Document.parse(Source(text)), assuming: []).types.count > 1)
    }
}
