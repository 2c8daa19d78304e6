import GraphQLEngine
import JSON
import Synchronization
import Testing

/// Section 6.2.3 "Subscription".
@Suite struct SubscriptionTests {
    private static let sdl = """
        type Query { a: Int }
        type Subscription { count(from: Int!, fail: Boolean): Int! tick: Tick }
        type Tick { number: Int! text: String }
        """

    private struct Failure: Error {}

    /// Three events from the argument on: `{"count": n}`, the second of which has no value.
    private static func subscribe(
        _ root: JSONValue,
        _ call: SourceCall<PlainContext>
    ) throws -> EventStream<JSONValue> {
        let arguments = call.namedArguments
        if arguments["fail"] == true { throw GraphQLError("No stream.") }
        let start = arguments["from"]?.intValue ?? 0
        return EventStream(
            AsyncThrowingStream<JSONValue, any Error> { continuation in
                for number in start..<start + 3 {
                    continuation.yield(number == start + 1 ? ["count": nil] : ["count": .int(number)])
                }
                continuation.finish(throwing: start < 0 ? Failure() : nil)
            }
        )
    }

    private func subscribe(_ document: String, _ variables: JSONObject = [:]) async throws -> SubscriptionResult {
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)))
        let executable = ExecutableSchema<PlainContext>(schema: schema, subscriber: Self.subscribe)
        return await Executor(schema: executable).subscribe(
            PreparedDocument(try Document.parse(Source(document))),
            ExecutionRequest(variables: variables),
            context: { PlainContext() }
        )
    }

    private func text(_ result: ExecutionResult) -> String { String(decoding: result.body, as: UTF8.self) }

    @Test func everyEventHasAResponse() async throws {
        guard case .stream(let stream) = try await subscribe("subscription { n: count(from: 5) }") else {
            Issue.record("no stream")
            return
        }
        var responses: [String] = []
        for try await response in stream { responses.append(text(response)) }
        #expect(
            responses == [
                #"{"data":{"n":5}}"#,
                #"{"data":null,"errors":[{"message":"Cannot return null for non-nullable field Subscription.count.","locations":[{"line":1,"column":16}],"path":["n"]}]}"#,
                #"{"data":{"n":7}}"#,
            ]
        )
    }

    @Test func theSourcesErrorEndsTheStream() async throws {
        guard case .stream(let stream) = try await subscribe("subscription { count(from: -5) }") else {
            Issue.record("no stream")
            return
        }
        var count = 0
        await #expect(throws: Failure.self) { for try await _ in stream { count += 1 } }
        #expect(count == 3)
    }

    @Test(arguments: [
        (
            "subscription { n: count(from: 1, fail: true) }",
            #"{"errors":[{"message":"No stream.","locations":[{"line":1,"column":16}],"path":["n"]}]}"#
        ),
        (
            "subscription { count }",
            #"{"errors":[{"message":"Argument \"from\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":16}],"path":["count"]}]}"#
        ),
        (
            "subscription { nothing }",
            #"{"errors":[{"message":"The subscription field \"nothing\" is not defined.","locations":[{"line":1,"column":16}]}]}"#
        ),
        ("{ a }", #"{"errors":[{"message":"Expected subscription operation."}]}"#),
        (
            "subscription ($v: Int!) { count(from: $v) }",
            #"{"errors":[{"message":"Variable \"$v\" has invalid value: Expected a value of non-null type \"Int!\" to be provided.","locations":[{"line":1,"column":15}]}]}"#
        ),
    ])
    func thereMayBeNoStream(_ document: String, _ expected: String) async throws {
        guard case .failure(let result) = try await subscribe(document) else {
            Issue.record("a stream")
            return
        }
        #expect(text(result) == expected)
        #expect(result.isDataNull)
    }

    private struct TickRow: ObjectRow {
        static let typeName = "Tick"
        let number: Int32
    }

    private struct Nothing: InputDecodable {
        init(_ object: InputObject) {}
    }

    private final class Count: Sendable {
        let value = Mutex(0)
    }

    @Test func boundFieldsGiveStreamsOfTheirValues() async throws {
        var bindings = Bindings<PlainContext>()
        bindings.object(SubscriptionRow.self) { type in
            type.subscription("tick", Nothing.self) { _, _ in
                EventStream(
                    AsyncStream<TickRow?> { continuation in
                        continuation.yield(TickRow(number: 1))
                        continuation.yield(nil)
                        continuation.finish()
                    }
                )
            }
        }
        bindings.object(QueryRow.self) { type in type.value("a") { _ in Int32?.none } }
        bindings.object(TickRow.self) { type in type.value("number") { $0.number } }
        let sdl = "type Query { a: Int } type Subscription { tick: Tick } type Tick { number: Int! }"
        let schema = try Schema.build(try Document.parse(Source(sdl)))
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: bindings))
        let contexts = Count()
        let result = await executor.subscribe(
            PreparedDocument(try Document.parse(Source("subscription { tick { number __typename } }"))),
            ExecutionRequest(),
            context: {
                contexts.value.withLock { $0 += 1 }
                return PlainContext()
            }
        )
        guard case .stream(let stream) = result else {
            Issue.record("no stream")
            return
        }
        var responses: [String] = []
        for try await response in stream { responses.append(text(response)) }
        #expect(responses == [#"{"data":{"tick":{"number":1,"__typename":"Tick"}}}"#, #"{"data":{"tick":null}}"#])
        #expect(contexts.value.withLock { $0 } == 3)
    }

    private final class Termination: Sendable {
        let isReached = Mutex(false)
    }

    @Test func cancellationReachesTheSource() async throws {
        let (source, continuation) = AsyncStream<JSONValue>.makeStream()
        let termination = Termination()
        continuation.onTermination = { _ in termination.isReached.withLock { $0 = true } }
        let schema = try Schema.build(try Document.parse(Source(Self.sdl)))
        let executable = ExecutableSchema<PlainContext>(schema: schema, subscriber: { _, _ in EventStream(source) })
        let result = await Executor(schema: executable).subscribe(
            PreparedDocument(try Document.parse(Source("subscription { count(from: 1) }"))),
            ExecutionRequest(),
            context: { PlainContext() }
        )
        guard case .stream(let stream) = result else {
            Issue.record("no stream")
            return
        }
        continuation.yield(["count": 1])
        let responses = Count()
        let task = Task { for try await _ in stream { responses.value.withLock { $0 += 1 } } }
        while responses.value.withLock({ $0 }) == 0 { await Task.yield() }
        task.cancel()
        try await task.value
        #expect(termination.isReached.withLock { $0 })
    }
}
