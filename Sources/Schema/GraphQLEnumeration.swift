public import GraphQLEngine
public import JSON

/// A generated enum: its raw values are the names of the GraphQL enum.
public protocol GraphQLEnumeration: InputValueDecodable, LeafValue, RawRepresentable where RawValue == String {
    /// Name of the enum in the schema.
    static var typeName: String { get }
}

extension GraphQLEnumeration {
    public static func decoded(from value: InputValue) throws(GraphQLError) -> Self {
        guard case .enumeration(let name, _) = value, let result = Self(rawValue: name) else { throw value.mismatch }
        return result
    }

    public static func represents(_ type: NamedType) -> Bool {
        type.kind == .enumeration && type.name == typeName
    }

    public func writeLeaf(to writer: inout JSONWriter) { writer.writeString(rawValue) }
}
