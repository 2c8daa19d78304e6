import GraphQLEngine
import JSON
import Testing

@testable import Server

@Suite struct ErrorAnswerTests {
    private func executed(
        _ body: String,
        _ errors: [(code: String, path: [PathSegment])],
        isDataNull: Bool = false
    ) -> Answer {
        let errors = errors.map { error in
            GraphQLError("x", path: error.path, extensions: ["code": .string(error.code)])
        }
        return Answer(executed: Array(body.utf8), errors: errors, isDataNull: isDataNull)
    }

    @Test func successIs200() {
        let answer = executed(#"{"data":{"a":1}}"#, [])
        #expect(answer.status == 200)
        #expect(answer.code == nil)
    }

    @Test func unauthenticatedIs401OnlyWhenNothingWasExecuted() {
        let a: [PathSegment] = [.key("a")]
        #expect(executed(#"{"data":{"a":null},"errors":[]}"#, [("UNAUTHENTICATED", a)]).status == 401)
        #expect(executed(#"{"data":null}"#, [("UNAUTHENTICATED", a)], isDataNull: true).status == 401)
        #expect(executed(#"{"data":{"a":null,"b":1}}"#, [("UNAUTHENTICATED", a)]).status == 200)
        // The other field was answered: with null.
        #expect(executed(#"{"data":{"a":null,"viewer":null}}"#, [("UNAUTHENTICATED", a)]).status == 200)
        let both = executed(#"{"data":{"a":null,"b":null}}"#, [("UNAUTHENTICATED", a), ("FORBIDDEN", [.key("b")])])
        #expect(both.status == 200)
        #expect(both.code == "UNAUTHENTICATED")
    }

    @Test func unavailableAndRateLimitedSayWhenToTryAgain() {
        let unavailable = executed(#"{"data":{"a":null}}"#, [("UNAVAILABLE", [.key("a")])])
        #expect(unavailable.status == 503)
        #expect(unavailable.retryAfterSeconds == 1)
        let limited = executed(#"{"data":null}"#, [("RATE_LIMITED", [])], isDataNull: true)
        #expect(limited.status == 429)
        #expect(limited.retryAfterSeconds == 60)
        let partial = executed(#"{"data":{"a":null,"b":{"c":1}}}"#, [("UNAVAILABLE", [.key("a")])])
        #expect(partial.status == 200)
        #expect(partial.retryAfterSeconds == nil)
    }

    @Test(arguments: [
        "FORBIDDEN", "TOKEN_STALE", "NO_ORGANIZATION", "TENANT_SUSPENDED", "TIMEOUT", "OUTCOME_UNKNOWN",
        "INTERNAL_SERVER_ERROR",
    ])
    func executedRequestsAre200(_ code: String) {
        let answer = executed(#"{"data":{"a":null}}"#, [(code, [.key("a")])])
        #expect(answer.status == 200)
        #expect(answer.retryAfterSeconds == nil)
    }

    private func syntaxError() -> SyntaxError? {
        do throws(SyntaxError) {
            _ = try Document.parse(Source("{"))
            return nil
        } catch {
            return error
        }
    }

    @Test func theCodeComesFirst() {
        let error = GraphQLError("x", extensions: ["limit": "depth"], kind: .complexity)
        let answer = ErrorAnswer.answer(.document(.tooComplex([error])))
        let expected = #"{"errors":[{"message":"x","extensions":{"code":"QUERY_TOO_COMPLEX","limit":"depth"}}]}"#
        #expect(String(decoding: answer.body, as: UTF8.self) == expected)
    }

    @Test func stagesBeforeExecution() throws {
        let table: [(RequestError, Int, String)] = [
            (.request(.malformedJSON(JSONError(reason: .tooDeep, byteOffset: 7))), 400, "BAD_REQUEST"),
            (.request(.notAnObject), 400, "BAD_REQUEST"),
            (.request(.batchTooLarge(count: 26, maximum: 25)), 400, "BATCH_TOO_LARGE"),
            (.document(.syntax(try #require(syntaxError()))), 400, "GRAPHQL_PARSE_FAILED"),
            (.document(.invalid([GraphQLError("x")])), 400, "GRAPHQL_VALIDATION_FAILED"),
            (.document(.invalid([GraphQLError("x", kind: .complexity)])), 400, "QUERY_TOO_COMPLEX"),
            (.document(.tooComplex([GraphQLError("x", kind: .complexity)])), 400, "QUERY_TOO_COMPLEX"),
            (.planning(GraphQLErrors([GraphQLError("x")])), 400, "GRAPHQL_VALIDATION_FAILED"),
            (.tooExpensive(cost: 2, maximum: 1), 400, "QUERY_TOO_COMPLEX"),
            (.operation(.ambiguous), 400, "OPERATION_RESOLUTION_FAILED"),
            (.variables(GraphQLErrors([GraphQLError("x", kind: .input)])), 400, "BAD_USER_INPUT"),
        ]
        for (error, status, code) in table {
            let answer = ErrorAnswer.answer(error)
            #expect(answer.status == status)
            #expect(answer.code == code)
        }
    }

    @Test func batchesHaveTheStatusThatAllShare() {
        let good = Answer(status: 200, body: Array("{}".utf8), code: nil)
        let bad = Answer(status: 503, body: Array("{1}".utf8), retryAfterSeconds: 2, code: "UNAVAILABLE")
        let mixed = Answer(batch: [good, bad])
        #expect(mixed.status == 200)
        #expect(String(decoding: mixed.body, as: UTF8.self) == "[{},{1}]")
        #expect(Answer(batch: [bad, bad]).status == 503)
        #expect(Answer(batch: [bad, bad]).retryAfterSeconds == 2)
    }
}
