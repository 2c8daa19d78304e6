import FoundationEssentials
import Logging
import Postgres
import Synchronization
import Testing

/// Tests on a real server, one after another: its connections are few.
@Suite(.serialized) enum DatabaseTests {}

/// A database of its own for one test, on the server that ROLLCALL_TEST_DATABASE_OWNER_URL names; dropped in the end.
final class TestDatabase: Sendable {
    static let login = "rollcall_test_login"
    let name: String
    private let serverURL: String

    init() throws {
        serverURL = try Self.serverURL()
        name = "rollcall_test_\(UUID().uuidString.prefix(8).lowercased())"
        let server = try OwnerConnection(serverURL)
        try server.execute("CREATE DATABASE \(name)")
        try server.execute(Self.roles)
    }

    static func serverURL() throws -> String {
        try #require(
            ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"],
            "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
        )
    }

    deinit {
        try? OwnerConnection(serverURL).execute("DROP DATABASE \(name) WITH (FORCE)")
    }

    var ownerURL: String { url("dbname=\(name)") }
    var loginURL: String { url("dbname=\(name)&user=\(Self.login)&password=test") }

    func owner() throws -> OwnerConnection {
        try OwnerConnection(ownerURL)
    }

    func configured(_ configure: (inout DatabaseConfiguration) -> Void = { _ in }) -> DatabaseConfiguration {
        var configuration = DatabaseConfiguration(connectionString: loginURL)
        // A busy machine makes tests slow, not wrong.
        configuration.idleInTransactionTimeoutMilliseconds = 120_000
        configure(&configuration)
        return configuration
    }

    /// Starts a pool as the login and shuts it down behind the body.
    func with(
        _ configuration: DatabaseConfiguration? = nil,
        _ body: (Database) async throws -> Void
    ) async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .error
        let database = Database(configuration: configuration ?? configured(), logger: logger)
        try await database.start()
        do {
            try await body(database)
        } catch {
            await database.shutdown()
            throw error
        }
        await database.shutdown()
    }

    private func url(_ query: String) -> String {
        serverURL + (serverURL.contains("?") ? "&" : "?") + query
    }

    /// Roles belong to the whole server, so tests that run at the same time make them one after another.
    private static let roles = """
        BEGIN;
        SELECT pg_advisory_xact_lock(7315);
        DO $$
        DECLARE name text;
        BEGIN
          FOREACH name IN ARRAY ARRAY['app_user', 'app_auth', 'app_platform'] LOOP
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
              EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
            END IF;
          END LOOP;
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(login)') THEN
            CREATE ROLE \(login) LOGIN NOINHERIT PASSWORD 'test';
            GRANT app_user, app_auth, app_platform TO \(login);
          END IF;
        END $$;
        COMMIT;
        """
}

extension BoundStatement where S == OwnerScope {
    /// A statement written where it is used.
    static func sql(_ sql: String, _ parameters: Parameter...) -> BoundStatement<OwnerScope> {
        Statement<OwnerScope>("test", sql).bind(parameters)
    }
}

extension Database {
    /// One statement as the login, and its result.
    func query(_ sql: String, _ parameters: Parameter...) async throws(DatabaseError) -> ResultSet {
        try await read([Statement<OwnerScope>("test", sql).bind(parameters)], in: OwnerScope())[0]
    }
}

extension DatabaseError {
    var serverError: ServerError? {
        if case .server(let error) = self { error } else { nil }
    }
}

/// Calls the body until it answers true; fails after a minute.
func eventually(_ what: Comment, _ body: () async throws -> Bool) async throws {
    for _ in 0..<3_000 {
        if try await body() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what)
}
