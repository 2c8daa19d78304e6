public import JSON

extension Schema {
    /// Coerced arguments, or the fields of an input object, by their names; those without a value are left out.
    ///
    /// Enum values are their names.
    /// - Parameter definitions: in the order of the object's slots.
    public func namedValues(of object: InputObject, definitions: [InputValueDefinition]) -> JSONObject {
        var members = JSONObject()
        for (slot, definition) in zip(object.slots, definitions) {
            guard let slot else { continue }
            members[definition.name] = namedValue(of: slot, type: definition.type)
        }
        return members
    }

    private func namedValue(of value: InputValue, type: TypeReference) -> JSONValue {
        switch value {
        case .null: .null
        case .boolean(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .float(let number): .double(number)
        case .string(let text), .enumeration(let text, _): .string(text)
        case .list(let items): .array(items.map { namedValue(of: $0, type: itemType(of: type)) })
        case .object(let object):
            .object(namedValues(of: object, definitions: self[namedType(of: type)].inputFields))
        case .json(let json): json
        }
    }

    private func itemType(of type: TypeReference) -> TypeReference {
        if case .list(let item) = self[nullable(type)] { item } else { type }
    }
}
