import FoundationEssentials
import JSON
import Jobs
import Postgres
import Synchronization
import Testing
import Time

extension QueueTests {
    @Suite struct WorkerTests {
        private static let states = "SELECT string_agg(status || ' ' || attempts, ',' ORDER BY created_at) FROM jobs"

        /// Several servers share the queue, and no job runs twice.
        @Test func everyJobRunsOnce() async throws {
            try await QueueDatabase.with { queue in
                let runs = Mutex<[Int64: Int]>([:])
                let handler = ClosureHandler { job in
                    runs.withLock { $0[job.payload["n"]?.intValue ?? -1, default: 0] += 1 }
                    try await Task.sleep(for: .milliseconds(2))
                }
                for n in 0..<60 { try await queue.enqueue(NewJob(kind: "test", payload: ["n": .int(Int64(n))])) }
                let workers = try (0..<3).map { _ in try queue.worker(handler) }
                try await queue.running(workers) {
                    try await eventually("all jobs succeed") {
                        try queue.text("SELECT count(*) FROM jobs WHERE status = 'succeeded'") == "60"
                    }
                }
                #expect(runs.withLock { $0.count } == 60)
                #expect(runs.withLock { $0.values.allSatisfy { $0 == 1 } })
            }
        }

        /// A commit wakes a worker that would look only after a minute.
        @Test func aCommitWakesTheWorker() async throws {
            try await QueueDatabase.with { queue in
                let took = Mutex<Duration?>(nil)
                let start = Mutex(ContinuousClock.now)
                let handler = ClosureHandler { _ in took.withLock { $0 = start.withLock { $0.duration(to: .now) } } }
                let worker = try queue.worker(handler) { $0.pollMilliseconds = 60_000 }
                try await queue.running([worker]) {
                    try await eventually("it listens") {
                        try queue.text("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'") != "0"
                    }
                    start.withLock { $0 = .now }
                    try await queue.enqueue(NewJob(kind: "test"))
                    try await eventually("it is woken") { took.withLock { $0 != nil } }
                }
                #expect(try #require(took.withLock { $0 }) < .seconds(30))
            }
        }

        @Test func triesAgainUntilItSucceeds() async throws {
            try await QueueDatabase.with { queue in
                let handler = ClosureHandler { job in
                    if job.attempts < 3 { throw JobFailure.temporary("attempt \(job.attempts)") }
                }
                try await queue.enqueue(NewJob(kind: "test"))
                try await queue.running([try queue.worker(handler)]) {
                    try await eventually("it succeeds") { try queue.text(Self.states) == "succeeded 3" }
                }
                #expect(try queue.text("SELECT last_error IS NULL FROM jobs") == "true")
            }
        }

        @Test func diesAfterTheLastAttempt() async throws {
            try await QueueDatabase.with { queue in
                let handler = ClosureHandler { _ in throw JobFailure.temporary("no answer") }
                try await queue.enqueue(NewJob(kind: "test", maximumAttempts: 3))
                try await queue.running([try queue.worker(handler)]) {
                    try await eventually("it dies") { try queue.text(Self.states) == "dead 3" }
                }
                #expect(try queue.text("SELECT last_error FROM jobs") == "no answer")
                #expect(try await JobCounts.read(from: queue.database).dead == 1)
            }
        }

        @Test func diesAtOnceWhenTryingAgainCannotHelp() async throws {
            try await QueueDatabase.with { queue in
                let handler = ClosureHandler { _ in throw JobFailure.permanent("refused") }
                try await queue.enqueue(NewJob(kind: "test"))
                try await queue.running([try queue.worker(handler)]) {
                    try await eventually("it dies") { try queue.text(Self.states) == "dead 1" }
                }
            }
        }

        @Test func anAttemptHasATimeLimit() async throws {
            try await QueueDatabase.with { queue in
                let handler = ClosureHandler(timeLimitSeconds: 1) { _ in try await Task.sleep(for: .seconds(600)) }
                try await queue.enqueue(NewJob(kind: "test", maximumAttempts: 1))
                try await queue.running([try queue.worker(handler)]) {
                    try await eventually("it is cut off") { try queue.text(Self.states) == "dead 1" }
                }
                #expect(try queue.text("SELECT last_error FROM jobs") == "It took longer than 1 s.")
            }
        }

        @Test func waitsForItsTime() async throws {
            try await QueueDatabase.with { queue in
                let runs = Atomic(0)
                let handler = ClosureHandler { _ in runs.add(1, ordering: .relaxed) }
                try await queue.enqueue(NewJob(kind: "test", runAt: .now().adding(hours: 1)))
                try await queue.running([try queue.worker(handler)]) {
                    try await Task.sleep(for: .milliseconds(300))
                    #expect(runs.load(ordering: .relaxed) == 0)
                    try queue.execute("UPDATE jobs SET run_at = now()")
                    try await eventually("it runs") { try queue.text(Self.states) == "succeeded 1" }
                }
            }
        }

        @Test func leavesOtherKindsAlone() async throws {
            try await QueueDatabase.with { queue in
                try await queue.enqueue(NewJob(kind: "of another version"))
                try await queue.enqueue(NewJob(kind: "test"))
                try await queue.running([try queue.worker(ClosureHandler { _ in })]) {
                    try await eventually("its own succeeds") { try queue.text(Self.states) == "queued 0,succeeded 1" }
                }
            }
        }
    }
}
