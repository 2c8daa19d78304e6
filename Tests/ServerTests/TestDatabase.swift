import FoundationEssentials
import Postgres

/// A database of its own for one test, in the cluster that ROLLCALL_TEST_DATABASE_OWNER_URL names.
struct TestDatabase {
    static let serverURL = ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"]

    let url: String
    private let name: String

    init() throws {
        guard let serverURL = Self.serverURL else { throw DatabaseError.unavailable("no test database") }
        name = "rollcall_server_test_\(UInt64.random(in: 0 ... .max))"
        try OwnerConnection(serverURL).execute("CREATE DATABASE \(name) TEMPLATE template0")
        url = serverURL + (serverURL.contains("?") ? "&" : "?") + "dbname=\(name)"
    }

    func connect() throws -> OwnerConnection {
        try OwnerConnection(url)
    }

    func drop() throws {
        guard let serverURL = Self.serverURL else { return }
        try OwnerConnection(serverURL).execute("DROP DATABASE \(name) WITH (FORCE)")
    }

    /// Makes the database for the body and removes it afterwards.
    static func with(_ body: (TestDatabase) async throws -> Void) async throws {
        let database = try TestDatabase()
        do {
            try await body(database)
        } catch {
            try database.drop()
            throw error
        }
        try database.drop()
    }
}
