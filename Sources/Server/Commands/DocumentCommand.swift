import ArgumentParser

/// Tools for people who write operations.
struct DocumentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "document",
        abstract: "Check operations and fragments.",
        subcommands: [DocumentCheckCommand.self]
    )
}

struct DocumentCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with operations and fragments, with file, line and column.",
        discussion: """
            The exit code is 1 if anything is wrong, 65 if the schema is not valid, and 66 if a file cannot be read.
            """
    )

    @Argument(help: "Files or directories; each file is a document of its own.")
    var files: [String]

    @Option(help: "The schema: a file, a directory or an introspection result; may be given several times.")
    var schema: [String]

    @Flag(help: "Take all files as one document, so that they can share fragments.")
    var together = false

    @Flag(help: "Report the use of deprecated fields, arguments, input fields and enum values too.")
    var deprecated = false

    func run() async throws {
        try ToolResult.showing { () throws(ToolFailure) in
            let schema = try GivenSchema.read(schema)
            let check = DocumentCheck(schema: schema, reportsDeprecated: deprecated, joinsFiles: together)
            return check.run(try NamedText.read(files))
        }
    }
}
