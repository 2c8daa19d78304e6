import ArgumentParser
import Logging
import Postgres

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve the API over HTTP.")

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try Settings(try SettingsReader())
            let logger = Self.logger(settings.logLevel)
            let assembly = ServerAssembly(settings: settings, logger: logger)
            let migrations = try MigrationFiles(directory: settings.migrationsDirectory)
            let database = assembly.database()
            let accounts = try assembly.accounts(database)
            let pipeline = try assembly.pipeline(database, accounts)
            let worker = try assembly.worker(database, accounts)
            try await prepare(database, migrations)
            let server = HTTPServer(
                settings: settings,
                pipeline: pipeline,
                files: assembly.files(accounts),
                worker: worker,
                database: database,
                migrations: migrations,
                logger: logger
            )
            let greeting = Greeting(settings: settings, database: database)
            try await server.run { port in
                await greeting.print(port: port)
                Observer(logger: logger).observe(
                    .started(address: settings.host, port: port, version: ServerVersion.text)
                )
            }
            Observer(logger: logger).observe(.stopped)
        }
    }

    private static func logger(_ level: Logger.Level) -> Logger {
        var logger = Logger(label: "rollcall") { SingleLineLogHandler(StreamLogHandler.standardError(label: $0)) }
        logger.logLevel = level
        return logger
    }

    /// Refuses a login that may do too much, and a schema that is not this version's.
    private func prepare(_ database: Database, _ migrations: MigrationFiles) async throws {
        try await database.start()
        try await database.verifyRuntimeRole()
        let applied = try await AppliedMigrations.read(from: database)
        try migrations.check(applied)
        let pending = migrations.pending(after: applied)
        if !pending.isEmpty { throw MigrationError.pending(pending.map(\.name)) }
    }
}
