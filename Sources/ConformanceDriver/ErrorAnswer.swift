import GraphQLEngine
import JSON

extension GraphQLError {
    /// The error as the protocol writes it, without members that are empty.
    var json: JSONValue {
        var members: JSONObject = ["message": .string(message)]
        if !locations.isEmpty { members["locations"] = .array(locations.map(\.json)) }
        if !path.isEmpty { members["path"] = .array(path.map(\.json)) }
        if !extensions.isEmpty { members["extensions"] = .object(extensions) }
        return .object(members)
    }
}

extension SourceLocation {
    fileprivate var json: JSONValue {
        .object(["line": .int(Int64(line)), "column": .int(Int64(column))])
    }
}

extension PathSegment {
    fileprivate var json: JSONValue {
        switch self {
        case .key(let key): .string(key)
        case .index(let index): .int(Int64(index))
        }
    }
}
