import GraphQLEngine

/// Swift types of input values.
struct SwiftType {
    let schema: Schema

    private static let scalars = [
        "String": "String", "Int": "Int", "Float": "Double", "Boolean": "Bool", "ID": "GlobalID",
        "DateTime": "Timestamp", "Date": "CalendarDate", "TimeZone": "String", "JSON": "JSONValue", "UUID": "UUID",
        "URL": "String", "LocalTime": "LocalTime", "BigInt": "Int64",
    ]

    /// The type with its nullability: `[String]?` for `[String!]`.
    func name(_ reference: TypeReference) -> String {
        schema.isNonNull(reference) ? withoutNull(reference) : withoutNull(reference) + "?"
    }

    /// The type of the values that are not null.
    func withoutNull(_ reference: TypeReference) -> String {
        switch schema[reference] {
        case .nonNull(let inner): withoutNull(inner)
        case .list(let item): "[\(name(item))]"
        case .named(let type): named(schema[type])
        }
    }

    private func named(_ type: NamedType) -> String {
        Self.scalars[type.name] ?? type.name
    }

    /// Names of the schema's scalars for which no Swift type is known.
    var unknownScalars: [String] {
        schema.types.filter { $0.kind == .scalar && Self.scalars[$0.name] == nil }.map(\.name)
    }
}
