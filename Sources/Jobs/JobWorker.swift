import FoundationEssentials
public import Postgres
import Synchronization
public import Time

/// Takes jobs from the queue and runs them. Any number of workers, on any number of servers, share one queue.
public final class JobWorker: Sendable {
    private let queue: JobQueue
    private let handlers: [String: any JobHandler]
    private let configuration: JobWorkerConfiguration
    private let scheduler: JobScheduler
    private let listener: NotificationListener
    private let wakeUps: WakeUps
    private let atHand = JobsAtHand()
    private let isStopped = Atomic(false)
    private let onEvent: @Sendable (JobEvent) -> Void
    private static let settlingAttempts = 5

    /// - Parameters:
    ///   - handlers: at most one for each kind; jobs of other kinds are left for others.
    ///   - onEvent: called from any thread.
    public init(
        database: Database,
        handlers: [any JobHandler],
        configuration: JobWorkerConfiguration = JobWorkerConfiguration(),
        clock: ServerClock = .system,
        onEvent: @escaping @Sendable (JobEvent) -> Void
    ) throws(DatabaseError) {
        let wakeUps = WakeUps()
        self.wakeUps = wakeUps
        self.configuration = configuration
        self.onEvent = onEvent
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind, $0) })
        queue = JobQueue(
            database: database,
            workerName: Self.newName(),
            retryDelay: configuration.retryDelay,
            handlers: handlers
        )
        scheduler = JobScheduler(schedule: configuration.schedule, database: database, clock: clock)
        listener = try NotificationListener(database.configuration, channel: NewJob.channel) { wakeUps.wake() }
    }

    /// Works until ``stop()``, then finishes the jobs at hand. When the task is cancelled, the jobs at hand are told to
    /// end, and those that do not get to their end are put back for others.
    public func run() async {
        await withTaskCancellationHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.listener.run() }
                group.addTask { await self.wakeUps.tick(everyMilliseconds: self.configuration.pollMilliseconds) }
                for await _ in wakeUps.stream { await look() }
                group.cancelAll()
            }
            await atHand.finish()
        } onCancel: {
            stop()
            atHand.cancel()
        }
    }

    /// Takes no further jobs.
    public func stop() {
        isStopped.store(true, ordering: .relaxed)
        wakeUps.end()
    }

    /// Takes what is due, as far as there is room.
    private func look() async {
        do {
            try await scheduler.enqueueDue()
            let room = configuration.concurrency - atHand.count
            guard room > 0, !isStopped.load(ordering: .relaxed) else { return }
            let jobs = try await queue.take(limit: room)
            for job in jobs { start(job) }
        } catch DatabaseError.cancelled {
            return
        } catch {
            onEvent(.queueUnavailable(reason: String(describing: error)))
        }
    }

    private func start(_ job: Job) {
        atHand.add(job.id) { [self] in
            await settle(job, await outcome(of: job))
            atHand.remove(job.id)
            // There is room again.
            wakeUps.wake()
        }
    }

    private func outcome(of job: Job) async -> JobOutcome {
        guard let handler = handlers[job.kind] else { return .released }
        let limit = handler.timeLimitSeconds
        let (result, isTooSlow) = await atHand.attempt(job.id, limitSeconds: limit) { try await handler.run(job) }
        switch result {
        case .success: return .succeeded
        case .failure where isTooSlow: return .failed("It took longer than \(limit) s.")
        case .failure where atHand.isCancelled: return .released
        case .failure(let error): return JobOutcome(error)
        }
    }

    /// Tries again for a while when the database is away: a lost outcome means that the job runs twice.
    private func settle(_ job: Job, _ outcome: JobOutcome) async {
        var reason = ""
        for _ in 0..<Self.settlingAttempts {
            do {
                try await queue.settle(job, outcome)
                return onEvent(JobEvent(job, outcome))
            } catch {
                reason = String(describing: error)
                if error == .closed { break }
                try? await Task.sleep(for: .seconds(1))
            }
        }
        onEvent(.outcomeLost(kind: job.kind, id: job.id, reason: reason))
    }

    /// Tells operators where a job runs; the random end makes it unique.
    private static func newName() -> String {
        let process = ProcessInfo.processInfo
        return "\(process.hostName)/\(process.processIdentifier)/\(UUID().uuidString.prefix(8))"
    }
}
