/// How a worker works.
public struct JobWorkerConfiguration: Sendable {
    /// Jobs that run at a time.
    public var concurrency = 4
    /// How often it looks at the queue without being woken: jobs of a later time, and those of ended servers.
    public var pollMilliseconds: Int64 = 1_000
    public var retryDelay = RetryDelay()
    public var schedule = JobSchedule([])

    public init() {}
}
