import ArgumentParser
import Postgres

struct ResetDatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-db",
        abstract: "Remove all data: take back every migration and apply them again."
    )

    @Flag(help: "Do not ask.")
    var yes = false

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try DatabaseOwnerSettings(try SettingsReader())
            guard settings.environment != .production else {
                throw CommandError("reset-db is refused when ENVIRONMENT is production.")
            }
            guard yes || isConfirmed() else { throw CommandError("Nothing was changed.") }
            let files = try MigrationFiles(directory: settings.migrationsDirectory)
            let connection = try OwnerConnection(settings.ownerURL)
            let migrator = Migrator(connection: connection, files: files)
            _ = try migrator.rollBack(steps: files.migrations.count)
            _ = try migrator.migrate()
            if let url = settings.serverURL { _ = try ServerLogin(owner: connection, url: url).grantRoles() }
            Console.show("The database is empty and up to date.")
        }
    }

    private func isConfirmed() -> Bool {
        Console.prompt("This removes all data. Type yes to go on: ")
        return readLine() == "yes"
    }
}
