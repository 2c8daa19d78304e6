internal import Synchronization

/// A transaction on a connection of its own.
///
/// Its statements run one after another; do not use it from several tasks at a time. BEGIN, preamble and viewer check
/// go out together with the first statements, and no connection is taken before those.
public final class Transaction<S: Scope>: Sendable {
    private struct State {
        var hasBegun = false
        /// Savepoint commands that go out with the next statements.
        var pending: [EncodedStatement] = []
        var savepointDepth = 0
    }

    private let database: Database
    private let scope: S
    private let lease = Lease()
    private let state = Mutex(State())

    init(_ database: Database, scope: S) {
        self.database = database
        self.scope = scope
    }

    public func run(_ statement: BoundStatement<S>) async throws(DatabaseError) -> ResultSet {
        try await pipeline([statement])[0]
    }

    /// All statements in one round trip; when one fails, those behind it do not run.
    public func pipeline(_ statements: [BoundStatement<S>]) async throws(DatabaseError) -> [ResultSet] {
        guard !statements.isEmpty else { return [] }
        var own: [EncodedStatement] = []
        for statement in statements { own.append(try statement.encoded(in: scope)) }
        let (isFirst, pending) = takePending()
        var silent = pending
        if isFirst {
            silent = try [TransactionCommand.begin] + database.opening(of: scope, isReadOnly: false) + pending
        }
        database.observe(statements)
        let kind: PipelineUnit.Kind = isFirst ? .leaseBegin(lease) : .leaseContinue(lease)
        return try await database.perform(database.unit(kind, silent + own, silentCount: silent.count))
    }

    /// Runs the body between SAVEPOINT and RELEASE; when it throws, undoes what it did and lets the transaction go on.
    ///
    /// The savepoint's own commands cost no round trip: they go out with the next statements.
    @discardableResult
    public nonisolated(nonsending) func savepoint<T: Sendable, E: Error>(
        _ body: () async throws(E) -> T
    ) async throws(E) -> T {
        let name = state.withLock { state in
            state.savepointDepth += 1
            return "savepoint_\(state.savepointDepth)"
        }
        defer { state.withLock { $0.savepointDepth -= 1 } }
        enqueue("SAVEPOINT \(name)")
        do {
            let value = try await body()
            enqueue("RELEASE SAVEPOINT \(name)")
            return value
        } catch {
            enqueue("ROLLBACK TO SAVEPOINT \(name)")
            throw error
        }
    }

    /// Throws `transactionAborted` when PostgreSQL answers ROLLBACK to COMMIT.
    func commit() async throws(DatabaseError) {
        let (isFirst, pending) = takePending()
        guard !isFirst else { return }
        let unit = database.unit(
            .leaseEnd(lease, isCommit: true),
            pending + [TransactionCommand.commit],
            silentCount: pending.count
        )
        let answer = try await database.performToTheEnd(unit)
        if answer.first?.commandTag == "ROLLBACK" { throw .transactionAborted }
    }

    /// Gives the connection back. That it fails means that the connection is gone, and the transaction with it.
    func rollBack() async {
        let (isFirst, _) = takePending()
        guard !isFirst else { return }
        let unit = database.unit(.leaseEnd(lease, isCommit: false), [TransactionCommand.rollback], silentCount: 1)
        _ = try? await database.performToTheEnd(unit)
    }

    private func takePending() -> (isFirst: Bool, pending: [EncodedStatement]) {
        state.withLock { state in
            defer {
                state.hasBegun = true
                state.pending = []
            }
            return (!state.hasBegun, state.pending)
        }
    }

    private func enqueue(_ command: String) {
        state.withLock { $0.pending.append(EncodedStatement(command: command)) }
    }
}

private enum TransactionCommand {
    static let begin = EncodedStatement(command: "BEGIN")
    static let commit = EncodedStatement(command: "COMMIT")
    static let rollback = EncodedStatement(command: "ROLLBACK")
}
