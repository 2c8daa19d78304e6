import JSON

/// Literals of custom scalars, which have no type of their own below the scalar.
struct UntypedLiteral {
    let document: Document
    let schema: Schema
    let variables: VariableValues?

    /// Lists and objects as JSON, enum values as their names.
    ///
    /// Variables of the operation stand for their values after coercion; fields whose variable has no value are left
    /// out. As in GraphQL.js, the variables of fragments have no value here.
    func json(_ value: Int32) -> JSONValue {
        switch document.values[Int(value)].kind {
        case .variable(let name): variable(name.symbol) ?? .null
        case .int(let range): number(document.number(range))
        case .float(let range): number(document.number(range))
        case .string(let index): .string(document.strings[Int(index)].text)
        case .boolean(let truth): .bool(truth)
        case .null: .null
        case .enumeration(let name): .string(document.text(name))
        case .list(let items): .array(items.indices.map { json(Int32($0)) })
        case .object(let fields): object(fields)
        }
    }

    private func variable(_ symbol: Int32) -> JSONValue? {
        guard let values = variables?.operation, let value = values.value(of: symbol),
            let type = values.namedType(of: symbol)
        else { return nil }
        return schema.namedValue(of: value, type: type)
    }

    private func number(_ text: String) -> JSONValue {
        if let whole = Int64(text) { return .int(whole) }
        return Double(text).map(JSONValue.double) ?? .null
    }

    private func object(_ fields: NodeRange) -> JSONValue {
        var object = JSONObject()
        for field in document.objectFields[fields.indices] {
            if case .variable(let name) = document.values[Int(field.value)].kind {
                guard let value = variable(name.symbol) else { continue }
                object[document.text(field.name)] = value
            } else {
                object[document.text(field.name)] = json(field.value)
            }
        }
        return .object(object)
    }
}
