public import FoundationEssentials
public import GraphQLEngine
public import JSON
public import Time

/// A Swift type of input values that are not null.
public protocol InputValueDecodable: Sendable {
    /// Throws only for a value that was not coerced to the member's GraphQL type.
    static func decoded(from value: InputValue) throws(GraphQLError) -> Self
}

extension InputValue {
    /// The error of a value that is of another type than the schema says.
    var mismatch: GraphQLError {
        GraphQLError("An input value is of another type than the schema says.", code: "BAD_USER_INPUT")
    }
}

extension String: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> String {
        guard case .string(let text) = value else { throw value.mismatch }
        return text
    }
}

extension Int: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Int {
        guard case .int(let number) = value else { throw value.mismatch }
        return Int(number)
    }
}

extension Int64: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Int64 {
        guard case .int(let number) = value else { throw value.mismatch }
        return number
    }
}

extension Double: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Double {
        guard case .float(let number) = value else { throw value.mismatch }
        return number
    }
}

extension Bool: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Bool {
        guard case .boolean(let truth) = value else { throw value.mismatch }
        return truth
    }
}

extension Timestamp: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Timestamp {
        guard case .string(let text) = value, let instant = Timestamp(rfc3339: text) else { throw value.mismatch }
        return instant
    }
}

extension CalendarDate: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> CalendarDate {
        guard case .string(let text) = value, let date = CalendarDate(iso: text) else { throw value.mismatch }
        return date
    }
}

extension LocalTime: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> LocalTime {
        guard case .string(let text) = value, let time = LocalTime(iso: text) else { throw value.mismatch }
        return time
    }
}

extension UUID: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> UUID {
        guard case .string(let text) = value, let uuid = UUID(uuidString: text) else { throw value.mismatch }
        return uuid
    }
}

extension JSONValue: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> JSONValue {
        switch value {
        case .null: .null
        case .boolean(let truth): .bool(truth)
        case .int(let number): .int(number)
        case .float(let number): .double(number)
        case .string(let text): .string(text)
        case .json(let json): json
        case .enumeration, .list, .object: throw value.mismatch
        }
    }
}

extension Array: InputValueDecodable where Element: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> [Element] {
        guard case .list(let items) = value else { throw value.mismatch }
        var result: [Element] = []
        result.reserveCapacity(items.count)
        for item in items { result.append(try Element.decoded(from: item)) }
        return result
    }
}

/// Items of lists that may be null.
extension Optional: InputValueDecodable where Wrapped: InputValueDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Wrapped? {
        value == .null ? nil : try Wrapped.decoded(from: value)
    }
}
