import GraphQLEngine
import Schema

/// Writes a schema in the schema language.
enum SchemaPrint {
    static var ownSchema: NamedText {
        NamedText(name: "schema.graphql", bytes: Array(rollcallSchemaText.utf8))
    }

    static func run(_ files: [NamedText], sorts: Bool) throws(ToolFailure) -> ToolResult {
        do {
            let schema = try GivenSchema.build(files)
            // An introspection result tells nothing of applied directives, but has those of the specification.
            let keepsDirectives = !files.contains(where: GivenSchema.isJSON)
            return ToolResult((sorts ? schema.sorted() : schema).printed(keepsAppliedDirectives: keepsDirectives))
        } catch {
            throw .invalidSchema(error)
        }
    }
}
