import Dispatch
import GraphQLEngine
import JSON

/// A request that is executed on the example schema, with incremental delivery; the fields' values are the members of
/// JSON objects.
struct ExecutedRequest {
    private static let executor = Executor(
        schema: ExecutableSchema<PlainContext>(schema: ExampleSchema.schema) { source, call in
            ExecutedRequest.value(source[call.field.name] ?? .null)
        }
    )

    private let document: Document
    private let request: ExecutionRequest

    /// Nil when the document cannot be parsed.
    init?(_ bytes: [UInt8]) {
        let (text, rest) = FuzzedPart.splitAtMark(bytes)
        let (variables, root) = FuzzedPart.splitAtMark(rest)
        let options = ParserOptions(allowsFragmentArguments: true)
        guard let document = try? Document.parse(Source(bytes: text), options: options) else { return nil }
        self.document = document
        request = ExecutionRequest(
            variables: (try? JSONReader().read(variables))?.objectValue ?? JSONObject(),
            root: (try? JSONReader().read(root)) ?? .null
        )
    }

    /// Waits for the last of the results; each must be JSON.
    func execute() {
        let (document, request, isDone) = (document, request, DispatchSemaphore(value: 0))
        Task {
            let prepared = PreparedDocument(document)
            switch await Self.executor.executeIncrementally(prepared, request, context: PlainContext()) {
            case .single(let result): Self.check(result.body)
            case .incremental(let initial, let subsequent):
                Self.check(initial.body)
                for await result in subsequent { Self.check(result.body) }
            }
            isDone.signal()
        }
        isDone.wait()
    }

    private static func check(_ body: [UInt8]) {
        let reader = JSONReader(maximumDepth: JSONReader.highestMaximumDepth)
        guard (try? reader.read(body)) != nil else {
            fatalError("A result is not JSON:\n\(String(decoding: body, as: UTF8.self))")
        }
    }

    private static func value(_ value: JSONValue) -> ResolvedValue {
        switch value {
        case .array(let items): .list(items.map(ExecutedRequest.value))
        case .object(let object) where object["error"] != nil: .failure(GraphQLError("It failed."))
        default: .value(value)
        }
    }
}
