import GraphQLEngine
import JSON
import Testing

/// Documents that were not validated are executed as far as they make sense.
@Suite struct UnvalidatedTests {
    private static let sdl = """
        type Query { a: Int self: Query! other: Query search(text: String!, least: Int): String pet: Pet }
        interface Pet { name: String }
        type Dog implements Pet { name: String }
        """

    private func run(_ document: String, _ root: JSONValue, _ variables: JSONObject = [:]) async throws -> JSONValue {
        try await Sourced.run(Self.sdl, document, root, variables: variables)
    }

    @Test(arguments: [
        ("{ a nothing ...Missing ... on Nothing { a } a { b } }", #"{"a":1}"#),
        ("{ other self { } }", #"{"other":{},"self":{}}"#),
        ("{ x: a x: other { a } }", #"{"x":1}"#),
        ("{ a @skip(if: true) @skip(if: false) other @include(if: true, if: false) { a } }", "{}"),
        ("{ ...F } fragment F on Query { other { a } } fragment F on Query { a }", #"{"a":1}"#),
        ("{ a @unknown(x: $y) }", #"{"a":1}"#),
    ])
    func whatIsNotThereIsLeftOut(_ document: String, _ expected: String) async throws {
        let response = try await run(document, ["a": 1, "other": [:], "self": [:]])
        #expect(response["data"]?.text == expected)
        #expect(response["errors"] == nil)
    }

    @Test func fragmentsMaySpreadThemselves() async throws {
        let response = try await run(
            "{ ...F } fragment F on Query { a other { ...F } ...F ...G } fragment G on Query { ...F }",
            ["a": 1, "other": ["a": 2, "other": ["a": 3]]]
        )
        #expect(response["data"]?.text == #"{"a":1,"other":{"a":2,"other":{"a":3,"other":null}}}"#)
    }

    @Test func longChainsOfFragmentsAreFollowed() async throws {
        let chain = (0..<20_000).map { "fragment F\($0) on Query { ...F\($0 + 1) }" }.joined(separator: "\n")
        let response = try await run("{ ...F0 } \(chain) fragment F20000 on Query { a }", ["a": 1])
        #expect(response["data"]?.text == #"{"a":1}"#)
    }

    @Test func objectsLieOnlySoDeep() async throws {
        var root: JSONValue = ["a": 1]
        for _ in 0..<1_100 { root = ["other": root] }
        let document = "{ ...F } fragment F on Query { a other { ...F } }"
        let result = try await Sourced.result(Self.sdl, document, ExecutionRequest(root: root))
        #expect(result.errors.map(\.message) == ["Selections are nested too deeply. Execution aborted."])
        #expect(result.errors.first?.path.count == 1_000)
    }

    @Test func plansHaveALimit() throws {
        // The selections of `self` differ by the depths at which `self` was selected on the way: 2 to the power of 15.
        let tail = (0..<15).map { "fragment T\($0) on Query { self { ...T\($0 + 1) } other { ...T\($0 + 1) } }" }
        let text = "{ ...F } fragment F on Query { self { ...F ...T0 } other { ...F } } " + tail.joined()
        let document = PreparedDocument(try Document.parse(Source(text)))
        let error = #expect(throws: GraphQLErrors.self) {
            try document.plan(
                operation: 0,
                schema: try Schema.build(try Document.parse(Source(Self.sdl))),
                access: OpenAccess(),
                variables: .none,
                options: PlanningOptions(maximumFields: 1_000)
            )
        }
        #expect(error?.errors.map(\.message) == ["Document is too complex to be planned."])
        #expect(error?.errors.map(\.kind) == [.complexity])
    }

    @Test(arguments: [
        (
            "{ other { a @skip } a }",
            "Argument \"if\" of required type \"Boolean!\" was not provided. @1:13 [\"other\"]"
        ),
        (
            "{ other { a @include(if: 1) } a }",
            "Argument \"if\" has invalid value: Boolean cannot represent a non boolean value: 1 @1:26 [\"other\"]"
        ),
        (
            "query ($v: Boolean) { other { a @skip(if: $v) } a }",
            "Argument \"if\" has invalid value: Expected variable \"$v\" provided to type \"Boolean!\" to provide a runtime value. @1:43 [\"other\"]"
        ),
        (
            "query ($v: Boolean) { other { a @skip(if: [$v, { b: $v }]) } a }",
            "Argument \"if\" has invalid value: Boolean cannot represent a non boolean value: [null, {  }] @1:43 [\"other\"]"
        ),
        (
            "{ other { a @skip(if: null) } a }",
            "Argument \"if\" has invalid value: Expected value of non-null type \"Boolean!\" not to be null. @1:23 [\"other\"]"
        ),
    ])
    func conditionsWithoutAValueFailTheObject(_ document: String, _ error: String) async throws {
        let response = try await run(document, ["a": 1, "other": ["a": 2]])
        #expect(response["data"]?.text == #"{"other":null,"a":1}"#)
        #expect(Sourced.errors(response) == [error])
    }

    @Test func aRootConditionWithoutAValueFailsTheRequest() async throws {
        let response = try await run("{ a @skip(if: 1) }", ["a": 1])
        #expect(response["data"] == .null)
        #expect(
            Sourced.errors(response) == [
                "Argument \"if\" has invalid value: Boolean cannot represent a non boolean value: 1 @1:15"
            ]
        )
    }

    @Test func wrongArgumentsFailTheirField() async throws {
        let response = try await run(
            "query ($v: Int) { a: search b: search(text: 1, nothing: 2) c: search(text: $v) d: search(text: \"x\", text: \"y\") }",
            ["search": ["arguments": true]],
            ["v": 7]
        )
        #expect(response["data"]?.text == #"{"a":null,"b":null,"c":"{\"text\":7}","d":"{\"text\":\"y\"}"}"#)
        #expect(
            Sourced.errors(response) == [
                "Argument \"text\" of required type \"String!\" was not provided. @1:19 [\"a\"]",
                "Argument \"text\" has invalid value: String cannot represent a non string value: 1 @1:45 [\"b\"]",
            ]
        )
    }

    @Test func aMutationEndsWithItsRoot() async throws {
        let log = Log()
        let schema = try Schema.build(
            try Document.parse(Source("type Query { a: Int } type Mutation { a: Int b: Int! c: Int }"))
        )
        let executable = ExecutableSchema<PlainContext>(schema: schema) { source, call in
            log.names.append(call.field.name)
            return .member(of: source, for: call)
        }
        let result = await Executor(schema: executable).execute(
            PreparedDocument(try Document.parse(Source("mutation { a b c }"))),
            ExecutionRequest(root: ["a": 1]),
            context: PlainContext()
        )
        #expect(result.isDataNull)
        #expect(result.errors.map(\.message) == ["Cannot return null for non-nullable field Mutation.b."])
        #expect(log.names == ["a", "b"])
    }

    /// Used by one task at a time.
    private final class Log: @unchecked Sendable {
        var names: [String] = []
    }
}
