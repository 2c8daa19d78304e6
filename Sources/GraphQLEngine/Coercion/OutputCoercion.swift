import JSON

/// What leaf types make of the values that resolvers give (GraphQL specification, section 3.5, "Result Coercion").
enum OutputCoercion {
    /// Custom scalars take every value as it is.
    static func coerce(_ value: JSONValue, _ type: NamedType) throws(GraphQLError) -> JSONValue {
        if type.kind == .enumeration { return try enumValue(value, type) }
        switch BuiltInScalar(type) {
        case .int: return try int(value)
        case .float: return try float(value)
        case .string: return try string(value)
        case .boolean: return try boolean(value)
        case .id: return try id(value)
        case nil: return value
        }
    }

    private static func enumValue(_ value: JSONValue, _ type: NamedType) throws(GraphQLError) -> JSONValue {
        if case .string(let name) = value, type.enumValueIndex(name) != nil { return value }
        throw refusal("Enum \"\(type.name)\" cannot represent value: ", value)
    }

    private static func int(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        guard let number = number(value), number.rounded() == number else {
            throw refusal("Int cannot represent non-integer value: ", value)
        }
        guard let whole = Int32(exactly: number) else {
            throw refusal("Int cannot represent non 32-bit signed integer value: ", value)
        }
        return .int(Int64(whole))
    }

    private static func float(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        if case .int = value { return value }
        guard let number = number(value) else { throw refusal("Float cannot represent non numeric value: ", value) }
        return .double(number)
    }

    private static func string(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .string: return value
        case .bool, .int, .double: return .string(value.text)
        case .null, .array, .object: throw refusal("String cannot represent value: ", value)
        }
    }

    private static func boolean(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .bool: return value
        case .int(let number): return .bool(number != 0)
        case .double(let number): return .bool(number != 0)
        case .null, .string, .array, .object:
            throw refusal("Boolean cannot represent a non boolean value: ", value)
        }
    }

    private static func id(_ value: JSONValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .string: return value
        case .int(let number): return .string(String(number))
        case .double(let number) where number.rounded() == number: return .string(value.text)
        case .null, .bool, .double, .array, .object: throw refusal("ID cannot represent value: ", value)
        }
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .bool(let truth): truth ? 1 : 0
        case .int(let number): Double(number)
        case .double(let number): number
        case .string(let text): number(in: text)
        case .null, .array, .object: nil
        }
    }

    /// A decimal number, perhaps in white space.
    private static func number(in text: String) -> Double? {
        let digits = text.split(whereSeparator: \.isWhitespace)
        guard digits.count == 1, let first = digits.first else { return nil }
        let isDecimal = first.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
        guard isDecimal, let number = Double(first), number.isFinite else { return nil }
        return number
    }

    private static func refusal(_ message: String, _ value: JSONValue) -> GraphQLError {
        GraphQLError(message + JSONInspection.text(of: value))
    }
}
