internal import Clibpq

/// One connection of the pool: acts on libpq what ``PipelineState`` decides. Used by the I/O thread alone.
final class Connection {
    enum Phase {
        case closed(retryAt: MonotonicTime)
        case connecting(deadline: MonotonicTime)
        case ready
    }

    /// A request to cancel hits whatever runs when it arrives, so nothing new is sent while one may be on its way.
    enum Cancellation {
        case none, sending, sent
    }

    let slot: Int
    /// Grows with each new session, so that late events of an old one are told apart.
    private(set) var generation = 0
    private(set) var phase = Phase.closed(retryAt: .now())
    private(set) var pipeline = PipelineState()
    var cancellation = Cancellation.none
    /// The transaction that has this connection for itself.
    var lease: Lease?
    /// Takes no new reads, as a transaction waits for it to become idle.
    var isReserved = false
    /// Failed attempts to connect since the last session.
    var failureCount = 0
    /// Units whose Sync was answered and that the pool has not looked at yet.
    var completed: [PipelineUnit] = []

    private var session: OpaquePointer?
    private var cache: PreparedStatementCache
    private var leftovers: [String] = []
    private var textTypes = TextTypes()
    private var resultIsOpen = false
    private var watched: (descriptor: CInt, readiness: Readiness)?
    private let preparedStatementLimit: Int

    init(slot: Int, preparedStatementLimit: Int) {
        self.slot = slot
        self.preparedStatementLimit = preparedStatementLimit
        cache = PreparedStatementCache(limit: preparedStatementLimit)
    }

    var isReady: Bool { if case .ready = phase { true } else { false } }

    /// Whether a transaction may have it.
    var isIdle: Bool { isReady && lease == nil && pipeline.isEmpty && cancellation == .none }

    var token: UInt64 { UInt64(slot) << 32 | UInt64(UInt32(truncatingIfNeeded: generation)) }

    var isOutsideTransaction: Bool { session.map { PQtransactionStatus($0) == PQTRANS_IDLE } ?? false }

    var failureMessage: String {
        let message = session.map { singleLine(String(cString: PQerrorMessage($0))) } ?? ""
        return message.isEmpty ? "the connection was lost" : message
    }

    // MARK: Opening and closing

    /// Begins to connect; false when libpq gives up at once.
    func open(_ parameters: ConnectionParameters, deadline: MonotonicTime, on loop: borrowing EventLoop) -> Bool {
        generation += 1
        session = parameters.withPointers { PQconnectStartParams($0, $1, 1) }
        phase = .connecting(deadline: deadline)
        guard let session, PQstatus(session) != CONNECTION_BAD else { return false }
        // The default prints notices to the standard error stream.
        PQsetNoticeReceiver(session, { _, _ in }, nil)
        watch(.writable, on: loop)
        return true
    }

    enum Opening {
        case pending, open, failed
    }

    /// Goes on connecting.
    func continueOpening(on loop: borrowing EventLoop) -> Opening {
        switch PQconnectPoll(session) {
        case PGRES_POLLING_READING: watch(.readable, on: loop)
        case PGRES_POLLING_WRITING: watch(.writable, on: loop)
        case PGRES_POLLING_OK:
            watch(.readable, on: loop)
            return PQsetnonblocking(session, 1) == 0 && PQenterPipelineMode(session) == 1 ? .open : .failed
        default: return .failed
        }
        return .pending
    }

    /// Ready for use, with the enums that the handshake read.
    func becomeReady(_ textTypes: TextTypes) {
        self.textTypes = textTypes
        phase = .ready
        failureCount = 0
    }

    /// Ends the session and hands over the units on their way.
    func close(retryAt: MonotonicTime) -> [PipelineUnit] {
        PQfinish(session)
        session = nil
        watched = nil
        resultIsOpen = false
        leftovers = []
        cache = PreparedStatementCache(limit: preparedStatementLimit)
        cancellation = .none
        isReserved = false
        phase = .closed(retryAt: retryAt)
        return pipeline.removeAll()
    }

    // MARK: Sending

    /// Sends the unit and its Sync; false when the connection is lost.
    func send(_ unit: PipelineUnit, on loop: borrowing EventLoop) -> Bool {
        cache.beginUnit()
        var steps: [PipelineState.Step] = []
        steps.reserveCapacity(unit.statements.count + 2)
        var isSent = true
        for (index, statement) in unit.statements.enumerated() where isSent {
            isSent = send(statement, isSilent: index < unit.silentCount, &steps)
        }
        for name in takeLeftovers() where isSent {
            steps.append(.deallocate(name: name))
            isSent = PQsendQueryParams(session, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 1) == 1
        }
        steps.append(.sync)
        unit.sent()
        pipeline.sent(unit, steps: steps)
        return isSent && PQpipelineSync(session) == 1 && flush(on: loop)
    }

