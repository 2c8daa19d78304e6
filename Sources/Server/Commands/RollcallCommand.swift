public import ArgumentParser

/// The program's commands.
public struct RollcallCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "rollcall",
        abstract: "A GraphQL API for organizations, employees and attendance.",
        version: ServerVersion.text,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, RollbackCommand.self, SeedCommand.self,
            CreateSuperadminCommand.self, ResetDatabaseCommand.self, SchemaCommand.self, DocumentCommand.self,
        ]
    )

    public init() {}
}

extension RollcallCommand {
    /// Runs the command that the program's arguments name, and ends the process.
    public static func start() async {
        await main()
    }
}
