/// Reasons for a worker to look at the queue. Any number of them that come while it looks are one.
struct WakeUps: Sendable {
    /// Ends with ``end()``, or with the task that reads it.
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func wake() {
        continuation.yield()
    }

    func end() {
        continuation.finish()
    }

    /// Wakes at this pace until the task is cancelled.
    func tick(everyMilliseconds interval: Int64) async {
        repeat { wake() } while await slept(interval)
    }

    private func slept(_ milliseconds: Int64) async -> Bool {
        do {
            try await Task.sleep(for: .milliseconds(milliseconds))
            return true
        } catch { return false }
    }
}
