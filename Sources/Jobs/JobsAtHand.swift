import FoundationEssentials
import Synchronization

/// What a worker is doing just now.
///
/// The jobs run in tasks that are no children of the worker's: a cancelled worker still writes how they ended.
final class JobsAtHand: Sendable {
    private struct State {
        /// The handlers' tasks.
        var attempts: [UUID: Task<Void, any Error>] = [:]
        /// Attempt and the writing of its outcome.
        var whole: [UUID: Task<Void, Never>] = [:]
        var isCancelled = false
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.whole.count } }

    /// Whether all were told to end early.
    var isCancelled: Bool { state.withLock { $0.isCancelled } }

    /// Starts the body, which must call ``attempt(_:_:)`` and then ``remove(_:)``.
    func add(_ id: UUID, _ body: @escaping @Sendable () async -> Void) {
        // Within the lock, so that the body cannot be removed before it was added.
        state.withLock { $0.whole[id] = Task { await body() } }
    }

    func remove(_ id: UUID) {
        state.withLock { $0.whole[id] = nil }
    }

    /// Runs the handler in a task of its own, which a time limit and ``cancel()`` can cancel.
    ///
    /// - Returns: how it ended, and whether it was cancelled for taking too long.
    func attempt(
        _ id: UUID,
        limitSeconds: Int32,
        _ body: @escaping @Sendable () async throws -> Void
    ) async -> (result: Result<Void, any Error>, isTooSlow: Bool) {
        let attempt = Task { try await body() }
        let mustCancel = state.withLock { state in
            state.attempts[id] = attempt
            return state.isCancelled
        }
        if mustCancel { attempt.cancel() }
        let limit = Task {
            do { try await Task.sleep(for: .seconds(Int64(limitSeconds))) } catch { return false }
            attempt.cancel()
            return true
        }
        let result = await attempt.result
        limit.cancel()
        state.withLock { $0.attempts[id] = nil }
        return (result, await limit.value)
    }

    /// Tells every handler to end early.
    func cancel() {
        let attempts = state.withLock { state in
            state.isCancelled = true
            return Array(state.attempts.values)
        }
        for attempt in attempts { attempt.cancel() }
    }

    /// Waits until all have ended and their outcomes are written.
    func finish() async {
        while let task = state.withLock({ $0.whole.values.first }) { await task.value }
    }
}
