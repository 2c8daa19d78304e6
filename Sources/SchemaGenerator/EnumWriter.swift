import GraphQLEngine

/// Writes one Swift enum per enum type.
struct EnumWriter {
    let schema: Schema

    var declarations: [String] {
        schema.types.filter { $0.kind == .enumeration && !$0.isBuiltIn }.map(declaration)
    }

    private func declaration(_ type: NamedType) -> String {
        let cases = type.enumValues.map { value in
            let documentation = DocumentationComment.lines(value.description, indentation: "    ")
            return "\(documentation)    case \(SwiftName.enumCase(value.name)) = \"\(value.name)\""
        }
        return """
            \(DocumentationComment.lines(type.description))public enum \(type.name): String, Sendable, CaseIterable, GraphQLEnumeration {
            \(cases.joined(separator: "\n"))

                public static let typeName = "\(type.name)"
            }
            """
    }
}
