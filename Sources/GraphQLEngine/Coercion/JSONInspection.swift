import JSON

/// A JSON value as error messages show it: GraphQL.js's `inspect`, which cuts long arrays and deep values.
enum JSONInspection {
    private static let longestArray = 10
    private static let greatestDepth = 2

    static func text(of value: JSONValue) -> String {
        text(of: value, depth: 1)
    }

    private static func text(of value: JSONValue, depth: Int) -> String {
        switch value {
        case .array(let items): text(of: items, depth: depth)
        case .object(let object): text(of: object, depth: depth)
        case .null, .bool, .int, .double, .string: value.text
        }
    }

    private static func text(of items: [JSONValue], depth: Int) -> String {
        if items.isEmpty { return "[]" }
        if depth > greatestDepth { return "[Array]" }
        var parts = items.prefix(longestArray).map { text(of: $0, depth: depth + 1) }
        let rest = items.count - parts.count
        if rest > 0 { parts.append("... \(rest) more item\(rest == 1 ? "" : "s")") }
        return "[\(parts.joined(separator: ", "))]"
    }

    private static func text(of object: JSONObject, depth: Int) -> String {
        if object.isEmpty { return "{}" }
        if depth > greatestDepth { return "[Object]" }
        let parts = object.map { "\($0.key): \(text(of: $0.value, depth: depth + 1))" }
        return "{ \(parts.joined(separator: ", ")) }"
    }
}
