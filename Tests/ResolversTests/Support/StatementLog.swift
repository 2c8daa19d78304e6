import Synchronization

/// Counts what a request sends to the database.
final class StatementLog: Sendable {
    private let storage = Mutex<[String]>([])

    var names: [String] { storage.withLock { $0 } }

    func append(_ name: String) {
        storage.withLock { $0.append(name) }
    }

    /// The names of the statements that the body sends.
    func during(_ body: () async throws -> Void) async rethrows -> [String] {
        let before = names.count
        try await body()
        return Array(names.dropFirst(before))
    }
}
