import GraphQLEngine

/// Writes one struct per object field that takes arguments.
struct ArgumentsWriter {
    let schema: Schema

    var declarations: [String] {
        schema.types.filter { $0.kind == .object && !$0.isBuiltIn }.flatMap { type in
            type.fields.filter { !$0.arguments.isEmpty }.map { structure($0, of: type) }
        }
    }

    private func structure(_ field: FieldDefinition, of type: NamedType) -> String {
        let members = MemberWriter(
            types: SwiftType(schema: schema),
            tellsAbsentFromNull: false,
            containsOwner: { _ in false }
        )
        let properties = field.arguments.map(members.property)
        let decodings = field.arguments.enumerated().map { members.decoding($1, at: $0) }
        return """
            /// Arguments of \(type.name).\(field.name).
            public struct \(type.name)\(SwiftName.capitalized(field.name))Arguments: InputDecodable {
            \(properties.joined(separator: "\n"))

                public init(_ object: InputObject) throws(GraphQLError) {
            \(decodings.joined(separator: "\n"))
                }
            }
            """
    }
}
