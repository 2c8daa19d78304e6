import JSON

extension Schema {
    /// A coerced value in the language's syntax.
    func literal(_ value: InputValue, of type: TypeReference) -> String {
        switch value {
        case .null: "null"
        case .boolean(let truth): truth ? "true" : "false"
        case .int(let number): String(number)
        case .float(let number): JSONValue.double(number).text
        case .string(let text): QuotedString.printed(text)
        case .enumeration(let name, _): name
        case .list(let items): "[" + items.map { literal($0, of: itemType(of: type)) }.joined(separator: ", ") + "]"
        case .object(let object): literal(object, of: self[namedType(of: type)])
        case .json(let json): literal(json)
        }
    }

    private func itemType(of type: TypeReference) -> TypeReference {
        if case .list(let item) = self[nullable(type)] { item } else { type }
    }

    private func literal(_ object: InputObject, of type: NamedType) -> String {
        let fields = zip(type.inputFields, object.slots).compactMap { field, value in
            value.map { "\(field.name): \(literal($0, of: field.type))" }
        }
        return fields.isEmpty ? "{}" : "{ " + fields.joined(separator: ", ") + " }"
    }

    private func literal(_ json: JSONValue) -> String {
        switch json {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .int, .double: json.text
        case .string(let text): QuotedString.printed(text)
        case .array(let items): "[" + items.map(literal).joined(separator: ", ") + "]"
        case .object(let object):
            "{ " + object.members.map { "\($0.key): \(literal($0.value))" }.joined(separator: ", ") + " }"
        }
    }
}
