import FoundationEssentials
import Postgres
import Testing

/// A database with a random name on the server of ROLLCALL_TEST_DATABASE_OWNER_URL, all migrations applied.
final class TestStorage: Sendable {
    private static let login = "rollcall_resolvers_test_login"
    private let name: String
    private let serverURL: String

    init() throws {
        serverURL = try #require(
            ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"],
            "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
        )
        name = "rollcall_resolvers_\(UUID().uuidString.prefix(8).lowercased())"
        try OwnerConnection(serverURL).execute("CREATE DATABASE \(name)")
        let owner = try owner()
        // Roles belong to the whole server, so tests that run at the same time make them one after another. The lock
        // is one of the server's own database and ends with its connection.
        let turn = try OwnerConnection(serverURL)
        try turn.execute("SELECT pg_advisory_lock(7315)")
        defer { try? turn.execute("SELECT pg_advisory_unlock(7315)") }
        for migration in try Self.migrations() { try owner.execute(migration) }
        try owner.execute(Self.loginRole)
    }

    var loginURL: String { url("dbname=\(name)&user=\(Self.login)&password=test") }

    func owner() throws -> OwnerConnection {
        try OwnerConnection(url("dbname=\(name)"))
    }

    func drop() {
        try? OwnerConnection(serverURL).execute("DROP DATABASE \(name) WITH (FORCE)")
    }

    private func url(_ query: String) -> String {
        serverURL + (serverURL.contains("?") ? "&" : "?") + query
    }

    /// The texts of the migrations, in order.
    private static func migrations() throws -> [String] {
        var folder = URL(filePath: #filePath)
        repeat {
            folder.deleteLastPathComponent()
        } while !FileManager.default.fileExists(atPath: folder.path + "/migrations") && folder.path != "/"
        let directory = folder.path + "/migrations"
        let names = try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".up.sql") }
        return try names.sorted().map { name in
            String(decoding: try #require(FileManager.default.contents(atPath: "\(directory)/\(name)")), as: UTF8.self)
        }
    }

    private static let loginRole = """
        DO $$ BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(login)') THEN
            CREATE ROLE \(login) LOGIN NOINHERIT PASSWORD 'test';
          END IF;
        END $$;
        GRANT app_user, app_auth, app_platform TO \(login);
        """
}
