import GraphQLEngine
import JSON
import Testing

/// The planner asks an access policy before anything is resolved.
struct AccessTests {
    @Test func deniedFieldIsNullAndItsSiblingsAreAnswered() async throws {
        let response = try await Library.run("{ hidden book(id: \"book-1\") { id } }", access: Library.SecretAccess())
        #expect(response["data"]?.text == #"{"hidden":null,"book":{"id":"book-1"}}"#)
        #expect(
            response["errors"]?.text
                == #"[{"message":"Secret.","locations":[{"line":1,"column":3}],"path":["hidden"],"extensions":{"code":"FORBIDDEN"}}]"#
        )
    }

    @Test func deniedTypeIsNullWhereverItIsReached() async throws {
        let response = try await Library.run("{ shelf { name } }", access: Library.SecretAccess())
        #expect(response["data"]?.text == #"{"shelf":[{"name":"Book 1"},null,{"name":"Author 2"},null]}"#)
        #expect(response["errors"]?.arrayValue?.map { $0["path"]?.text } == [#"["shelf",3]"#])
    }

    @Test func plansAreSharedByEqualAccessOnly() async throws {
        let schema = try Library.schema()
        let prepared = PreparedDocument(try Document.parse(Source("{ hidden }")))
        let open = try prepared.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        let restricted = try prepared.plan(
            operation: 0,
            schema: schema,
            access: Library.SecretAccess(),
            variables: .none
        )
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: Library.bindings()))
        let seen = await executor.execute(BoundPlan(open, variables: .none), context: Library.Context())
        let unseen = await executor.execute(BoundPlan(restricted, variables: .none), context: Library.Context())
        #expect(String(decoding: seen.body, as: UTF8.self) == #"{"data":{"hidden":"treasure"}}"#)
        #expect(unseen.errors.count == 1)
    }

    /// Somebody may sign in within a request whose plan allows more than they may select.
    @Test func aPolicyThatChangesHoldsBesideThePlan() async throws {
        let schema = try Library.schema()
        let text = "{ hidden shelf { name } book(id: \"book-1\") { id } }"
        let prepared = PreparedDocument(try Document.parse(Source(text)))
        let open = try prepared.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: Library.bindings()))
        let context = Library.Context()
        context.changedAccess = Library.SecretAccess()
        let result = await executor.execute(BoundPlan(open, variables: .none), context: context)
        // Objects of the shelf's union that are secret cannot be told from the others any more, so none is shown.
        let data = try JSONReader().read(result.body)["data"]
        #expect(data?["hidden"] == .null)
        #expect(data?["shelf"]?.arrayValue == nil)
        #expect(result.errors.allSatisfy { $0.message == "Secret." })
    }
}
