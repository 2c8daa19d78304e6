import GraphQLEngine
import JSON

/// The resolver that the protocol gives all fields of all types.
enum SourceResolution {
    static func resolve(_ source: JSONValue, _ call: SourceCall<PlainContext>) throws -> ResolvedValue {
        taken(source[call.field.name] ?? .null, call)
    }

    private static func taken(_ value: JSONValue, _ call: SourceCall<PlainContext>) -> ResolvedValue {
        switch value {
        case .array(let items):
            .list(items.map { taken($0, call) })
        case .object(let object):
            taken(object, call)
        case .null, .bool, .int, .double, .string:
            .value(value)
        }
    }

    private static func taken(_ object: JSONObject, _ call: SourceCall<PlainContext>) -> ResolvedValue {
        if let message = object["$error"]?.stringValue {
            return .failure(GraphQLError(message, extensions: object["extensions"]?.objectValue ?? JSONObject()))
        }
        if object["$args"]?.boolValue == true {
            return .value(.string(JSONValue.object(call.namedArguments).text))
        }
        return .value(.object(object))
    }
}
