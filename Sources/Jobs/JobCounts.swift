public import Postgres

/// How the queue stands.
public struct JobCounts: Sendable, Equatable {
    public let queued: Int64
    public let running: Int64
    public let dead: Int64
    /// How long the longest waiting job that is due has waited; nil when none is due.
    public let oldestDueSeconds: Double?

    /// One statement, in a trip of its own.
    public static func read(from database: Database) async throws(DatabaseError) -> JobCounts {
        let row = try await database.read([statement()], in: SystemScope())[0][0]
        return JobCounts(
            queued: row.int64(0),
            running: row.int64(1),
            dead: row.int64(2),
            oldestDueSeconds: row.isNull(3) ? nil : row.double(3)
        )
    }

    /// Each count has an index of its own rows; finished ones, which are most, are not read.
    private static let statement = Statement<SystemScope>(
        "count jobs",
        """
        SELECT (SELECT count(*) FROM jobs WHERE status = 'queued'),
               (SELECT count(*) FROM jobs WHERE status = 'running'),
               (SELECT count(*) FROM jobs WHERE status = 'dead' AND finished_at IS NOT NULL),
               (SELECT extract(epoch FROM clock_timestamp() - min(run_at))::double precision FROM jobs
                WHERE status = 'queued' AND run_at <= clock_timestamp())
        """
    )
}
