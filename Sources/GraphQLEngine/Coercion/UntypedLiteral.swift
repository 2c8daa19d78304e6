import JSON

/// Literals of custom scalars, which have no type of their own below the scalar.
enum UntypedLiteral {
    /// The value as a scalar's coercion gets it: lists and objects as JSON, enum values as their names.
    ///
    /// Variables stand for what the request gave, before coercion; fields whose variable has no value are left out.
    static func value(of value: Int32, document: Document, variables: VariableValues?) -> InputValue {
        CoerceScalar.inputValue(json(value, document, variables))
    }

    static func json(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> JSONValue {
        switch document.values[Int(value)].kind {
        case .variable(let name): variables?.source(of: name.symbol) ?? .null
        case .int(let range): number(document.number(range))
        case .float(let range): number(document.number(range))
        case .string(let index): .string(document.strings[Int(index)].text)
        case .boolean(let truth): .bool(truth)
        case .null: .null
        case .enumeration(let name): .string(document.text(name))
        case .list(let items): .array(items.indices.map { json(Int32($0), document, variables) })
        case .object(let fields): object(fields, document, variables)
        }
    }

    private static func number(_ text: String) -> JSONValue {
        if let whole = Int64(text) { return .int(whole) }
        return Double(text).map(JSONValue.double) ?? .null
    }

    private static func object(_ fields: NodeRange, _ document: Document, _ variables: VariableValues?) -> JSONValue {
        var object = JSONObject()
        for field in document.objectFields[fields.indices] {
            if case .variable(let name) = document.values[Int(field.value)].kind,
                variables?.source(of: name.symbol) == nil
            {
                continue
            }
            object[document.text(field.name)] = json(field.value, document, variables)
        }
        return .object(object)
    }
}
