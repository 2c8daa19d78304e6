internal import Synchronization

/// A transaction on a connection of its own.
///
/// Its statements run one after another; do not use it from several tasks at a time. BEGIN, preamble and viewer check
/// go out together with the first statements, and no connection is taken before those.
public final class Transaction<S: Scope>: Sendable {
    private let database: Database
    private let scope: S
    private let progress: TransactionProgress

    init(_ database: Database, scope: S) {
        self.database = database
        self.scope = scope
        progress = TransactionProgress { () throws(DatabaseError) in
            try database.opening(of: scope, isReadOnly: false)
        }
    }

    /// The same transaction, for statements of another scope.
    private init(_ database: Database, scope: S, progress: TransactionProgress) {
        self.database = database
        self.scope = scope
        self.progress = progress
    }

    public func run(_ statement: BoundStatement<S>) async throws(DatabaseError) -> ResultSet {
        try await pipeline([statement])[0]
    }

    /// All statements in one round trip; when one fails, those behind it do not run.
    public func pipeline(_ statements: [BoundStatement<S>]) async throws(DatabaseError) -> [ResultSet] {
        guard !statements.isEmpty else { return [] }
        var own: [EncodedStatement] = []
        for statement in statements { own.append(try statement.encoded(in: scope)) }
        let (isFirst, pending) = progress.takePending()
        var silent = pending
        if isFirst { silent = try [TransactionCommand.begin] + progress.opening() + pending }
        database.observe(statements)
        let kind: PipelineUnit.Kind = isFirst ? .leaseBegin(progress.lease) : .leaseContinue(progress.lease)
        return try await database.perform(database.unit(kind, silent + own, silentCount: silent.count))
    }

    /// Has the constraints checked that would wait for the commit, so that their violation is an error of what ran so far.
    public func checkDeferredConstraints() async throws(DatabaseError) {
        let (isFirst, pending) = progress.takePending()
        precondition(!isFirst, "nothing has run in the transaction yet")
        let commands = pending + TransactionCommand.checkConstraints
        let kind = PipelineUnit.Kind.leaseContinue(progress.lease)
        _ = try await database.perform(database.unit(kind, commands, silentCount: commands.count))
    }

    /// Runs the body between SAVEPOINT and RELEASE; when it throws, undoes what it did and lets the transaction go on.
    ///
    /// The savepoint's own commands cost no round trip: they go out with the next statements.
    @discardableResult
    public nonisolated(nonsending) func savepoint<T: Sendable, E: Error>(
        _ body: () async throws(E) -> T
    ) async throws(E) -> T {
        let name = progress.enterSavepoint()
        defer { progress.leaveSavepoint() }
        progress.enqueue(EncodedStatement(command: "SAVEPOINT \(name)"))
        do {
            let value = try await body()
            progress.enqueue(EncodedStatement(command: "RELEASE SAVEPOINT \(name)"))
            return value
        } catch {
            progress.enqueue(EncodedStatement(command: "ROLLBACK TO SAVEPOINT \(name)"))
            throw error
        }
    }

    /// Runs the body's statements in another scope of the same transaction, such as a tenant's part of a sign-up, and
    /// then goes back. When the body throws, the transaction has to end.
    ///
    /// The changes of role and tenant cost no round trip: they go out with the next statements.
    public nonisolated(nonsending) func within<Other: Scope, T: Sendable>(
        _ other: Other,
        _ body: (Transaction<Other>) async throws -> T
    ) async throws -> T {
        for statement in try database.opening(of: other, isReadOnly: false) { progress.enqueue(statement) }
        let value = try await body(Transaction<Other>(database, scope: other, progress: progress))
        if let settings = scope.settings { progress.enqueue(try Preamble.encoded(settings, isReadOnly: false)) }
        return value
    }

    /// Throws `transactionAborted` when PostgreSQL answers ROLLBACK to COMMIT.
    func commit() async throws(DatabaseError) {
        let (isFirst, pending) = progress.takePending()
        guard !isFirst else { return }
        let unit = database.unit(
            .leaseEnd(progress.lease, isCommit: true),
            pending + [TransactionCommand.commit],
            silentCount: pending.count
        )
        let answer = try await database.performToTheEnd(unit)
        if answer.first?.commandTag == "ROLLBACK" { throw .transactionAborted }
    }

    /// Gives the connection back. That it fails means that the connection is gone, and the transaction with it.
    func rollBack() async {
        let (isFirst, _) = progress.takePending()
        guard !isFirst else { return }
        let unit = database.unit(
            .leaseEnd(progress.lease, isCommit: false),
            [TransactionCommand.rollback],
            silentCount: 1
        )
        _ = try? await database.performToTheEnd(unit)
    }
}

private enum TransactionCommand {
    static let checkConstraints = [
        EncodedStatement(command: "SET CONSTRAINTS ALL IMMEDIATE"),
        EncodedStatement(command: "SET CONSTRAINTS ALL DEFERRED"),
    ]
    static let begin = EncodedStatement(command: "BEGIN")
    static let commit = EncodedStatement(command: "COMMIT")
    static let rollback = EncodedStatement(command: "ROLLBACK")
}

/// How far a transaction is, in whichever scopes its statements run.
private final class TransactionProgress: Sendable {
    private struct State {
        var hasBegun = false
        /// Commands that go out with the next statements.
        var pending: [EncodedStatement] = []
        var savepointDepth = 0
    }

    let lease = Lease()
    /// Preamble and viewer check of the scope in which it begins.
    let opening: @Sendable () throws(DatabaseError) -> [EncodedStatement]
    private let state = Mutex(State())

    init(opening: @escaping @Sendable () throws(DatabaseError) -> [EncodedStatement]) {
        self.opening = opening
    }

    func takePending() -> (isFirst: Bool, pending: [EncodedStatement]) {
        state.withLock { state in
            defer {
                state.hasBegun = true
                state.pending = []
            }
            return (!state.hasBegun, state.pending)
        }
    }

    func enqueue(_ command: EncodedStatement) {
        state.withLock { $0.pending.append(command) }
    }

    /// Answers the savepoint's name.
    func enterSavepoint() -> String {
        state.withLock { state in
            state.savepointDepth += 1
            return "savepoint_\(state.savepointDepth)"
        }
    }

    func leaveSavepoint() {
        state.withLock { $0.savepointDepth -= 1 }
    }
}
