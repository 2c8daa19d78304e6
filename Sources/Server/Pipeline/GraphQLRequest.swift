import GraphQLEngine
import JSON

/// One operation as a client asks for it ("GraphQL over HTTP", section "Request Parameters").
struct GraphQLRequest: Sendable {
    /// The document's text.
    let query: String
    /// Nil when the document has only one operation to choose.
    let operationName: String?
    let variables: JSONObject
    /// What errors do to the response; nil for the default, and where the server does not take the member `onError`.
    let onError: ErrorBehavior?
}

/// What a body held: one operation, or several that are executed in order.
enum GraphQLRequestBody: Sendable {
    case single(GraphQLRequest)
    case batch([GraphQLRequest])
}

/// Why a body is no request.
enum GraphQLRequestError: Error, Equatable {
    case malformedJSON(JSONError)
    case notAnObject
    /// A member is missing or has the wrong type.
    case member(String, expectation: String)
    case emptyBatch
    case batchTooLarge(count: Int, maximum: Int)
}

extension GraphQLRequestBody {
    /// Reads a body of JSON.
    ///
    /// - Parameters:
    ///   - maximumDepth: arrays and objects inside one another within `variables`.
    ///   - maximumBatch: operations of a batch.
    ///   - takesOnError: whether the member `onError` is read.
    init(
        _ bytes: UnsafeRawBufferPointer,
        maximumDepth: Int,
        maximumBatch: Int,
        takesOnError: Bool = false
    ) throws(GraphQLRequestError) {
        // The batch's array and the request's object stand around the variables.
        let reader = JSONReader(maximumDepth: maximumDepth + 2, options: .rejectDuplicateKeys)
        let value: JSONValue
        do throws(JSONError) {
            value = try reader.read(bytes)
        } catch {
            throw .malformedJSON(error)
        }
        guard case .array(let items) = value else {
            self = .single(try GraphQLRequest(value, takesOnError: takesOnError))
            return
        }
        guard !items.isEmpty else { throw .emptyBatch }
        guard items.count <= maximumBatch else { throw .batchTooLarge(count: items.count, maximum: maximumBatch) }
        var requests: [GraphQLRequest] = []
        for item in items { requests.append(try GraphQLRequest(item, takesOnError: takesOnError)) }
        self = .batch(requests)
    }
}

extension GraphQLRequest {
    fileprivate init(_ value: JSONValue, takesOnError: Bool) throws(GraphQLRequestError) {
        guard case .object(let members) = value else { throw .notAnObject }
        guard case .string(let query)? = members["query"] else { throw .member("query", expectation: "a string") }
        self.query = query
        switch members["operationName"] {
        case nil, .null?: operationName = nil
        case .string(let name)?: operationName = name.isEmpty ? nil : name
        default: throw .member("operationName", expectation: "a string or null")
        }
        variables = try Self.object(members["variables"], "variables")
        _ = try Self.object(members["extensions"], "extensions")
        onError = takesOnError ? try Self.errorBehavior(members["onError"]) : nil
    }

    private static func errorBehavior(_ value: JSONValue?) throws(GraphQLRequestError) -> ErrorBehavior? {
        switch value {
        case nil, .null?: return nil
        case .string(let name)?: if let behavior = ErrorBehavior(rawValue: name) { return behavior }
        default: break
        }
        throw .member("onError", expectation: "PROPAGATE, NULL, ABORT or null")
    }

    private static func object(_ value: JSONValue?, _ name: String) throws(GraphQLRequestError) -> JSONObject {
        switch value {
        case nil, .null?: JSONObject()
        case .object(let object)?: object
        default: throw .member(name, expectation: "an object or null")
        }
    }
}
