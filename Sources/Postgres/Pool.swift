internal import Logging

/// The connections and the units that wait for one. Lives on the I/O thread and is used by it alone.
final class Pool {
    let configuration: DatabaseConfiguration
    let parameters: ConnectionParameters
    let mailbox: Mailbox
    let status: PoolStatus
    let logger: Logger
    let loop: EventLoop
    let connections: [Connection]
    var waitingReads = Queue<PipelineUnit>()
    var waitingLeases = Queue<PipelineUnit>()
    /// Reads that lost their connection, and when they may be sent again.
    var delayedRetries = Queue<(unit: PipelineUnit, after: MonotonicTime)>()
    var startWaiters: [@Sendable (DatabaseError?) -> Void] = []
    var drainWaiters: [@Sendable () -> Void] = []
    var drainDeadline: MonotonicTime?
    var lastFailure = "not connected yet"
    var nextTick = MonotonicTime.now()

    static let tickMilliseconds = 20
    /// A connection that is busy with one unit for as long as this gets no further ones.
    static let stallMilliseconds = 75
    static let retryDelayMilliseconds = 25
    static let failuresOfAServerThatIsDown = 3
    static let mailboxToken = UInt64.max

    init(
        _ configuration: DatabaseConfiguration,
        mailbox: Mailbox,
        status: PoolStatus,
        logger: Logger
    ) throws(DatabaseError) {
        self.configuration = configuration
        self.mailbox = mailbox
        self.status = status
        self.logger = logger
        parameters = try ConnectionParameters(configuration)
        loop = try EventLoop()
        connections = (0..<max(configuration.poolSize, 1)).map {
            Connection(slot: $0, preparedStatementLimit: configuration.preparedStatementLimit)
        }
    }

    /// Works until the pool is drained.
    func run() {
        loop.watch(mailbox.eventDescriptor, for: .readable, token: Self.mailboxToken)
        while true {
            for command in mailbox.takeAll() { handle(command) }
            tick()
            dispatch()
            if isDrained { break }
            let mustTick = needsTicks
            let timeout = mailbox.prepareToSleep() ? (mustTick ? Self.tickMilliseconds : -1) : 0
            loop.wait(timeoutMilliseconds: timeout) { handle(token: $0, readiness: $1) }
        }
        finish()
    }

    // MARK: Commands

    func handle(_ command: Command) {
        switch command {
        case .submit(let unit): submit(unit)
        case .cancel(let unit): cancel(unit)
        case .cancelSent(let slot, let generation): cancelSent(connections[slot], generation)
        case .start(let waiter):
            // On a busy machine all connections can be open before the command comes.
            if connections.contains(where: \.isReady) { waiter(nil) } else { startWaiters.append(waiter) }
        case .shutDown(let waiter):
            drainWaiters.append(waiter)
            drainDeadline = drainDeadline ?? .now().adding(milliseconds: configuration.drainTimeoutMilliseconds)
        }
    }

    func submit(_ unit: PipelineUnit) {
        guard !unit.isCancelledBeforeSubmission else { return unit.finish(.failure(.cancelled)) }
        switch unit.kind {
        case .read: enqueue(unit, in: &waitingReads)
        case .leaseBegin: enqueue(unit, in: &waitingLeases)
        case .leaseContinue(let lease), .leaseEnd(let lease, _):
            guard let slot = lease.slot else {
                return unit.finish(.failure(.unavailable("the transaction has lost its connection")))
            }
            send(unit, on: connections[slot])
        case .handshake: preconditionFailure("the pool makes handshakes itself")
        }
    }

    func enqueue(_ unit: PipelineUnit, in queue: inout Queue<PipelineUnit>) {
        guard drainDeadline == nil else { return unit.finish(.failure(.closed)) }
        guard queue.count < configuration.waitingLimit else { return unit.finish(.failure(.poolExhausted)) }
        unit.wait()
        queue.append(unit)
    }

    func cancel(_ unit: PipelineUnit) {
        guard unit.state != .new else {
            unit.isCancelledBeforeSubmission = true
            return
        }
        let wasInFlight = unit.state == .inFlight
        unit.finish(.failure(.cancelled))
        guard wasInFlight else { return }
        for connection in connections where connection.pipeline.head === unit { cancelAbandonedHead(of: connection) }
    }

