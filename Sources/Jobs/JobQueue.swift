import FoundationEssentials
import Postgres

/// The table of jobs as one worker sees it. Instants are the database's, so that servers' clocks need not agree.
struct JobQueue: Sendable {
    let database: Database
    /// What leases are held by; no two workers have the same.
    let workerName: String
    let retryDelay: RetryDelay
    /// Kinds and the seconds that their leases last.
    let leases: [String: Int32]

    /// The lease outlasts the handler's time limit by this, for the outcome to be written.
    static let leaseMarginSeconds: Int32 = 30

    init(database: Database, workerName: String, retryDelay: RetryDelay, handlers: [any JobHandler]) {
        self.database = database
        self.workerName = workerName
        self.retryDelay = retryDelay
        leases = Dictionary(
            uniqueKeysWithValues: handlers.map { ($0.kind, $0.timeLimitSeconds + Self.leaseMarginSeconds) }
        )
    }

    /// Takes jobs that are due, the longest waiting first; those whose lease has run out are due again.
    func take(limit: Int) async throws(DatabaseError) -> [Job] {
        try await database.transaction(in: SystemScope()) { (transaction) throws(DatabaseError) in
            let results = try await transaction.pipeline([
                Self.reclaim(),
                Self.take(
                    .texts(Array(leases.keys)),
                    .int32s(Array(leases.values)),
                    .int64(Int64(limit)),
                    .text(workerName)
                ),
            ])
            return results[1].map(Job.init)
        }
    }

    /// Writes how the job ended, unless its lease has gone to somebody else meanwhile.
    func settle(_ job: Job, _ outcome: JobOutcome) async throws(DatabaseError) {
        try await database.transaction(in: SystemScope()) { (transaction) throws(DatabaseError) in
            _ = try await transaction.run(statement(for: outcome, of: job))
        }
    }

    private func statement(for outcome: JobOutcome, of job: Job) -> BoundStatement<SystemScope> {
        let lease: [Parameter] = [.uuid(job.id), .text(workerName), .int32(job.attempts)]
        switch outcome {
        case .succeeded: return Self.succeed.bind(lease)
        case .released: return Self.release.bind(lease)
        case .buried(let reason): return Self.bury.bind(lease + [.text(Self.stored(reason))])
        case .failed(let reason) where job.attempts >= job.maximumAttempts:
            return Self.bury.bind(lease + [.text(Self.stored(reason))])
        case .failed(let reason):
            let seconds = Double(retryDelay.milliseconds(after: job.attempts)) / 1_000
            return Self.retry.bind(lease + [.text(Self.stored(reason)), .double(seconds)])
        }
    }

    /// As much of a reason as is kept; PostgreSQL stores no NUL.
    private static func stored(_ reason: String) -> String {
        String(reason.unicodeScalars.lazy.filter { $0.value != 0 }.prefix(1_000).map(Character.init))
    }

    /// Whoever held the lease is gone. A job that ended its server each time is not tried for ever.
    private static let reclaim = Statement<SystemScope>(
        "reclaim jobs",
        """
        UPDATE jobs SET
            status = CASE WHEN attempts >= max_attempts THEN 'dead' ELSE 'queued' END::job_status,
            finished_at = CASE WHEN attempts >= max_attempts THEN clock_timestamp() END,
            last_error = 'The lease ran out before the outcome was known.', locked_by = NULL, locked_until = NULL
        WHERE id IN (SELECT id FROM jobs WHERE status = 'running' AND locked_until < clock_timestamp()
                     FOR UPDATE SKIP LOCKED)
        """
    )

    /// The order of an UPDATE's rows is not that of its subquery, so that is restored.
    private static let take = Statement<SystemScope>(
        "take jobs",
        """
        WITH due AS (
            SELECT jobs.id, lease.seconds
            FROM jobs JOIN unnest($1::text[], $2::int[]) AS lease (kind, seconds) USING (kind)
            WHERE status = 'queued' AND run_at <= clock_timestamp()
            ORDER BY run_at LIMIT $3 FOR UPDATE OF jobs SKIP LOCKED
        ), taken AS (
            UPDATE jobs SET status = 'running', attempts = attempts + 1, locked_by = $4,
                            locked_until = clock_timestamp() + make_interval(secs => due.seconds)
            FROM due WHERE jobs.id = due.id
            RETURNING jobs.*
        )
        SELECT \(Job.columns) FROM taken AS jobs ORDER BY run_at
        """
    )

    private static let holdsLease = "WHERE id = $1 AND status = 'running' AND locked_by = $2 AND attempts = $3"

    private static let succeed = Statement<SystemScope>(
        "finish job",
        """
        UPDATE jobs SET status = 'succeeded', finished_at = clock_timestamp(), last_error = NULL,
                        locked_by = NULL, locked_until = NULL
        \(holdsLease)
        """
    )

    private static let bury = Statement<SystemScope>(
        "bury job",
        """
        UPDATE jobs SET status = 'dead', finished_at = clock_timestamp(), last_error = $4,
                        locked_by = NULL, locked_until = NULL
        \(holdsLease)
        """
    )

    private static let retry = Statement<SystemScope>(
        "put job back",
        """
        UPDATE jobs SET status = 'queued', run_at = clock_timestamp() + make_interval(secs => $5), last_error = $4,
                        locked_by = NULL, locked_until = NULL
        \(holdsLease)
        """
    )

    private static let release = Statement<SystemScope>(
        "release job",
        """
        UPDATE jobs SET status = 'queued', attempts = attempts - 1, locked_by = NULL, locked_until = NULL
        \(holdsLease)
        """
    )
}
