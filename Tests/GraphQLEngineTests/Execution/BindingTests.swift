import GraphQLEngine
import Testing

/// What does not fit the schema stops the start, all of it named.
struct BindingTests {
    @Test func everyUnboundOrUnfittingFieldIsListed() throws {
        let schema = try Schema.build(
            try Document.parse(Source("type Query { a: Int! b: String c: [Int!] d: String! e: Int }"))
        )
        var bindings = Bindings<Library.Context>()
        bindings.object(QueryRow.self) { type in
            type.value("a") { _ -> Int32? in nil }
            type.value("b") { _ in Int32(1) }
            type.value("c") { _ -> [Int32]? in [1] }
            type.value("e") { _ in Int32(1) }
            type.value("e") { _ in Int32(2) }
            type.value("f") { _ in "" }
        }
        let error = try #require(throws: BindingError.self) {
            try ExecutableSchema(schema: schema, bindings: bindings)
        }
        #expect(
            error.problems == [
                "Query.a: the resolver does not give Int!.",
                "Query.b: the resolver does not give String.",
                "Query.d has no resolver.",
                "Query.e is bound more than once.",
                "Query.f is not in the schema.",
            ]
        )
    }
}
