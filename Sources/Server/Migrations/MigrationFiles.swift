import FoundationEssentials

/// One step of the database's schema: `NNNN_verb_noun.up.sql` and the `.down.sql` that takes it back.
struct Migration: Sendable, Equatable {
    /// `NNNN_verb_noun`; the numbers give the order.
    let name: String
    let up: String
    let down: String

    /// Hexadecimal SHA-256 of the `.up.sql`.
    var checksum: String { SHA256Digest(of: Array(up.utf8)).hexadecimal }
}

/// The migrations that this version of the server brings, in order.
struct MigrationFiles: Sendable {
    let migrations: [Migration]

    init(_ migrations: [Migration]) {
        self.migrations = migrations
    }

    init(directory: String) throws(MigrationError) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw .directoryMissing(directory)
        }
        var migrations: [Migration] = []
        for file in names.sorted() where file.hasSuffix(".up.sql") {
            let name = String(file.dropLast(".up.sql".count))
            migrations.append(
                Migration(
                    name: name,
                    up: try Self.text("\(directory)/\(file)"),
                    down: try Self.text("\(directory)/\(name).down.sql")
                )
            )
        }
        guard !migrations.isEmpty else { throw .directoryMissing(directory) }
        self.migrations = migrations
    }

    private static func text(_ path: String) throws(MigrationError) -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .fileMissing(path) }
        return text
    }

    /// Those that were not applied yet.
    func pending(after applied: [AppliedMigration]) -> [Migration] {
        let names = Set(applied.map(\.name))
        return migrations.filter { !names.contains($0.name) }
    }

    /// Holds what was applied to the files: each must still be there as it was.
    func check(_ applied: [AppliedMigration]) throws(MigrationError) {
        let files = Dictionary(uniqueKeysWithValues: migrations.map { ($0.name, $0) })
        for migration in applied {
            guard let file = files[migration.name] else { throw .unknown(migration.name) }
            guard file.checksum == migration.checksum else { throw .edited(migration.name) }
        }
        if let last = applied.map(\.name).max(), let gap = pending(after: applied).first(where: { $0.name < last }) {
            throw .outOfOrder(gap.name, last)
        }
    }
}
