import GraphQLEngine
import JSON

/// Runs documents with incremental delivery against members of JSON values.
enum Incrementally {
    static let sdl = """
        type Query {
          version: Int hero: Hero heroes: [Hero] team: [Hero!]! crew: [Hero!] guest: Being
          numbers: [Int] primes: [Int!] matrix: [[Int]] absent: [Int] broken: Int
        }
        type Mutation { first: Hero second: Hero }
        type Subscription { hero: Hero heroes: [Hero] }
        interface Being { name: String }
        type Hero implements Being {
          name: String id: ID! required: String! failing: String friend: Hero friends: [Hero]
          allies: [Hero!]!
        }
        type Robot implements Being { name: String model: String }
        """ + manyTypes

    /// So many that positions of types are none in the schema that defines the incremental directives.
    private static let manyTypes = (1...20).map { "\nscalar Scalar\($0)" }.joined() + "\ninput Last { a: Int }"

    /// An item `{"error": "…"}` fails with that message.
    private static let root = #"""
        {
          "version": 7,
          "hero": {
            "id": "1",
            "name": "Luke",
            "failing": {"error": "It failed."},
            "friend": {"id": "2", "name": "Han", "failing": {"error": "It failed."}},
            "friends": [{"id": "2", "name": "Han"}, {"id": "3", "name": "Leia"}, null]
          },
          "heroes": [
            {
              "id": "1",
              "name": "Luke",
              "friends": [{"id": "2", "name": "Han"}, {"id": "3", "name": "Leia"}]
            },
            {"id": "2", "name": "Han", "friends": [{"id": "1", "name": "Luke"}]},
            {"id": "3", "name": "Leia"}
          ],
          "team": [
            {"id": "1", "name": "Luke", "required": "yes"},
            {"id": "2", "name": "Han", "required": "yes"},
            {"id": "3", "name": "Leia"}
          ],
          "crew": [{"id": "1", "name": "Luke"}, null, {"id": "3", "name": "Leia"}],
          "guest": {"__typename": "Robot", "name": "R2", "model": "D2"},
          "numbers": [1, {"error": "It failed."}, 3],
          "primes": [2, null, 5],
          "matrix": [[1, 2], [3], []],
          "broken": 5,
          "first": {"id": "1", "name": "Luke"},
          "second": {"id": "2", "name": "Han"}
        }
        """#

    /// The texts of all results: the only one, or the initial one and those that follow.
    static func results(_ document: String, _ variables: JSONObject = [:]) async throws -> [String] {
        try await results(of: response(document, variables))
    }

    static func results(of response: IncrementalResponse) async -> [String] {
        switch response {
        case .single(let result):
            return [text(result.body)]
        case .incremental(let initial, let subsequent):
            var texts = [text(initial.body)]
            for await result in subsequent { texts.append(text(result.body)) }
            return texts
        }
    }

    static func response(
        _ document: String,
        _ variables: JSONObject = [:],
        root: JSONValue? = nil
    ) async throws -> IncrementalResponse {
        let schema = try Schema.build(try Document.parse(Source(sdl)))
        let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema, resolver: Sourced.resolve))
        let source = try root ?? JSONReader().read(Array(Self.root.utf8))
        let request = ExecutionRequest(variables: variables, root: source)
        let prepared = PreparedDocument(try Document.parse(Source(document)))
        return await executor.executeIncrementally(prepared, request, context: PlainContext())
    }

    static func text(_ body: [UInt8]) -> String { String(decoding: body, as: UTF8.self) }
}
