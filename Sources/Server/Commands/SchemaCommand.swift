import ArgumentParser

/// Tools for people who keep schemas, Rollcall's or their own.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Check, compare and print schemas.",
        discussion: """
            A schema is one or several files in GraphQL's schema language, a directory of such files, or the result of \
            an introspection query as JSON. “-” is standard input.
            """,
        subcommands: [SchemaCheckCommand.self, SchemaDiffCommand.self, SchemaPrintCommand.self]
    )
}
