public import Postgres

/// Removes jobs that ended long ago. Dead ones stay longer, for somebody to look at them.
public struct FinishedJobsCleanUp: JobHandler {
    public static let jobKind = "jobs_clean_up"
    public static let succeededLifetimeDays: Int32 = 7
    public static let deadLifetimeDays: Int32 = 30

    public var kind: String { Self.jobKind }
    private let database: Database

    public init(database: Database) {
        self.database = database
    }

    public func run(_ job: Job) async throws {
        try await Deletion.inBatches(from: database) { limit in
            Self.delete(.int32(Self.succeededLifetimeDays), .int32(Self.deadLifetimeDays), .int64(limit))
        }
    }

    private static let delete = Statement<SystemScope>(
        "delete finished jobs",
        """
        DELETE FROM jobs WHERE id IN (
            SELECT id FROM jobs
            WHERE finished_at < clock_timestamp() - make_interval(days => $1)
              AND (status = 'succeeded' OR finished_at < clock_timestamp() - make_interval(days => $2))
            LIMIT $3 FOR UPDATE SKIP LOCKED)
        """
    )
}
