import Testing

@testable import GraphQLEngine

@Suite struct MaximumIntrospectionDepthTests {
    @Test(arguments: [
        "{ __schema { types { fields { type { fields { name } } } } } }",
        "{ news { replies { replies { replies { replies { body } } } } } }",
        "{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } fields { name } }",
    ])
    func accepts(_ document: String) throws {
        #expect(try IncrementalSchema.errors(in: document, .maximumIntrospectionDepth) == [])
    }

    @Test(arguments: [
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        #"{ __type(name: "A") { ...T } } fragment T on __Type { fields { type { ...T } } }"#,
        "{ __schema { types { interfaces { possibleTypes { inputFields { name } } } } } }",
    ])
    func refuses(_ document: String) throws {
        #expect(
            try IncrementalSchema.errors(in: document, .maximumIntrospectionDepth)
                == ["Maximum introspection depth exceeded @1:3"]
        )
    }
}