    private func send(_ statement: EncodedStatement, isSilent: Bool, _ steps: inout [PipelineState.Step]) -> Bool {
        let parameters = statement.parameters
        let count = CInt(parameters.types.count)
        let key = statement.key
        let (name, isNew) = cache.lookUp(key)
        if isNew {
            steps.append(.prepare(key))
            guard PQsendPrepare(session, name, statement.text.sql, count, parameters.types) == 1 else { return false }
        }
        steps.append(.execute(isSilent: isSilent))
        return parameters.withPointers { values, lengths, formats in
            PQsendQueryPrepared(session, name, count, values, lengths, formats, 1) == 1
        }
    }

    private func takeLeftovers() -> [String] {
        while let name = cache.evict() { leftovers.append(name) }
        guard !leftovers.isEmpty else { return [] }
        defer { leftovers = [] }
        return leftovers
    }

    /// Sends what the socket takes, and asks to be told when it takes more.
    private func flush(on loop: borrowing EventLoop) -> Bool {
        let state = PQflush(session)
        watch(state == 1 ? [.readable, .writable] : .readable, on: loop)
        return state >= 0
    }

    private func watch(_ readiness: Readiness, on loop: borrowing EventLoop) {
        let descriptor = PQsocket(session)
        // While connecting libpq may replace the socket by another of the same number.
        if isReady, let watched, watched == (descriptor, readiness) { return }
        loop.watch(descriptor, for: readiness, token: token)
        watched = (descriptor, readiness)
    }

    // MARK: Receiving

    /// Reads and sends what there is; answers the reason when the connection is lost.
    func process(_ readiness: Readiness, on loop: borrowing EventLoop) -> String? {
        // Reading even when only writing was possible keeps both sides from waiting for each other.
        guard PQconsumeInput(session) == 1 else { return receiveResults() ?? failureMessage }
        if let reason = receiveResults() { return reason }
        guard readiness.contains(.writable) || watched?.readiness != .readable else { return nil }
        return flush(on: loop) ? nil : failureMessage
    }

    private func receiveResults() -> String? {
        while !pipeline.isEmpty, PQisBusy(session) == 0 {
            guard let result = PQgetResult(session) else {
                // NULL ends each statement; a second one in a row means that nothing will ever come.
                guard resultIsOpen else { return failureMessage }
                resultIsOpen = false
                continue
            }
            if let reason = receive(result) { return reason }
        }
        return PQstatus(session) == CONNECTION_BAD ? failureMessage : nil
    }

    private func receive(_ result: OpaquePointer) -> String? {
        let answer = Self.answer(result)
        if case .sync = answer { resultIsOpen = false } else { resultIsOpen = true }
        let statementIndex = pipeline.head?.results.count ?? 0
        switch pipeline.received(answer) {
        case .keep(let unit):
            let name = unit.statements[unit.silentCount + statementIndex].name
            unit.results.append(ResultSet(result, name: name, textTypes: textTypes))
            return nil
        case .none: break
        case .confirm(let key): cache.confirm(key)
        case .forget(let key): cache.forget(key)
        case .deallocateLater(let name): leftovers.append(name)
        case .complete(let unit): completed.append(unit)
        case .close(let reason):
            PQclear(result)
            return singleLine(reason)
        }
        PQclear(result)
        return nil
    }

    private static func answer(_ result: OpaquePointer) -> PipelineState.Answer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: .success
        case PGRES_PIPELINE_SYNC: .sync
        case PGRES_PIPELINE_ABORTED: .aborted
        case PGRES_FATAL_ERROR: .failure(ServerError(result: result))
        default: .unsupported
        }
    }

    // MARK: Cancelling

    /// Asks the server on another thread to cancel the running statement, then calls back.
    func requestCancellation(_ whenSent: @escaping @Sendable () -> Void) {
        guard let session, let request = PQgetCancel(session) else { return }
        cancellation = .sending
        // The request is a copy of what it needs and belongs to the thread from here on.
        nonisolated(unsafe) let owned = request
        startThread(named: "postgres-cancel") {
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { message in
                _ = PQcancel(owned, message.baseAddress, CInt(message.count))
            }
            PQfreeCancel(owned)
            whenSent()
        }
    }
}
