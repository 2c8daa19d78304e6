import JSON

/// Literals of custom scalars, which have no type of their own below the scalar.
enum UntypedLiteral {
    /// The value as a scalar's coercion gets it: lists and objects as JSON, enum values as their names.
    static func value(of value: Int32, document: Document, variables: VariableValues?) -> InputValue {
        switch json(value, document, variables) {
        case .null: .null
        case .bool(let truth): .boolean(truth)
        case .int(let number): .int(number)
        case .double(let number): .float(number)
        case .string(let text): .string(text)
        case let json: .json(json)
        }
    }

    private static func json(_ value: Int32, _ document: Document, _ variables: VariableValues?) -> JSONValue {
        switch document.values[Int(value)].kind {
        case .variable(let name): variables?.value(of: name.symbol).map(json) ?? .null
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
            object[document.text(field.name)] = json(field.value, document, variables)
        }
        return .object(object)
    }

    /// A variable's value inside a literal of a custom scalar; input objects become arrays of their slots'
    /// values, because their names stay with their type.
    private static func json(_ value: InputValue) -> JSONValue {
        switch value {
        case .null: .null
        case .boolean(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .float(let number): .double(number)
        case .string(let text), .enumeration(let text, _): .string(text)
        case .list(let items): .array(items.map(json))
        case .object(let object): .array(object.slots.map { $0.map(json) ?? .null })
        case .json(let json): json
        }
    }
}
