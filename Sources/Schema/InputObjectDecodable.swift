public import GraphQLEngine

/// An input object as a Swift type.
public protocol InputObjectDecodable: InputDecodable, InputValueDecodable {}

extension InputObjectDecodable {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Self {
        guard case .object(let object) = value else { throw value.mismatch }
        return try Self(object)
    }
}

extension InputObject {
    /// A member that is never null.
    func required<Value: InputValueDecodable>(_ index: Int) throws(GraphQLError) -> Value {
        guard let value = slots[index] else { throw InputValue.null.mismatch }
        return try Value.decoded(from: value)
    }

    /// A member whose absence means the same as null.
    func optional<Value: InputValueDecodable>(_ index: Int) throws(GraphQLError) -> Value? {
        guard let value = slots[index], value != .null else { return nil }
        return try Value.decoded(from: value)
    }

    /// A member of an update: absent, null or a value.
    func field<Value: InputValueDecodable>(_ index: Int) throws(GraphQLError) -> InputField<Value> {
        guard let value = slots[index] else { return .absent }
        return value == .null ? .null : .value(try Value.decoded(from: value))
    }
}
