import Synchronization

/// Bytes of request bodies that all connections together may hold in memory.
final class BodyBudget: Sendable {
    private let maximumBytes: Int
    private let heldBytes = Atomic(0)

    init(maximumBytes: Int) {
        self.maximumBytes = maximumBytes
    }

    /// Whether there is room; it must then be given back with ``release(_:)``.
    func reserve(_ bytes: Int) -> Bool {
        let held = heldBytes.add(bytes, ordering: .relaxed).newValue
        if held <= maximumBytes { return true }
        release(bytes)
        return false
    }

    func release(_ bytes: Int) {
        heldBytes.subtract(bytes, ordering: .relaxed)
    }
}
