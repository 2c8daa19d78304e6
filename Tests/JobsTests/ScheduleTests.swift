import FoundationEssentials
import Jobs
import Postgres
import Synchronization
import Testing
import Time

extension QueueTests {
    @Suite struct ScheduleTests {
        /// Three servers, one job for each slot.
        @Test func runsOncePerSlot() async throws {
            try await QueueDatabase.with { queue in
                let clock = Mutex(Timestamp(secondsSinceEpoch: 1_800_000_000))
                let runs = Atomic(0)
                let handler = ClosureHandler { _ in runs.add(1, ordering: .relaxed) }
                let workers = try (0..<3).map { _ in
                    var configuration = JobWorkerConfiguration()
                    configuration.pollMilliseconds = 20
                    configuration.schedule = JobSchedule([.init(kind: "test", everySeconds: 3_600)])
                    return try JobWorker(
                        database: queue.database,
                        handlers: [handler],
                        configuration: configuration,
                        clock: ServerClock { clock.withLock { $0 } },
                        onEvent: { _ in }
                    )
                }
                try await queue.running(workers) {
                    for slot in 1...3 {
                        try await eventually("slot \(slot) runs") { runs.load(ordering: .relaxed) == slot }
                        try await Task.sleep(for: .milliseconds(100))
                        #expect(runs.load(ordering: .relaxed) == slot)
                        clock.withLock { $0 = $0.adding(hours: 1) }
                    }
                    try await eventually("the last slot runs") { runs.load(ordering: .relaxed) == 4 }
                }
                #expect(try queue.text("SELECT count(*) FROM jobs WHERE status = 'succeeded'") == "4")
            }
        }

        @Test func oldJobsAreRemoved() async throws {
            try await QueueDatabase.with { queue in
                try queue.execute(
                    """
                    INSERT INTO jobs (kind, status, finished_at)
                    SELECT status || days, status::job_status, now() - make_interval(days => days)
                    FROM unnest(ARRAY['succeeded', 'dead']) AS status, unnest(ARRAY[6, 8, 31]) AS days
                    """
                )
                try await queue.enqueue(NewJob(kind: FinishedJobsCleanUp.jobKind))
                let worker = try JobWorker(
                    database: queue.database,
                    handlers: [FinishedJobsCleanUp(database: queue.database)],
                    onEvent: { _ in }
                )
                try await queue.running([worker]) {
                    try await eventually("it succeeds") {
                        try queue.text("SELECT status FROM jobs WHERE kind = 'jobs_clean_up'") == "succeeded"
                    }
                }
                let left = try queue.text("SELECT string_agg(kind, ' ' ORDER BY kind) FROM jobs")
                #expect(left == "dead6 dead8 jobs_clean_up succeeded6")
            }
        }

        @Test func countsAndListsForPlatformAdministrators() async throws {
            try await QueueDatabase.with { queue in
                let empty = try await JobCounts.read(from: queue.database)
                #expect(empty.queued == 0 && empty.oldestDueSeconds == nil)
                for kind in ["a", "b"] { try await queue.enqueue(NewJob(kind: kind)) }
                try queue.execute(
                    """
                    UPDATE jobs SET run_at = now() - interval '90 s' WHERE kind = 'a';
                    INSERT INTO jobs (kind, status, finished_at, last_error) VALUES ('c', 'dead', now(), 'why');
                    INSERT INTO jobs (kind, status, locked_by, locked_until) VALUES ('d', 'running', 'w', now())
                    """
                )
                let counts = try await JobCounts.read(from: queue.database)
                #expect((counts.queued, counts.running, counts.dead) == (2, 1, 1))
                #expect((90..<120).contains(try #require(counts.oldestDueSeconds)))
                let scope = PlatformScope(userID: UUID())
                let dead = try await queue.database.read([ListedJob.statement(status: "dead", limit: 50)], in: scope)
                #expect(dead[0].map { ListedJob($0).lastError } == ["why"])
                let all = try await queue.database.read([ListedJob.statement(status: nil, limit: 3)], in: scope)
                #expect(all[0].count == 3)
            }
        }
    }
}
