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

    /// The initial result and all that follow it, or the only one.
    static func executeIncrementally(
        _ request: Request,
        _ schemas: inout SchemaCache
    ) async throws(Failure) -> JSONObject {
        let schema = try request.validSchema("schema", errors: "schemaErrors", &schemas)
        let document = PreparedDocument(try request.document("document"))
        let response = await executor(schema)
            .executeIncrementally(document, request.execution, context: PlainContext())
        switch response {
        case .single(let result):
            return try members(of: result.body)
        case .incremental(let initial, let subsequent):
            var results: [JSONValue] = []
            for await result in subsequent { results.append(.object(try members(of: result.body))) }
            return ["initialResult": .object(try members(of: initial.body)), "subsequentResults": .array(results)]
        }
    }

    private static func run(
        _ document: Document,
        _ request: ExecutionRequest,
        _ schema: Schema
    ) async throws(Failure) -> JSONObject {
        let result = await executor(schema).execute(PreparedDocument(document), request, context: PlainContext())
        return try members(of: result.body)
    }

    private static func executor(_ schema: Schema) -> Executor<PlainContext> {
        Executor(schema: ExecutableSchema(schema: schema, resolver: SourceResolution.resolve))
    }

    private static func members(of body: [UInt8]) throws(Failure) -> JSONObject {
        let reader = JSONReader(maximumDepth: JSONReader.highestMaximumDepth)
        guard let members = try? reader.read(body).objectValue else {
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
