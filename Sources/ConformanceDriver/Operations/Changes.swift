import GraphQLEngine
import JSON

/// The operation that compares two schemas.
enum Changes {
    static func diff(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let old = try request.schema("old", &schemas)
        let new = try request.schema("new", &schemas)
        return ["changes": .array(old.changes(to: new).map(\.json))]
    }
}

extension SchemaChange {
    fileprivate var json: JSONValue {
        .object([
            "type": .string(type.rawValue), "description": .string(description),
            "criticality": .string(criticality.rawValue),
        ])
    }
}
