import GraphQLEngine
import JSON
import Testing

/// What errors do to the response, by the request's `onError`.
@Suite struct OnErrorTests {
    private static let sdl = """
        type Query { a: Int! b: Int list: [Int!] self: Query items: [Query!] }
        type Mutation { a: Int b: Int! c: Int }
        """
    private static let root: JSONValue = [
        "a": ["error": "No."], "b": 1, "list": [1, nil, ["error": "Bad."]], "self": ["b": 2], "items": [["a": 1], nil],
    ]

    private func run(_ document: String, _ onError: ErrorBehavior?) async throws -> JSONValue {
        let request = ExecutionRequest(root: Self.root, onError: onError)
        return try JSONReader().read(try await Sourced.result(Self.sdl, document, request).body)
    }

    @Test(arguments: [ErrorBehavior.propagate, nil])
    func propagatesByDefault(_ onError: ErrorBehavior?) async throws {
        let response = try await run("{ b list self { b a } items { a } }", onError)
        #expect(response["data"]?.text == #"{"b":1,"list":null,"self":null,"items":null}"#)
        #expect(response["errors"]?.arrayValue?.count == 3)
    }

    @Test func nullsStayWhereTheyAre() async throws {
        let response = try await run("{ b list self { b a } a items { a } }", .null)
        #expect(
            response["data"]?.text
                == #"{"b":1,"list":[1,null,null],"self":{"b":2,"a":null},"a":null,"items":[{"a":1},null]}"#
        )
        #expect(
            Sourced.errors(response) == [
                #"Cannot return null for non-nullable field Query.list. @1:5 ["list",1]"#, #"Bad. @1:5 ["list",2]"#,
                #"Cannot return null for non-nullable field Query.a. @1:19 ["self","a"]"#, #"No. @1:23 ["a"]"#,
                #"Cannot return null for non-nullable field Query.items. @1:25 ["items",1]"#,
            ]
        )
    }

    @Test func aDirectiveOfTheOperationKeepsNulls() async throws {
        let response = try await run("query @experimental_disableErrorPropagation { b a }", nil)
        #expect(response["data"]?.text == #"{"b":1,"a":null}"#)
        #expect(Sourced.errors(response) == [#"No. @1:49 ["a"]"#])
    }

    @Test func theFirstErrorAborts() async throws {
        let response = try await run("{ b list self { b a } }", .abort)
        #expect(response["data"] == .null)
        #expect(
            Sourced.errors(response) == [#"Cannot return null for non-nullable field Query.list. @1:5 ["list",1]"#]
        )
        #expect(try await run("{ b self { b } }", .abort)["data"]?.text == #"{"b":1,"self":{"b":2}}"#)
    }

    @Test func mutationsGoOnWhereErrorsStay() async throws {
        let document = "mutation { b a c }"
        let root: JSONValue = ["a": 1, "c": 2]
        let kept = try await Sourced.result(Self.sdl, document, ExecutionRequest(root: root, onError: .null))
        #expect(String(decoding: kept.body, as: UTF8.self).hasPrefix(#"{"data":{"b":null,"a":1,"c":2}"#))
        let aborted = try await Sourced.result(Self.sdl, document, ExecutionRequest(root: root, onError: .abort))
        #expect(aborted.isDataNull)
        #expect(aborted.errors.count == 1)
    }
}
