import Postgres

/// A migration that the database has.
struct AppliedMigration: Sendable, Equatable {
    let name: String
    /// Hexadecimal SHA-256 of the `.up.sql` that was run.
    let checksum: String

    init(name: String, checksum: String) {
        self.name = name
        self.checksum = checksum
    }

    init(_ row: Row) {
        self.init(name: row.string(0), checksum: row.string(1))
    }
}

/// Reads which migrations the database has, as the server's own login may.
enum AppliedMigrations {
    static let sql = "SELECT name, checksum FROM schema_migrations ORDER BY name"
    private static let undefinedTable = "42P01"

    /// None for a database that was never migrated.
    static func read(from database: Database) async throws(DatabaseError) -> [AppliedMigration] {
        do throws(DatabaseError) {
            let rows = try await database.read([statement()], in: OwnerScope())[0]
            return rows.map(AppliedMigration.init)
        } catch {
            if case .server(let report) = error, report.sqlState == undefinedTable { return [] }
            throw error
        }
    }

    private static let statement = Statement<OwnerScope>(
        "applied migrations",
        "SELECT name, checksum FROM schema_migrations ORDER BY name"
    )
}
