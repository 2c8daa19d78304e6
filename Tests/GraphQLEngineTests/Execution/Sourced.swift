import GraphQLEngine
import JSON

/// Runs documents, valid or not, against a schema whose fields are members of JSON values.
enum Sourced {
    /// A member `{"error": "…"}` fails with that message; a list's items may be such objects too.
    static func resolve(_ source: JSONValue, _ call: SourceCall<PlainContext>) throws -> ResolvedValue {
        value(source[call.field.name] ?? .null, call)
    }

    private static func value(_ value: JSONValue, _ call: SourceCall<PlainContext>) -> ResolvedValue {
        switch value {
        case .object(let object):
            if let message = object["error"]?.stringValue { return .failure(GraphQLError(message)) }
            return object["arguments"] == nil
                ? .value(value) : .value(.string(JSONValue.object(call.namedArguments).text))
        case .array(let items): return .list(items.map { self.value($0, call) })
        case .null, .bool, .int, .double, .string: return .value(value)
        }
    }

    static func run(
        _ sdl: String,
        _ document: String,
        _ root: JSONValue = .null,
        operationName: String? = nil,
        variables: JSONObject = [:]
    ) async throws -> JSONValue {
        let request = ExecutionRequest(operationName: operationName, variables: variables, root: root)
        return try JSONReader().read(try await result(sdl, document, request).body)
    }

    static func result(_ sdl: String, _ document: String, _ request: ExecutionRequest) async throws -> ExecutionResult {
        let schema = try Schema.build(try Document.parse(Source(sdl)))
        let executor = Executor(schema: ExecutableSchema<PlainContext>(schema: schema, resolver: resolve))
        let document = PreparedDocument(try Document.parse(Source(document)))
        return await executor.execute(document, request, context: PlainContext())
    }

    /// Each error as `message @line:column path`.
    static func errors(_ response: JSONValue) -> [String] {
        (response["errors"]?.arrayValue ?? []).map { error in
            let places = (error["locations"]?.arrayValue ?? []).map { place in
                "\(place["line"]?.intValue ?? 0):\(place["column"]?.intValue ?? 0)"
            }
            let path = error["path"].map { " " + $0.text } ?? ""
            return "\(error["message"]?.stringValue ?? "") @\(places.joined(separator: ","))\(path)"
        }
    }
}
