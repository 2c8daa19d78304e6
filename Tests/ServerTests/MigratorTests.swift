import FoundationEssentials
import Logging
import Postgres
import Testing

@testable import Server

@Suite(.enabled(if: TestDatabase.serverURL != nil)) struct MigratorTests {
    private static let table = Migration(name: "0001_create_a", up: "CREATE TABLE a (x int)", down: "DROP TABLE a")
    private static let rows = Migration(name: "0002_fill_a", up: "INSERT INTO a VALUES (1)", down: "DELETE FROM a")

    private func migrator(_ database: TestDatabase, _ migrations: Migration...) throws -> Migrator {
        Migrator(connection: try database.connect(), files: MigrationFiles(migrations))
    }

    @Test func appliesInOrderOnceAndTakesBack() async throws {
        try await TestDatabase.with { database in
            #expect(try migrator(database, Self.table).migrate() == ["0001_create_a"])
            let both = try migrator(database, Self.table, Self.rows)
            #expect(try both.migrate() == ["0002_fill_a"])
            #expect(try both.migrate() == [])
            #expect(try database.connect().query("SELECT x FROM a").map { $0.int(0) } == [1])
            #expect(try both.rollBack(steps: 1) == ["0002_fill_a"])
            #expect(try database.connect().query("SELECT x FROM a").isEmpty)
            #expect(try both.rollBack(steps: 5) == ["0001_create_a"])
            #expect(try both.rollBack(steps: 1) == [])
        }
    }

    @Test func aFailureUndoesItsMigrationAlone() async throws {
        try await TestDatabase.with { database in
            let broken = Migration(name: "0002_break", up: "CREATE TABLE b (); SELECT 1/0", down: "")
            let error = #expect(throws: MigrationError.self) { try migrator(database, Self.table, broken).migrate() }
            #expect(
                error?.description
                    == "The migration 0002_break failed and was undone: PostgreSQL says: division by zero (SQLSTATE 22012)."
            )
            let state = try database.connect().query("SELECT to_regclass('a') IS NULL, to_regclass('b') IS NULL")
            #expect(!state[0].bool(0))
            #expect(state[0].bool(1))
            #expect(try migrator(database, Self.table, Self.rows).migrate() == ["0002_fill_a"])
        }
    }

    @Test func refusesWhatWasEditedRemovedOrPutBetween() async throws {
        try await TestDatabase.with { database in
            _ = try migrator(database, Self.table, Self.rows).migrate()
            let edited = Migration(name: "0002_fill_a", up: "INSERT INTO a VALUES (2)", down: "")
            #expect(throws: MigrationError.edited("0002_fill_a")) {
                try migrator(database, Self.table, edited).migrate()
            }
            #expect(throws: MigrationError.unknown("0002_fill_a")) { try migrator(database, Self.table).migrate() }
            let between = Migration(name: "0001_zz", up: "", down: "")
            #expect(throws: MigrationError.outOfOrder("0001_zz", "0002_fill_a")) {
                try migrator(database, Self.table, between, Self.rows).migrate()
            }
        }
    }

    @Test func runsAtTheSameTimeApplyEverythingOnce() async throws {
        try await TestDatabase.with { database in
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask { try self.migrator(database, Self.table, Self.rows).migrate().count }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.sorted() == [0, 0, 0, 2])
            #expect(try database.connect().query("SELECT x FROM a").count == 1)
        }
    }

    @Test func theServerReadsWhatIsPending() async throws {
        try await TestDatabase.with { database in
            let server = Database(
                configuration: DatabaseConfiguration(connectionString: database.url),
                logger: Logger(label: "test")
            )
            try await server.start()
            #expect(try await AppliedMigrations.read(from: server) == [])
            _ = try migrator(database, Self.table).migrate()
            let applied = try await AppliedMigrations.read(from: server)
            #expect(applied == [AppliedMigration(name: "0001_create_a", checksum: Self.table.checksum)])
            #expect(MigrationFiles([Self.table, Self.rows]).pending(after: applied) == [Self.rows])
            await server.shutdown()
        }
    }

    @Test func readsFilesInTheOrderOfTheirNumbers() throws {
        let directory = FileManager.default.temporaryDirectory.path + "/migrations-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        for name in ["0002_b.up.sql", "0001_a.up.sql", "0001_a.down.sql"] {
            try Array(name.utf8).withUnsafeBytes { try Data($0).write(to: URL(filePath: "\(directory)/\(name)")) }
        }
        #expect(throws: MigrationError.fileMissing("\(directory)/0002_b.down.sql")) {
            try MigrationFiles(directory: directory)
        }
        try Data().write(to: URL(filePath: "\(directory)/0002_b.down.sql"))
        #expect(try MigrationFiles(directory: directory).migrations.map(\.name) == ["0001_a", "0002_b"])
        #expect(throws: MigrationError.directoryMissing("/nowhere")) { try MigrationFiles(directory: "/nowhere") }
    }
}