    /// When nobody waits for what runs, the server need not go on with it.
    func cancelAbandonedHead(of connection: Connection) {
        guard connection.cancellation == .none, let head = connection.pipeline.head, head.isFinished else { return }
        if case .leaseEnd = head.kind { return }
        let (slot, generation, mailbox) = (connection.slot, connection.generation, mailbox)
        connection.requestCancellation { mailbox.post(.cancelSent(slot: slot, generation: generation)) }
    }

    func cancelSent(_ connection: Connection, _ generation: Int) {
        guard connection.generation == generation, connection.cancellation == .sending else { return }
        connection.cancellation = connection.pipeline.isEmpty ? .none : .sent
    }

    // MARK: Handing out connections

    func dispatch() {
        let stalledSince = MonotonicTime.now().adding(milliseconds: -Self.stallMilliseconds)
        reserveForLeases(stalledSince)
        while let unit = waitingReads.first {
            if unit.isFinished {
                waitingReads.removeFirst()
                continue
            }
            guard let connection = freestConnection(stalledSince) else { return }
            waitingReads.removeFirst()
            send(unit, on: connection)
        }
    }

    /// The shared connection with the least on its way, of those that answer: behind a unit that waits for a lock, or
    /// computes for long, all others would wait for it too, and longer than the acquisition timeout.
    func freestConnection(_ stalledSince: MonotonicTime) -> Connection? {
        var freest: Connection?
        for connection in connections where connection.isReady && connection.lease == nil && !connection.isReserved {
            guard connection.cancellation == .none, connection.pipeline.count < configuration.pipelineDepthLimit,
                !connection.pipeline.isBusyWithHead(since: stalledSince)
            else { continue }
            if freest.map({ connection.pipeline.count < $0.pipeline.count }) ?? true { freest = connection }
        }
        return freest
    }

    /// Gives idle connections to waiting transactions and keeps others free of new reads until they are idle.
    func reserveForLeases(_ stalledSince: MonotonicTime) {
        waitingLeases.removeAll { $0.isFinished }
        while !waitingLeases.isEmpty, leaseCount < leaseLimit, let connection = connections.first(where: \.isIdle) {
            connection.isReserved = false
            send(waitingLeases.removeFirst(), on: connection)
        }
        var missing = min(waitingLeases.count, leaseLimit - leaseCount)
        for connection in connections where connection.lease == nil && (connection.isReserved || missing > 0) {
            let isAnswering = connection.isReady && !connection.pipeline.isBusyWithHead(since: stalledSince)
            connection.isReserved = missing > 0 && isAnswering
            if connection.isReserved { missing -= 1 }
        }
    }

    var leaseCount: Int { connections.count { $0.lease != nil } }

    /// One connection always remains for reads.
    var leaseLimit: Int { max(connections.count - 1, 1) }

    func send(_ unit: PipelineUnit, on connection: Connection) {
        if case .leaseBegin(let lease) = unit.kind {
            lease.slot = connection.slot
            connection.lease = lease
        }
        if !connection.send(unit, on: loop) { lose(connection, connection.failureMessage) }
    }

    // MARK: Events

    func handle(token: UInt64, readiness: Readiness) {
        if token == Self.mailboxToken { return mailbox.clearEvent() }
        let connection = connections[Int(token >> 32)]
        guard connection.token == token else { return }
        switch connection.phase {
        case .closed: break
        case .connecting where connection.pipeline.isEmpty: continueOpening(connection)
        case .connecting, .ready:
            let reason = connection.process(readiness, on: loop)
            completeUnits(of: connection)
            if let reason { lose(connection, reason) }
        }
    }

    func continueOpening(_ connection: Connection) {
        switch connection.continueOpening(on: loop) {
        case .pending: break
        case .open: beginHandshake(connection)
        case .failed: lose(connection, connection.failureMessage)
        }
    }

    func beginHandshake(_ connection: Connection) {
        let deadline = MonotonicTime.now().adding(milliseconds: configuration.connectTimeoutMilliseconds)
        let text = EncodedStatement(name: "enums", text: StatementText(TextTypes.sql), parameters: .none)
        let handshake = PipelineUnit(
            kind: .handshake,
            statements: [text],
            silentCount: 0,
            deadline: deadline,
            acquisitionDeadline: deadline
        )
        send(handshake, on: connection)
    }

    func completeUnits(of connection: Connection) {
        guard !connection.completed.isEmpty else { return }
        let units = connection.completed
        connection.completed.removeAll(keepingCapacity: true)
        for unit in units { complete(unit, on: connection) }
        if connection.pipeline.isEmpty, connection.cancellation == .sent { connection.cancellation = .none }
        cancelAbandonedHead(of: connection)
    }

