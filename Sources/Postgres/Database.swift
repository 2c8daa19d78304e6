public import Logging
internal import Synchronization

/// PostgreSQL through libpq's pipeline mode: one I/O thread and a small pool of connections that never block.
///
/// Call ``start()`` once before use and ``shutdown()`` in the end.
public final class Database: Sendable {
    public let configuration: DatabaseConfiguration
    /// What was sent since the start.
    public let counters = DatabaseCounters()
    private let logger: Logger
    private let mailbox: Mutex<Mailbox?> = Mutex(nil)
    private let status = PoolStatus()

    public init(configuration: DatabaseConfiguration, logger: Logger) {
        self.configuration = configuration
        self.logger = logger
    }

    /// Whether the database can be reached just now.
    public var state: DatabaseState { status.current }

    /// Starts the I/O thread and waits for the first connection.
    ///
    /// When none can be made it throws the reason, and goes on trying until ``shutdown()``.
    public func start() async throws(DatabaseError) {
        let mailbox = try startInputOutput()
        let failure = await withCheckedContinuation { continuation in
            let isTaken = mailbox.post(.start { continuation.resume(returning: $0) })
            if !isTaken { continuation.resume(returning: .closed) }
        }
        if let failure { throw failure }
    }

    private func startInputOutput() throws(DatabaseError) -> Mailbox {
        let new = try Mailbox()
        // The thread owns the pool from here on; a connection string that cannot be read throws before that.
        nonisolated(unsafe) let pool = try Pool(configuration, mailbox: new, status: status, logger: logger)
        let existing = mailbox.withLock { current in
            defer { current = current ?? new }
            return current
        }
        if let existing { return existing }
        startThread(named: "postgres") { pool.run() }
        return new
    }

    /// Until the task is cancelled; then shuts down. For use as a service.
    public func run() async {
        let (forever, continuation) = AsyncStream.makeStream(of: Never.self)
        for await _ in forever {}
        continuation.finish()
        await shutdown()
    }

    /// Refuses new work, waits for work on its way (no longer than the drain timeout) and closes the connections.
    public func shutdown() async {
        guard let mailbox = mailbox.withLock({ $0 }) else { return }
        await withCheckedContinuation { continuation in
            if !mailbox.post(.shutDown { continuation.resume() }) { continuation.resume() }
        }
    }

    /// One round trip to the server.
    public func ping() async throws(DatabaseError) {
        _ = try await read([Self.pingStatement()], in: OwnerScope())
    }

    private static let pingStatement = Statement<OwnerScope>("ping", "SELECT 1")

    /// Runs statements that only read in one round trip: preamble, viewer check and all statements in one Sync, which
    /// is one transaction, and answers one result per statement.
    ///
    /// If one fails, all do. The transaction is read-only, and is sent once more when the connection is lost before
    /// the answer. Throws `cancelled` when the task is cancelled.
    public func read<S: Scope>(
        _ statements: [BoundStatement<S>],
        in scope: S
    ) async throws(DatabaseError) -> [ResultSet] {
        guard !statements.isEmpty else { return [] }
        var encoded = try opening(of: scope, isReadOnly: true)
        let silentCount = encoded.count
        for statement in statements { encoded.append(try statement.encoded(in: scope)) }
        observe(statements)
        return try await perform(unit(.read, encoded, silentCount: silentCount))
    }

    /// The preamble and the viewer check of a scope.
    func opening<S: Scope>(of scope: S, isReadOnly: Bool) throws(DatabaseError) -> [EncodedStatement] {
        var opening: [EncodedStatement] = []
        if let settings = scope.settings {
            opening.append(try Preamble.encoded(settings, isReadOnly: isReadOnly))
            counters.addPreamble()
        }
        if let check = scope.viewerCheck {
            opening.append(try check.encoded())
            counters.addViewerCheck()
        }
        return opening
    }

    func observe<S: Scope>(_ statements: [BoundStatement<S>]) {
        counters.addStatements(statements.count)
        guard let onStatement = configuration.onStatement else { return }
        for statement in statements { onStatement(statement.statement.name, statement.statement.sql) }
    }

    func unit(_ kind: PipelineUnit.Kind, _ statements: [EncodedStatement], silentCount: Int) -> PipelineUnit {
        let now = MonotonicTime.now()
        return PipelineUnit(
            kind: kind,
            statements: statements,
            silentCount: silentCount,
            deadline: now.adding(milliseconds: configuration.deadlineMilliseconds),
            acquisitionDeadline: now.adding(milliseconds: configuration.acquisitionTimeoutMilliseconds)
        )
    }

    /// Hands the unit to the I/O thread and waits for its answer, or for the cancellation of the task.
    func perform(_ unit: PipelineUnit) async throws(DatabaseError) -> [ResultSet] {
        let mailbox = mailbox.withLock { $0 }
        let answer = await withTaskCancellationHandler {
            await submit(unit, to: mailbox)
        } onCancel: {
            mailbox?.post(.cancel(unit))
        }
        return try answer.get()
    }

    /// The same for a unit that must not be cancelled.
    func performToTheEnd(_ unit: PipelineUnit) async throws(DatabaseError) -> [ResultSet] {
        try await submit(unit, to: mailbox.withLock { $0 }).get()
    }

    private func submit(_ unit: PipelineUnit, to mailbox: Mailbox?) async -> PipelineUnit.Answer {
        guard let mailbox else { return .failure(.unavailable("the database was not started")) }
        counters.addRoundTrip()
        return await withCheckedContinuation { continuation in
            unit.continuation = continuation
            if !mailbox.post(.submit(unit)) { unit.finish(.failure(.closed)) }
        }
    }
}
