public import JSON

/// An error of a request or of a field, as the response's `errors` lists it.
///
/// Source: GraphQL specification, section 7.1.2 "Errors".
public struct GraphQLError: Error, Sendable, Equatable {
    public var message: String
    public var locations: [SourceLocation]
    /// Response keys and list indices from the root; empty for a request error.
    public var path: [PathSegment]
    /// Members of `extensions`; `code` is a stable code of `docs/errors.md`.
    public var extensions: JSONObject

    public init(
        _ message: String,
        locations: [SourceLocation] = [],
        path: [PathSegment] = [],
        extensions: JSONObject = JSONObject()
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = extensions
    }

    /// An error with a stable code.
    public init(_ message: String, code: String, locations: [SourceLocation] = []) {
        self.init(message, locations: locations, extensions: ["code": .string(code)])
    }
}

/// One step of an error's path.
public enum PathSegment: Sendable, Hashable {
    case key(String)
    case index(Int)
}
