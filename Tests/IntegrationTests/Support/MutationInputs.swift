import JSON
import Testing

/// Finds the IDs in the inputs of all mutations by introspection, and makes variables that have everything else.
struct MutationInputs {
    static let introspection = """
        { __schema { mutationType { fields { name args { name type { ...Type } } } }
            types { kind name enumValues { name } inputFields { name defaultValue type { ...Type } } } } }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """

    /// One ID somewhere in a mutation's input.
    struct IdentifierField: CustomStringConvertible {
        let mutation: String
        /// Names from the input on; an item of a list is the first.
        let path: [String]
        fileprivate let input: JSONValue

        var description: String { "\(mutation) \(path.joined(separator: "."))" }
        var document: String {
            APIClient.mutation(mutation, selecting: isBulk ? Self.results : "")
        }

        /// What is wrong with an item stands with its result.
        private var isBulk: Bool { mutation.contains("Bulk") || path.first == "items" }

        private static let results = "results { userErrors { code path } }"

        func variables(_ identifier: JSONValue) -> JSONValue {
            ["input": Self.replacing(input, path[...], identifier)]
        }

        private static func replacing(_ value: JSONValue, _ path: ArraySlice<String>, _ new: JSONValue) -> JSONValue {
            guard let name = path.first else { return new }
            switch value {
            case .array(let items): return .array([replacing(items[0], path, new)])
            case .object(var object):
                object[name] = replacing(object[name] ?? .null, path.dropFirst(), new)
                return .object(object)
            default: return value
            }
        }
    }

    let identifierFields: [IdentifierField]

    /// - Parameter samples: values of required members, by their names.
    init(schema data: JSONValue, samples: JSONObject) throws {
        var types: [String: JSONValue] = [:]
        for type in try #require(data.at("__schema.types")?.arrayValue) { types[try type.text(at: "name")] = type }
        var found: [IdentifierField] = []
        for field in try #require(data.at("__schema.mutationType.fields")?.arrayValue) {
            let name = try field.text(at: "name")
            let type = try #require(field.at("args.0.type.ofType.name")?.stringValue, "\(name)")
            for path in Self.identifiers(in: type, types) {
                let input = Self.value(of: type, alongside: path[...], types, samples)
                found.append(IdentifierField(mutation: name, path: path, input: input))
            }
        }
        identifierFields = found
    }

    /// The paths of all IDs in an input object.
    private static func identifiers(in type: String, _ types: [String: JSONValue]) -> [[String]] {
        members(of: type, types).flatMap { name, type -> [[String]] in
            let named = leaf(type)
            return named == "ID" ? [[name]] : identifiers(in: named, types).map { [name] + $0 }
        }
    }

    /// An input object with its required members, and with what stands on the path.
    private static func value(
        of type: String,
        alongside path: ArraySlice<String>,
        _ types: [String: JSONValue],
        _ samples: JSONObject
    ) -> JSONValue {
        var object = JSONObject()
        for (name, type) in members(of: type, types) {
            let isOnPath = path.first == name
            guard isOnPath || type["kind"] == "NON_NULL" else { continue }
            let rest = isOnPath ? path.dropFirst() : []
            let item = samples[name] ?? sample(leaf(type), alongside: rest, types, samples)
            object[name] = isList(type) ? .array([item]) : item
        }
        return .object(object)
    }

    private static let leafs: [String: JSONValue] = [
        "Boolean": false, "Int": 1, "Float": 1, "BigInt": 1, "Date": "2029-01-01", "DateTime": "2029-01-01T00:00:00Z",
        "LocalTime": "09:00", "TimeZone": "UTC", "UUID": "00000000-0000-4000-8000-000000000000", "JSON": [:],
    ]

    private static func sample(
        _ type: String,
        alongside path: ArraySlice<String>,
        _ types: [String: JSONValue],
        _ samples: JSONObject
    ) -> JSONValue {
        if let values = types[type]?["enumValues"]?.arrayValue { return values[0]["name"] ?? .null }
        if !members(of: type, types).isEmpty { return value(of: type, alongside: path, types, samples) }
        return leafs[type] ?? "Sample"
    }

    /// Members without a default value come with their types.
    private static func members(of type: String, _ types: [String: JSONValue]) -> [(String, JSONValue)] {
        (types[type]?["inputFields"]?.arrayValue ?? []).compactMap { field in
            guard field["defaultValue"] == .null, let name = field["name"]?.stringValue, let type = field["type"] else {
                return nil
            }
            return (name, type)
        }
    }

    private static func leaf(_ type: JSONValue) -> String {
        type["name"]?.stringValue ?? type["ofType"].map(leaf) ?? ""
    }

    private static func isList(_ type: JSONValue) -> Bool {
        type["kind"] == "LIST" || type.at("ofType.kind") == "LIST"
    }
}
