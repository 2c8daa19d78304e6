import Postgres

/// Brings the database's schema forward and back, one migration per transaction, under a lock that keeps two runs
/// from doing it at once.
struct Migrator {
    let connection: OwnerConnection
    let files: MigrationFiles

    /// Any constant that nothing else in the database locks.
    private static let lockKey = 7_246_655_291

    /// Applies what is missing and answers the names of what was applied.
    func migrate(progress: (String) -> Void = { _ in }) throws(MigrationError) -> [String] {
        try withLock { () throws(MigrationError) in
            let applied = try applied()
            try files.check(applied)
            let pending = files.pending(after: applied)
            for migration in pending {
                try run(migration.up, of: migration) { () throws(DatabaseError) in
                    _ = try connection.query(
                        "INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)",
                        [.text(migration.name), .text(migration.checksum)]
                    )
                }
                progress("Applied \(migration.name)")
            }
            return pending.map(\.name)
        }
    }

    /// Takes the last migrations back and answers their names, the newest first.
    func rollBack(steps: Int, progress: (String) -> Void = { _ in }) throws(MigrationError) -> [String] {
        try withLock { () throws(MigrationError) in
            let applied = try applied()
            try files.check(applied)
            let names = applied.map(\.name).sorted().suffix(steps).reversed()
            for name in names {
                guard let migration = files.migrations.first(where: { $0.name == name }) else { continue }
                try run(migration.down, of: migration) { () throws(DatabaseError) in
                    _ = try connection.query("DELETE FROM schema_migrations WHERE name = $1", [.text(name)])
                }
                progress("Took back \(name)")
            }
            return Array(names)
        }
    }

    private func run(
        _ sql: String,
        of migration: Migration,
        record: () throws(DatabaseError) -> Void
    ) throws(MigrationError) {
        do throws(DatabaseError) {
            try connection.execute("BEGIN")
            try connection.execute(sql)
            try record()
            try connection.execute("COMMIT")
        } catch {
            try? connection.execute("ROLLBACK")
            throw .failed(migration.name, error)
        }
    }

    private func applied() throws(MigrationError) -> [AppliedMigration] {
        do throws(DatabaseError) {
            return try connection.query(AppliedMigrations.sql).map(AppliedMigration.init)
        } catch {
            throw .database(error)
        }
    }

    private func withLock<Value>(_ body: () throws(MigrationError) -> Value) throws(MigrationError) -> Value {
        do throws(DatabaseError) {
            try connection.execute("SELECT pg_advisory_lock(\(Self.lockKey))")
            try connection.execute(Self.createTable)
        } catch {
            throw .database(error)
        }
        defer { try? connection.execute("SELECT pg_advisory_unlock(\(Self.lockKey))") }
        return try body()
    }

    /// The server's login, which has no rights of its own, compares it with its files.
    private static let createTable = """
        CREATE TABLE IF NOT EXISTS public.schema_migrations (
          name       text PRIMARY KEY,
          checksum   text NOT NULL,
          applied_at timestamptz NOT NULL DEFAULT now()
        );
        GRANT SELECT ON public.schema_migrations TO PUBLIC;
        """
}
