public import JSON

/// An error of a request or of a field, as the response's `errors` lists it.
///
/// Source: GraphQL specification, section 7.1.2 "Errors".
public struct GraphQLError: Error, Sendable, Equatable {
    /// What went wrong, for the people who wrote the request.
    public var message: String
    /// Places in the document; empty where the error has none.
    public var locations: [SourceLocation]
    /// Response keys and list indices from the root; empty for a request error.
    public var path: [PathSegment]
    /// Members of `extensions`. The engine leaves them empty; resolvers and servers may fill them in.
    public var extensions: JSONObject
    /// What the engine found wrong, for servers that give errors codes of their own. It is not written.
    public var kind: Kind

    /// Sorts of errors that the place where they come out does not tell apart.
    public enum Kind: Sendable {
        /// A value of a variable or an argument that its type does not take.
        case input
        /// A document that asks for more than is allowed.
        case complexity
        case other
    }

    /// An error of the request; the executor adds the path of a field's error.
    public init(
        _ message: String,
        locations: [SourceLocation] = [],
        path: [PathSegment] = [],
        extensions: JSONObject = JSONObject(),
        kind: Kind = .other
    ) {
        self.message = message
        self.locations = locations
        self.path = path
        self.extensions = extensions
        self.kind = kind
    }

    /// An error with a stable code in its `extensions`.
    public init(_ message: String, code: String, locations: [SourceLocation] = []) {
        self.init(message, locations: locations, extensions: ["code": .string(code)])
    }
}

/// One step of an error's path.
public enum PathSegment: Sendable, Hashable {
    case key(String)
    case index(Int)
}
