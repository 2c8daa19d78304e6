import ArgumentParser

struct SchemaCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a schema, with file, line and column.",
        discussion: "The exit code is 1 if anything is wrong, and 66 if a file cannot be read."
    )

    @Argument(help: "Files or directories that define the schema together.")
    var files: [String]

    func run() async throws {
        try ToolResult.showing { () throws(ToolFailure) in
            SchemaCheck.run(try NamedText.read(files))
        }
    }
}
