import JSON

/// Whether the value of a variable is nested more deeply than coercion follows.
///
/// Only the nesting that the type follows counts, as in graphql-core: a deep value of a custom scalar is one value.
struct InputNesting {
    private static let maximumDepth = 200
    let document: Document
    let schema: Schema

    /// - Parameter named: the type without its wrappers.
    func exceedsMaximum(_ value: JSONValue, _ type: InputType, _ named: TypeID) -> Bool {
        if schema[named].kind != .inputObject, !hasManyLayers(type) { return false }
        return exceedsMaximum(value, type, depth: 0)
    }

    /// Whether lists alone may be too deep.
    private func hasManyLayers(_ type: InputType) -> Bool {
        var inner = type
        for _ in 0..<InputNesting.maximumDepth {
            switch inner.layer(document: document, schema: schema) {
            case .named: return false
            case .list(let next), .nonNull(let next): inner = next
            }
        }
        return true
    }

    private func exceedsMaximum(_ value: JSONValue, _ type: InputType, depth: Int) -> Bool {
        if depth > InputNesting.maximumDepth { return true }
        switch type.layer(document: document, schema: schema) {
        case .nonNull(let inner):
            return exceedsMaximum(value, inner, depth: depth)
        case .list(let item):
            guard case .array(let items) = value else { return exceedsMaximum(value, item, depth: depth + 1) }
            return items.contains { exceedsMaximum($0, item, depth: depth + 1) }
        case .named(let named):
            guard let named, schema[named].kind == .inputObject, case .object(let object) = value else { return false }
            return schema[named].inputFields.contains { field in
                object[field.name].map { exceedsMaximum($0, .declared(field.type), depth: depth + 1) } ?? false
            }
        }
    }
}
