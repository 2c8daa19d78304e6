public import JSON

/// What a ``SourceResolver`` gives for one field of one object.
public enum ResolvedValue: Sendable {
    /// A leaf's value before its output coercion, the source of an object, null, or a list of these.
    case value(JSONValue)
    /// A list some of whose items may have failed.
    case list([ResolvedValue])
    /// An error that takes the value's place.
    case failure(GraphQLError)
}

extension ResolvedValue {
    var isNull: Bool {
        if case .value(.null) = self { true } else { false }
    }

    /// The items of a list; nil for other values.
    var items: [ResolvedValue]? {
        switch self {
        case .list(let items): items
        case .value(.array(let items)): items.map(ResolvedValue.value)
        case .value, .failure: nil
        }
    }

    /// The value as a whole; errors inside of it count as null.
    var json: JSONValue {
        switch self {
        case .value(let value): value
        case .list(let items): .array(items.map(\.json))
        case .failure: .null
        }
    }
}
