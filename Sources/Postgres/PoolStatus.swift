internal import Synchronization

/// Whether the database can be reached just now.
public enum DatabaseState: Sendable, Equatable {
    /// ``Database/start()`` was not called yet.
    case notStarted
    case available(readyConnections: Int)
    /// No connection; with the reason of the last failure.
    case unavailable(String)
    case closed
}

/// What other threads may know of the pool.
final class PoolStatus: Sendable {
    private let state = Mutex(DatabaseState.notStarted)

    var current: DatabaseState {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}
