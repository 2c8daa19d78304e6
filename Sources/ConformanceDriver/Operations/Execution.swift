import GraphQLEngine
import JSON

/// Operations that execute a document.
enum Execution {
    static func execute(_ request: Request, _ schemas: inout SchemaCache) async throws(Failure) -> JSONObject {
        let schema = try request.validSchema("schema", errors: "schemaErrors", &schemas)
        let document = try request.document("document")
        return try await run(document, request.execution, schema)
    }

    /// The result of the introspection query, as `introspectionFromSchema` gives it.
    static func introspect(_ request: Request, _ schemas: inout SchemaCache) async throws(Failure) -> JSONObject {
        let schema = try request.validSchema("sdl", &schemas)
        guard let document = try? Document.parse(Source(IntrospectionQuery.text)) else {
            throw Failure(internalError: "The introspection query does not parse.")
        }
        return try await run(document, ExecutionRequest(), schema)
    }

    private static func run(
        _ document: Document,
        _ request: ExecutionRequest,
        _ schema: Schema
    ) async throws(Failure) -> JSONObject {
        let executable = ExecutableSchema<PlainContext>(schema: schema, resolver: SourceResolution.resolve)
        let executor = Executor(schema: executable)
        let result = await executor.execute(PreparedDocument(document), request, context: PlainContext())
        let reader = JSONReader(maximumDepth: JSONReader.highestMaximumDepth)
        guard let members = try? reader.read(result.body).objectValue else {
            throw Failure(internalError: "The response is not a JSON object.")
        }
        return members
    }
}

extension Request {
    /// The members that go with a document that is executed.
    fileprivate var execution: ExecutionRequest {
        ExecutionRequest(
            operationName: members["operationName"]?.stringValue,
            variables: members["variables"]?.objectValue ?? JSONObject(),
            root: members["root"] ?? .null,
            maximumCoercionErrors: number("maxCoercionErrors") ?? 50,
            hidesSuggestions: isOn("hideSuggestions")
        )
    }
}
