import GraphQLEngine
import JSON
import Testing

/// Section 6.1 "Executing Requests", `GetOperation`.
@Suite struct OperationSelectionTests {
    private func operation(_ text: String, _ name: String?) throws -> Int {
        try Document.parse(Source(text)).operation(named: name)
    }

    @Test func theOnlyOperationNeedsNoName() throws {
        #expect(try operation("{ a }", nil) == 0)
        #expect(try operation("query A { a } query B { a }", "B") == 1)
    }

    @Test(
        arguments: [
            ("fragment F on T { a }", nil, "Must provide an operation."),
            ("{ a } query B { a }", nil, "Must provide operation name if query contains multiple operations."),
            ("{ a }", "B", "Unknown operation named \"B\"."),
            ("{ a }", "", "Unknown operation named \"\"."),
        ] as [(String, String?, String)]
    )
    func refuses(_ text: String, _ name: String?, _ message: String) throws {
        let error = #expect(throws: GraphQLErrors.self) { try operation(text, name) }
        #expect(error?.errors == [GraphQLError(message)])
    }

    @Test func aRequestErrorHasNoData() async throws {
        let response = try await Sourced.run("type Query { a: Int }", "{ a }", operationName: "B")
        #expect(response.text == #"{"errors":[{"message":"Unknown operation named \"B\"."}]}"#)
        let unsupported = try await Sourced.run("type Query { a: Int }", "mutation { a }")
        #expect(unsupported["data"] == nil || unsupported["data"] == .null)
        #expect(Sourced.errors(unsupported) == ["Schema is not configured to execute mutation operation. @1:1"])
    }
}
