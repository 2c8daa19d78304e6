import FoundationEssentials
import Postgres
import Testing

/// A database with a random name on the server of ROLLCALL_TEST_DATABASE_OWNER_URL, empty at first, and a login of its
/// own.
final class ServerDatabase: Sendable {
    /// Of the database and of the login.
    let name: String
    let ownerURL: String
    /// The URL of the login, which has no rights until `rollcall migrate` grants it the roles.
    let loginURL: String

    init() throws {
        let clusterURL = try Self.clusterURL()
        name = "rollcall_integration_\(UInt64.random(in: 0 ... .max))"
        ownerURL = clusterURL + (clusterURL.contains("?") ? "&" : "?") + "dbname=\(name)"
        loginURL = ownerURL + "&user=\(name)&password=test"
        let cluster = try Self.connectToCluster()
        try cluster.execute("CREATE DATABASE \(name) TEMPLATE template0")
        try cluster.execute("CREATE ROLE \(name) LOGIN NOINHERIT PASSWORD 'test'")
    }

    func connect() throws -> OwnerConnection {
        try OwnerConnection(ownerURL)
    }

    func drop() throws {
        let cluster = try Self.connectToCluster()
        try cluster.execute("DROP DATABASE \(name) WITH (FORCE)")
        try cluster.execute("DROP ROLE \(name)")
    }

    /// A superuser's connection to no database in particular.
    static func connectToCluster() throws -> OwnerConnection {
        try OwnerConnection(clusterURL())
    }

    private static func clusterURL() throws -> String {
        try #require(
            ProcessInfo.processInfo.environment["ROLLCALL_TEST_DATABASE_OWNER_URL"],
            "Set ROLLCALL_TEST_DATABASE_OWNER_URL to the URI of a superuser of a PostgreSQL 15 server."
        )
    }

    /// How many rows each table has.
    func rowCounts() throws -> [String: Int64] {
        let connection = try connect()
        let tables = try connection.query(
            "SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
        ).map { $0.string(0) }
        var counts: [String: Int64] = [:]
        for table in tables { counts[table] = try connection.query("SELECT count(*) FROM \(table)")[0].int64(0) }
        return counts
    }
}
