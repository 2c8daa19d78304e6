import GraphQLEngine

/// Writes one struct per input object; one enum for those of which exactly one member is given.
struct InputWriter {
    let schema: Schema

    var declarations: [String] {
        schema.types.filter { $0.kind == .inputObject && !$0.isBuiltIn }.map { $0.isOneOf ? oneOf($0) : structure($0) }
    }

    private func structure(_ type: NamedType) -> String {
        let members = MemberWriter(
            types: SwiftType(schema: schema),
            tellsAbsentFromNull: type.name.contains("Update") || type.name.contains("Patch"),
            containsOwner: { contains($0, type.name) }
        )
        let properties = type.inputFields.map(members.property)
        let decodings = type.inputFields.enumerated().map { members.decoding($1, at: $0) }
        return """
            \(DocumentationComment.lines(type.description))public struct \(type.name): InputObjectDecodable {
            \(properties.joined(separator: "\n"))

                public init(_ object: InputObject) throws(GraphQLError) {
            \(decodings.joined(separator: "\n"))
                }
            }
            """
    }

    private func oneOf(_ type: NamedType) -> String {
        let types = SwiftType(schema: schema)
        let cases = type.inputFields.map { field in
            let documentation = DocumentationComment.lines(field.description, indentation: "    ")
            return "\(documentation)    case \(SwiftName.identifier(field.name))(\(types.withoutNull(field.type)))"
        }
        let decodings = type.inputFields.enumerated().map { index, field in
            let branch = "self = .\(SwiftName.identifier(field.name))(try .decoded(from: value))"
            return "        if let value = object[\(index)] { \(branch); return }"
        }
        return """
            \(DocumentationComment.lines(type.description))public enum \(type.name): InputObjectDecodable {
            \(cases.joined(separator: "\n"))

                public init(_ object: InputObject) throws(GraphQLError) {
            \(decodings.joined(separator: "\n"))
                    throw GraphQLError("OneOf Input Object \\"\(type.name)\\" must specify exactly one key.", code: "BAD_USER_INPUT")
                }
            }
            """
    }

    /// Whether a member of this type holds the named type in itself; lists hold their items elsewhere.
    private func contains(_ reference: TypeReference, _ name: String) -> Bool {
        var seen: Set<TypeID> = []
        return contains(reference, name, &seen)
    }

    private func contains(_ reference: TypeReference, _ name: String, _ seen: inout Set<TypeID>) -> Bool {
        guard case .named(let type) = schema[schema.nullable(reference)] else { return false }
        if schema[type].name == name { return true }
        guard seen.insert(type).inserted else { return false }
        for field in schema[type].inputFields where contains(field.type, name, &seen) { return true }
        return false
    }
}
