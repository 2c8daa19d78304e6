import ArgumentParser
import Schema

struct SchemaPrintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print a schema in GraphQL's schema language, with the directives on its definitions.",
        discussion: """
            Several files become one text, and an introspection result becomes a schema document. The exit code is 65 \
            if the schema is not valid, and 66 if a file cannot be read.
            """
    )

    @Argument(help: "Files or directories that define the schema together; without them, Rollcall's own is printed.")
    var files: [String] = []

    @Flag(help: "Put types, fields, arguments and values into the order of their names.")
    var sort = false

    func run() async throws {
        try ToolResult.showing { () throws(ToolFailure) in
            if files.isEmpty, !sort { return ToolResult(String(rollcallSchemaText.dropLast())) }
            return try SchemaPrint.run(files.isEmpty ? [SchemaPrint.ownSchema] : NamedText.read(files), sorts: sort)
        }
    }
}
