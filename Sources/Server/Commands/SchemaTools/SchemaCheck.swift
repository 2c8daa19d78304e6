import GraphQLEngine

/// Says what is wrong with a schema.
enum SchemaCheck {
    /// Exit code 1 if there are problems.
    static func run(_ files: [NamedText]) -> ToolResult {
        do throws(Problems) {
            let schema = try GivenSchema.build(files)
            let types = schema.types.count { !$0.isBuiltIn }
            let directives = schema.directives.count { !$0.isBuiltIn }
            return ToolResult("The schema is valid (types: \(types), directives: \(directives)).")
        } catch {
            return ToolResult(error.items, otherwise: "")
        }
    }
}
