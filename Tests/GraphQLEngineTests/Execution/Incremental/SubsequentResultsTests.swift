import GraphQLEngine
import JSON
import Testing

/// Results are made when they are asked for, and end with the iteration.
struct SubsequentResultsTests {
    private func subsequent(_ document: String, root: JSONValue? = nil) async throws -> SubsequentResults {
        guard case .incremental(_, let results) = try await Incrementally.response(document, root: root) else {
            throw Single()
        }
        return results
    }

    private struct Single: Error {}

    @Test func tellsErrorsAndWhetherMoreFollows() async throws {
        let results = try await subsequent(
            "{ ... @defer { hero { failing } } team @stream(initialCount: 2) { required } }"
        )
        var told: [String] = []
        for await result in results { told.append("\(result.errors.map(\.message)) \(result.hasNext)") }
        let null = "Cannot return null for non-nullable field Hero.required."
        #expect(told == [#"["It failed."] true"#, "[\"\(null)\"] false"])
    }

    @Test func iteratesOnce() async throws {
        let results = try await subsequent("{ version ... @defer { hero { id } } }")
        var first = results.makeAsyncIterator()
        var second = results.makeAsyncIterator()
        #expect(await second.next()?.body == nil)
        #expect(await first.next()?.hasNext == false)
        #expect(await first.next()?.body == nil)
    }

    @Test func endsWhenItsTaskIsCancelled() async throws {
        let results = try await subsequent("{ version ... @defer { hero { id } } }")
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            var iterator = results.makeAsyncIterator()
            return await iterator.next()?.body == nil
        }
        #expect(await task.value)
    }

    @Test func deliversLongStreamsInParts() async throws {
        let numbers = JSONValue.object(["primes": .array((0..<250).map { .int($0) })])
        let results = try await subsequent("{ primes @stream }", root: numbers)
        var counts: [Int] = []
        for await result in results {
            let answer = try JSONReader().read(result.body)
            counts.append(answer["incremental"]?.arrayValue?.first?["items"]?.arrayValue?.count ?? 0)
        }
        #expect(counts == [100, 100, 50])
    }
}
