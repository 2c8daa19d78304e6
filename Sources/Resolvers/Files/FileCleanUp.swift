import Files
import FoundationEssentials
import Jobs
import Postgres
import Time

/// Erases the bytes of files that were deleted, refused or never completed.
struct FileCleanUp: JobHandler {
    static let jobKind = "files_clean_up"
    /// How long an upload may take to be completed.
    static let pendingHours: Int64 = 24
    private static let batchCount: Int64 = 500

    var kind: String { Self.jobKind }
    private let database: Database
    private let storage: FileStorage
    private let clock: ServerClock

    /// - Parameter clock: the one that the files' own instants come from.
    init(database: Database, storage: FileStorage, clock: ServerClock = .system) {
        self.database = database
        self.storage = storage
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        let limit = Parameter.timestamp(clock.now().adding(hours: -Self.pendingHours))
        while true {
            let rows = try await database.transaction(in: SystemScope()) { transaction in
                try await transaction.run(Self.giveUp(limit, .int64(Self.batchCount)))
            }
            guard !rows.isEmpty else { return }
            for row in rows {
                try await storage.erase(FileKey(organizationID: row.uuid(0), fileID: row.uuid(1)))
            }
            let organizations = rows.map { $0.uuid(0) }
            let files = rows.map { $0.uuid(1) }
            try await database.transaction(in: SystemScope()) { transaction in
                _ = try await transaction.run(
                    Self.erased(.uuids(organizations), .uuids(files), .timestamp(clock.now()))
                )
            }
        }
    }

    /// What is to be erased; uploads that nobody completed are refused from now on.
    private static let giveUp = Statement<SystemScope>(
        "files to erase",
        """
        UPDATE files f SET status = CASE f.status WHEN 'deleted' THEN 'deleted' ELSE 'rejected' END
        FROM (SELECT x.organization_id, x.id FROM files x
              WHERE x.status <> 'ready' AND x.erased_at IS NULL AND (x.status <> 'pending' OR x.created_at < $1)
              ORDER BY x.created_at LIMIT $2 FOR UPDATE SKIP LOCKED) due
        WHERE f.organization_id = due.organization_id AND f.id = due.id
        RETURNING f.organization_id, f.id
        """
    )

    private static let erased = Statement<SystemScope>(
        "files erased",
        """
        UPDATE files f SET erased_at = $3
        FROM unnest($1::uuid[], $2::uuid[]) AS due (organization_id, id)
        WHERE f.organization_id = due.organization_id AND f.id = due.id
        """
    )
}
