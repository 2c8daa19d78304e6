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
            members[definition.name] = namedValue(of: slot, type: namedType(of: definition.type))
        }
        return members
    }

    /// - Parameter type: the value's type without its wrappers.
    func namedValue(of value: InputValue, type: TypeID) -> JSONValue {
        switch value {
        case .null: .null
        case .boolean(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .float(let number): .double(number)
        case .string(let text), .enumeration(let text, _): .string(text)
        case .list(let items): .array(items.map { namedValue(of: $0, type: type) })
        case .object(let object): .object(namedValues(of: object, definitions: self[type].inputFields))
        case .json(let json): json
        }
    }
}
