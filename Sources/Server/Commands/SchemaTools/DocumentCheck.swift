import GraphQLEngine

/// Says what is wrong with operations and fragments, held to a schema.
struct DocumentCheck {
    let schema: Schema
    /// Whether the use of what is deprecated is a problem too.
    let reportsDeprecated: Bool
    /// Whether all files are one document, so that they can share fragments; else each is one.
    let joinsFiles: Bool

    /// Exit code 1 if there are problems.
    func run(_ files: [NamedText]) -> ToolResult {
        let documents = joinsFiles ? [files] : files.map { [$0] }
        let found = documents.flatMap { problems(JoinedFiles($0)) }
        return ToolResult(found, otherwise: "No problems (files: \(files.count)).")
    }

    private func problems(_ files: JoinedFiles) -> [Problem] {
        do throws(Problems) {
            let errors = Validator.validate(try files.parse(), schema: schema, options: options)
            return files.problems(errors).items
        } catch {
            return error.items
        }
    }

    private var options: ValidationOptions {
        ValidationOptions(
            maximumErrors: 1_000,
            rules: ValidationRule.specified + (reportsDeprecated ? [.noDeprecated] : [])
        )
    }
}