    func complete(_ unit: PipelineUnit, on connection: Connection) {
        if case .handshake = unit.kind { return completeHandshake(unit, on: connection) }
        if case .leaseEnd = unit.kind { endLease(of: connection) }
        guard !unit.isFinished else { return }
        guard let error = unit.error else { return unit.finish(.success(unit.results)) }
        if unit.mayRetry, isInnocent(error, on: connection) { return retry([unit]) }
        unit.finish(.failure(error))
    }

    /// Errors that another unit on the same connection brought about: its failed PREPARE, or its cancellation.
    func isInnocent(_ error: DatabaseError, on connection: Connection) -> Bool {
        guard case .server(let error) = error else { return false }
        return error.code == .undefinedPreparedStatement
            || error.code == .queryCanceled && connection.cancellation != .none
    }

    func completeHandshake(_ unit: PipelineUnit, on connection: Connection) {
        guard unit.error == nil, let rows = unit.results.first else {
            return lose(connection, "the handshake failed: \(unit.error.map { "\($0)" } ?? "no answer")")
        }
        connection.becomeReady(TextTypes(rows))
        publishState()
        for waiter in startWaiters { waiter(nil) }
        startWaiters = []
    }

    func endLease(of connection: Connection) {
        connection.lease?.slot = nil
        connection.lease = nil
        if !connection.isOutsideTransaction { lose(connection, "a transaction was left open") }
    }

    func retry(_ units: [PipelineUnit]) {
        let deadline = MonotonicTime.now().adding(milliseconds: configuration.acquisitionTimeoutMilliseconds)
        for unit in units { unit.prepareRetry(acquisitionDeadline: min(deadline, unit.deadline)) }
        waitingReads.prepend(units)
    }

    /// A server that goes down ends all sessions within milliseconds: the one retry is not spent on another of them.
    func retryLater(_ units: [PipelineUnit]) {
        let now = MonotonicTime.now()
        let deadline = now.adding(milliseconds: configuration.acquisitionTimeoutMilliseconds)
        for unit in units {
            unit.prepareRetry(acquisitionDeadline: min(deadline, unit.deadline))
            delayedRetries.append((unit, now.adding(milliseconds: Self.retryDelayMilliseconds)))
        }
    }

    func releaseRetries(_ now: MonotonicTime) {
        var due: [PipelineUnit] = []
        while let first = delayedRetries.first, first.after <= now { due.append(delayedRetries.removeFirst().unit) }
        waitingReads.prepend(due)
    }

    // MARK: Losing connections

    /// Ends the session: reads are sent again once, everything else fails, and a new session is opened.
    func lose(_ connection: Connection, _ reason: String) {
        let wasReady = connection.isReady
        let units = connection.close(retryAt: retryTime(of: connection))
        connection.lease?.slot = nil
        connection.lease = nil
        connection.failureCount += 1
        lastFailure = reason
        if wasReady { logger.warning("database connection lost", metadata: ["reason": "\(reason)"]) }
        let open = units.filter { !$0.isFinished }
        retryLater(open.filter(\.mayRetry))
        for unit in open where unit.state == .inFlight { unit.finish(.failure(Self.loss(of: unit, reason))) }
        publishState()
        if !startWaiters.isEmpty, connections.allSatisfy({ $0.failureCount > 0 }) {
            for waiter in startWaiters { waiter(.unavailable(reason)) }
            startWaiters = []
        }
    }

    static func loss(of unit: PipelineUnit, _ reason: String) -> DatabaseError {
        unit.isCommitOnItsWay ? .outcomeUnknown(reason) : .unavailable(reason)
    }

    /// At once the first time, then with delays that double, spread so that not all come back together.
    func retryTime(of connection: Connection) -> MonotonicTime {
        guard connection.failureCount > 0 else { return .now() }
        let doublings = min(connection.failureCount - 1, 16)
        let delay = min(
            configuration.reconnectDelayMinimumMilliseconds << doublings,
            configuration.reconnectDelayMaximumMilliseconds
        )
        return .now().adding(milliseconds: Int.random(in: delay * 3 / 4...delay))
    }

    func publishState() {
        let ready = connections.count { $0.isReady }
        status.current = ready > 0 ? .available(readyConnections: ready) : .unavailable(lastFailure)
    }
}
