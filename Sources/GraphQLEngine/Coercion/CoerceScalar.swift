import JSON

/// Scalars from variables: the five of the specification, and those that a schema adds.
enum CoerceScalar {
    static func coerce(_ value: JSONValue, _ type: NamedType) throws(ScalarCoercionError) -> InputValue {
        if let builtIn = BuiltInScalar(type) { return try builtIn.coerce(value) }
        let given = inputValue(value)
        return try type.inputCoercion?.parse(given) ?? given
    }

    /// A JSON value as a scalar's coercion gets it.
    static func inputValue(_ value: JSONValue) -> InputValue {
        switch value {
        case .null: .null
        case .bool(let truth): .boolean(truth)
        case .int(let number): .int(number)
        case .double(let number): .float(number)
        case .string(let text): .string(text)
        case .array, .object: .json(value)
        }
    }
}
