import Testing

@testable import GraphQLEngine

@Suite struct NoSchemaIntrospectionTests {
    @Test func acceptsNamesOfTypes() throws {
        #expect(try IncrementalSchema.errors(in: "{ __typename news { __typename } }", .noSchemaIntrospection) == [])
    }

    @Test func refusesEveryFieldOfAnIntrospectionType() throws {
        let refused = "GraphQL introspection has been disabled, but the requested query contained the field"
        #expect(
            try IncrementalSchema.errors(in: "{ __schema { queryType { name } } }", .noSchemaIntrospection)
                == ["\(refused) \"__schema\". @1:3", "\(refused) \"queryType\". @1:14"]
        )
    }
}
