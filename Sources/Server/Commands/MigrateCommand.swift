import ArgumentParser
import Postgres

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Bring the database's schema up to date."
    )

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try DatabaseOwnerSettings(try SettingsReader())
            let files = try MigrationFiles(directory: settings.migrationsDirectory)
            let connection = try OwnerConnection(settings.ownerURL)
            let applied = try Migrator(connection: connection, files: files).migrate { Console.show($0) }
            if applied.isEmpty { Console.show("The database is up to date (\(files.migrations.count) migrations).") }
            if let url = settings.serverURL {
                let granted = try ServerLogin(owner: connection, url: url).grantRoles()
                if !granted.isEmpty { Console.show("Granted the server's login: \(granted.joined(separator: ", "))") }
            }
        }
    }
}

struct RollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback",
        abstract: "Take back the last migrations, with the data that they hold."
    )

    @Option(help: "How many migrations.")
    var steps = 1

    func validate() throws {
        guard steps > 0 else { throw ValidationError("--steps must be at least 1.") }
    }

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try DatabaseOwnerSettings(try SettingsReader())
            let files = try MigrationFiles(directory: settings.migrationsDirectory)
            let connection = try OwnerConnection(settings.ownerURL)
            let names = try Migrator(connection: connection, files: files).rollBack(steps: steps) { Console.show($0) }
            if names.isEmpty { Console.show("There is no migration to take back.") }
        }
    }
}
