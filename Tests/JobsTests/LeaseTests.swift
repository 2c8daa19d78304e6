import FoundationEssentials
import Jobs
import Postgres
import Synchronization
import Testing

extension QueueTests {
    @Suite struct LeaseTests {
        private static let state = "SELECT status || ' ' || attempts FROM jobs"
        private static let endLease = "UPDATE jobs SET locked_until = now() - interval '1 s' WHERE status = 'running'"

        /// A server hangs in the middle of a job: another one takes it over, and what the first says later is void.
        @Test func aLostJobIsTakenOver() async throws {
            try await QueueDatabase.with { queue in
                let (gate, open) = AsyncStream.makeStream(of: Never.self)
                let isHanging = Atomic(false)
                let hanging = ClosureHandler { _ in
                    isHanging.store(true, ordering: .relaxed)
                    for await _ in gate {}
                    throw JobFailure.permanent("too late")
                }
                try await queue.enqueue(NewJob(kind: "test"))
                let first = try queue.worker(hanging) { $0.concurrency = 1 }
                try await queue.running([first]) {
                    try await eventually("the first takes it") { isHanging.load(ordering: .relaxed) }
                    first.stop()
                    try queue.execute(Self.endLease)
                    try await queue.running([try queue.worker(ClosureHandler { _ in })]) {
                        try await eventually("the second finishes it") { try queue.text(Self.state) == "succeeded 2" }
                    }
                    open.finish()
                }
                #expect(try queue.text(Self.state) == "succeeded 2")
            }
        }

        /// A job that ends its server each time is not tried for ever.
        @Test func aJobThatCrashesServersDies() async throws {
            try await QueueDatabase.with { queue in
                try await queue.enqueue(NewJob(kind: "test", maximumAttempts: 2))
                try queue.execute(
                    """
                    UPDATE jobs SET status = 'running', attempts = 2, locked_by = 'gone',
                                    locked_until = now() - interval '1 s'
                    """
                )
                try await queue.running([try queue.worker(ClosureHandler { _ in })]) {
                    try await eventually("it dies") { try queue.text(Self.state) == "dead 2" }
                }
            }
        }

        @Test func stoppingFinishesTheJobAtHand() async throws {
            try await QueueDatabase.with { queue in
                let isAtWork = Atomic(false)
                let handler = ClosureHandler { _ in
                    isAtWork.store(true, ordering: .relaxed)
                    try await Task.sleep(for: .milliseconds(300))
                }
                try await queue.enqueue(NewJob(kind: "test"))
                try await queue.running([try queue.worker(handler)]) {
                    try await eventually("it is taken") { isAtWork.load(ordering: .relaxed) }
                }
                #expect(try queue.text(Self.state) == "succeeded 1")
            }
        }

        /// The drain is over: what is not done goes back, and the attempt does not count.
        @Test func cancellingPutsTheJobBack() async throws {
            try await QueueDatabase.with { queue in
                let isAtWork = Atomic(false)
                let worker = try queue.worker(
                    ClosureHandler { _ in
                        isAtWork.store(true, ordering: .relaxed)
                        try await Task.sleep(for: .seconds(600))
                    }
                )
                try await queue.enqueue(NewJob(kind: "test"))
                let run = Task { await worker.run() }
                try await eventually("it is taken") { isAtWork.load(ordering: .relaxed) }
                run.cancel()
                await run.value
                #expect(try queue.text(Self.state) == "queued 0")
            }
        }

        @Test func survivesLostConnections() async throws {
            try await QueueDatabase.with { queue in
                try await queue.running([try queue.worker(ClosureHandler { _ in })]) {
                    try await Task.sleep(for: .milliseconds(200))
                    _ = try queue.text(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """
                    )
                    try await eventually("the database is back") {
                        (try? await queue.enqueue(NewJob(kind: "test"))) != nil
                    }
                    try await eventually("it works again") {
                        try queue.text("SELECT count(*) FROM jobs WHERE status = 'succeeded'") == "1"
                    }
                }
            }
        }
    }
}
