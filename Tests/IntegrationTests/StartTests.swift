import FoundationEssentials
import Postgres
import TestProcesses
import Testing

/// A start with wrong settings ends at once, with one line that names what to change.
@Suite struct StartTests {
    /// A migrated database and settings that would start a server.
    private func withSettings(_ body: (_ settings: [String: String], _ directory: String) throws -> Void) throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let database = try ServerDatabase()
        defer { try? database.drop() }
        let settings = RunningServer.environment(database, directory.path)
        let migration = try ChildProcess.rollcall(["migrate"], environment: settings, directory: directory.path)
        #expect(migration.code == 0, "\(migration.errors)")
        try body(settings, directory.path)
    }

    private func expectRefusal(
        _ settings: [String: String],
        _ directory: String,
        code: Int32,
        naming name: String,
        command: String = "serve",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let exit = try ChildProcess.rollcall([command], environment: settings, directory: directory)
        #expect(exit.code == code, "\(exit)", sourceLocation: sourceLocation)
        #expect(exit.output == "", sourceLocation: sourceLocation)
        let lines = exit.errors.split(separator: "\n")
        #expect(lines.count == 1, "\(exit.errors)", sourceLocation: sourceLocation)
        #expect(lines.first?.contains(name) == true, "\(exit.errors)", sourceLocation: sourceLocation)
    }

    @Test func refusesSettingsThatAreWrong() throws {
        let wrong: [(String, String?)] = [
            ("JWT_SECRET_KEY", "short"), ("JWT_SECRET_KEY", nil), ("PORT", "abc"), ("PORT", "70000"),
            ("DATABASE_URL", nil), ("DATABASE_URL", "nonsense"), ("ENVIRONMENT", "staging"),
            ("REQUEST_BODY_LIMIT_BYTES", "-1"), ("TRUSTED_PROXIES", "everybody"), ("ENABLE_REGISTRATION", "perhaps"),
        ]
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        var settings = [
            "DATABASE_URL": "postgresql://nobody@/nothing", "JWT_SECRET_KEY": "0123456789abcdef0123456789abcdef",
        ]
        for (name, value) in wrong {
            let right = settings[name]
            settings[name] = value
            try expectRefusal(settings, directory.path, code: 78, naming: name)
            settings[name] = right
        }
        try expectRefusal([:], directory.path, code: 78, naming: "DATABASE_OWNER_URL", command: "migrate")
    }

    @Test func refusesADatabaseThatIsNotThere() throws {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let settings = [
            "DATABASE_URL": "postgresql://nobody@/nothing?host=\(directory.path)",
            "JWT_SECRET_KEY": "0123456789abcdef0123456789abcdef",
            "MIGRATIONS_DIRECTORY": Repository.path + "/migrations",
        ]
        try expectRefusal(settings, directory.path, code: 1, naming: "PostgreSQL")
    }

    @Test func refusesToServeAsASuperuser() throws {
        try withSettings { settings, directory in
            let owner = try #require(settings["DATABASE_OWNER_URL"])
            try expectRefusal(
                settings.merging(["DATABASE_URL": owner]) { $1 },
                directory,
                code: 1,
                naming: "superuser"
            )
        }
    }

    /// File by file, so that the directory itself may be a link.
    private func copyMigrations(to copy: String) throws {
        let original = Repository.path + "/migrations"
        try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: false)
        for file in try FileManager.default.contentsOfDirectory(atPath: original) {
            try FileManager.default.copyItem(atPath: "\(original)/\(file)", toPath: "\(copy)/\(file)")
        }
    }

    @Test func refusesMigrationsThatWereChanged() throws {
        try withSettings { settings, directory in
            let copy = "\(directory)/migrations"
            try copyMigrations(to: copy)
            let changed = settings.merging(["MIGRATIONS_DIRECTORY": copy]) { $1 }
            let path = "\(copy)/0003_create_organizations.up.sql"
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try (text + "\n-- changed\n").write(toFile: path, atomically: false, encoding: .utf8)
            for command in ["serve", "migrate"] {
                try expectRefusal(changed, directory, code: 1, naming: "0003_create_organizations", command: command)
            }
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            for direction in ["up", "down"] {
                let new = "\(copy)/9999_create_something.\(direction).sql"
                try "SELECT 1;".write(toFile: new, atomically: false, encoding: .utf8)
            }
            try expectRefusal(changed, directory, code: 1, naming: "9999_create_something")
        }
    }
}
