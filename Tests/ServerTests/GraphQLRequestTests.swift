import GraphQLEngine
import JSON
import Testing

@testable import Server

@Suite struct GraphQLRequestTests {
    private func read(_ text: String) throws(GraphQLRequestError) -> GraphQLRequestBody {
        let bytes = Array(text.utf8)
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(GraphQLRequestError) in
                try GraphQLRequestBody(buffer, maximumDepth: 64, maximumBatch: 3)
            }
        }
        return try result.get()
    }

    @Test func readsMembers() throws {
        let body = #"{"query":"{a}","operationName":"A","variables":{"x":1.0,"y":1},"extensions":{},"other":1}"#
        guard case .single(let request) = try read(body) else {
            Issue.record("no single request")
            return
        }
        #expect(request.query == "{a}")
        #expect(request.operationName == "A")
        #expect(request.variables["x"] == .double(1))
        #expect(request.variables["y"] == .int(1))
    }

    @Test func nullsCountAsAbsent() throws {
        let body = #"{"query":"{a}","operationName":null,"variables":null,"extensions":null}"#
        guard case .single(let request) = try read(body) else {
            Issue.record("no single request")
            return
        }
        #expect(request.operationName == nil)
        #expect(request.variables.isEmpty)
    }

    @Test(arguments: [
        ("{}", GraphQLRequestError.member("query", expectation: "a string")),
        (#"{"query":1}"#, .member("query", expectation: "a string")),
        (#"{"query":"","operationName":1}"#, .member("operationName", expectation: "a string or null")),
        (#"{"query":"","variables":[]}"#, .member("variables", expectation: "an object or null")),
        (#"{"query":"","extensions":"x"}"#, .member("extensions", expectation: "an object or null")),
        ("1", .notAnObject), ("[1]", .notAnObject), ("[]", .emptyBatch),
        ("[{},{},{},{}]", .batchTooLarge(count: 4, maximum: 3)),
        (#"{"query":"","query":""}"#, .malformedJSON(JSONError(reason: .duplicateKey, byteOffset: 12))),
        (#"{"query":"#, .malformedJSON(JSONError(reason: .unexpectedEnd, byteOffset: 9))),
    ])
    func refuses(_ text: String, _ expected: GraphQLRequestError) {
        let error = #expect(throws: GraphQLRequestError.self) { try read(text) }
        if case .malformedJSON(let found)? = error, case .malformedJSON(let wanted) = expected {
            #expect(found.reason == wanted.reason)
        } else {
            #expect(error == expected)
        }
    }

    @Test func onErrorIsReadWhereItIsTaken() throws {
        func onError(_ text: String, isTaken: Bool) throws(GraphQLRequestError) -> ErrorBehavior? {
            let result = Array(text.utf8).withUnsafeBytes { buffer in
                Result { () throws(GraphQLRequestError) in
                    try GraphQLRequestBody(buffer, maximumDepth: 64, maximumBatch: 3, takesOnError: isTaken)
                }
            }
            guard case .single(let request) = try result.get() else { return nil }
            return request.onError
        }
        #expect(try onError(#"{"query":"{a}","onError":"NULL"}"#, isTaken: true) == .null)
        #expect(try onError(#"{"query":"{a}","onError":"NULL"}"#, isTaken: false) == nil)
        #expect(try onError(#"{"query":"{a}"}"#, isTaken: true) == nil)
        let error = #expect(throws: GraphQLRequestError.self) {
            try onError(#"{"query":"{a}","onError":"HALT"}"#, isTaken: true)
        }
        #expect(error == .member("onError", expectation: "PROPAGATE, NULL, ABORT or null"))
    }

    @Test func boundsTheDepthOfVariables() throws {
        func body(_ depth: Int) -> String {
            #"{"query":"","variables":{"x":"# + String(repeating: "[", count: depth)
                + String(repeating: "]", count: depth) + "}}"
        }
        _ = try read(body(64))
        #expect(throws: GraphQLRequestError.self) { try read(body(65)) }
    }
}
