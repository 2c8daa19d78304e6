import FoundationEssentials
import Postgres
import Testing

/// A database with a random name on the server of ROLLCALL_TEST_DATABASE_OWNER_URL, all migrations applied.
///
/// It is a copy of one that is migrated once: the migrations would take most of a test's time.
final class TestStorage: Sendable {
    private static let login = "rollcall_resolvers_test_login"
    private static let template = Result { try makeTemplate("rollcall_resolvers_template") }
    private let name: String
    private let serverURL: String

    init() throws {
        serverURL = try Self.server()
        name = "rollcall_resolvers_\(UUID().uuidString.prefix(8).lowercased())"
        try OwnerConnection(serverURL).execute("CREATE DATABASE \(name) TEMPLATE \(Self.template.get())")
    }

    private static func server() throws -> String {
        try #require(
            ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"],
            "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
        )
    }

    private static func makeTemplate(_ name: String) throws -> String {
        let serverURL = try server()
        // Roles belong to the whole server, so tests that run at the same time make them one after another. The lock
        // is one of the server's own database and ends with its connection.
        let turn = try OwnerConnection(serverURL)
        try turn.execute("SELECT pg_advisory_lock(7315)")
        try turn.execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        try turn.execute("CREATE DATABASE \(name)")
        let owner = try OwnerConnection(url("dbname=\(name)", on: serverURL))
        for migration in try migrations() { try owner.execute(migration) }
        try owner.execute(loginRole)
        return name
    }

    var loginURL: String { Self.url("dbname=\(name)&user=\(Self.login)&password=test", on: serverURL) }

    func owner() throws -> OwnerConnection {
        try OwnerConnection(Self.url("dbname=\(name)", on: serverURL))
    }

    func drop() {
        try? OwnerConnection(serverURL).execute("DROP DATABASE \(name) WITH (FORCE)")
    }

    private static func url(_ query: String, on serverURL: String) -> String {
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
