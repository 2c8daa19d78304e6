import Postgres
import Synchronization
import Time

/// Enqueues recurring work once for each slot of its interval, however many servers do so: the job's id comes from
/// kind and slot, so the primary key admits only the first.
final class JobScheduler: Sendable {
    private let schedule: JobSchedule
    private let database: Database
    private let clock: ServerClock
    /// The last slot of each entry that this server has enqueued.
    private let slots = Mutex<[String: Int64]>([:])

    init(schedule: JobSchedule, database: Database, clock: ServerClock) {
        self.schedule = schedule
        self.database = database
        self.clock = clock
    }

    /// Sends nothing as long as no new slot has begun. What fell into a time without servers is not made up for.
    func enqueueDue() async throws(DatabaseError) {
        let now = clock.now().secondsSinceEpoch
        let due = slots.withLock { slots in
            schedule.entries.map { ($0.kind, now / $0.intervalSeconds) }.filter { slots[$0.0] != $0.1 }
        }
        guard !due.isEmpty else { return }
        try await database.transaction(in: SystemScope()) { (transaction) throws(DatabaseError) in
            _ = try await transaction.pipeline(due.map { Self.insert(.text("\($0.0) \($0.1)"), .text($0.0)) })
        }
        slots.withLock { slots in
            for (kind, slot) in due { slots[kind] = slot }
        }
    }

    private static let insert = Statement<SystemScope>(
        "enqueue scheduled job",
        "INSERT INTO jobs (id, kind) VALUES (md5($1)::uuid, $2) ON CONFLICT DO NOTHING"
    )
}
