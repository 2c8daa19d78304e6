import Jobs
import Postgres
import Time

/// Removes idempotency keys that have expired; nobody is answered from them any more.
struct IdempotencyKeysCleanUp: JobHandler {
    static let jobKind = "idempotency_keys_clean_up"

    var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// - Parameter clock: the one that the keys' own instants come from.
    init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        let now = Parameter.timestamp(clock.now())
        try await Deletion.inBatches(from: database) { Self.delete(now, .int64($0)) }
    }

    private static let delete = Statement<SystemScope>(
        "delete expired idempotency keys",
        """
        DELETE FROM idempotency_keys WHERE (organization_id, actor_id, key) IN (
            SELECT organization_id, actor_id, key FROM idempotency_keys WHERE expires_at <= $1 LIMIT $2)
          AND expires_at <= $1
        """
    )
}
