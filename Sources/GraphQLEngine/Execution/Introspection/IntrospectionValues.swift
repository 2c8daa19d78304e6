import JSON

/// A value of `__TypeKind`.
struct IntrospectedKind: LeafValue {
    let name: String

    static func represents(_ type: NamedType) -> Bool { type.name == "__TypeKind" }

    func writeLeaf(to writer: inout JSONWriter) { writer.writeString(name) }
}

/// A value of `__DirectiveLocation`.
struct IntrospectedLocation: LeafValue {
    let name: String

    static func represents(_ type: NamedType) -> Bool { type.name == "__DirectiveLocation" }

    func writeLeaf(to writer: inout JSONWriter) { writer.writeString(name) }
}

/// The argument `includeDeprecated` of several introspection fields.
struct IncludeDeprecated: InputDecodable {
    private let includesDeprecated: Bool

    init(_ object: InputObject) throws(GraphQLError) {
        includesDeprecated = object[0] == .boolean(true)
    }

    func includes(_ deprecationReason: String?) -> Bool {
        includesDeprecated || deprecationReason == nil
    }
}
