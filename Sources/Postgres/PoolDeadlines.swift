/// What the pool does by the clock: expiry of units, connecting again.
extension Pool {
    var hasWaiting: Bool { !waitingReads.isEmpty || !waitingLeases.isEmpty || !delayedRetries.isEmpty }

    var needsTicks: Bool {
        drainDeadline != nil || hasWaiting
            || connections.contains { !$0.isReady || !$0.pipeline.isEmpty }
    }

    func tick() {
        let now = MonotonicTime.now()
        guard now >= nextTick else { return }
        nextTick = now.adding(milliseconds: Self.tickMilliseconds)
        releaseRetries(now)
        expire(&waitingReads, now)
        expire(&waitingLeases, now)
        for connection in connections { tick(connection, now) }
    }

    func expire(_ queue: inout Queue<PipelineUnit>, _ now: MonotonicTime) {
        let isReachable = connections.contains(where: \.isReady)
        let isDown = isKnownToBeDown
        queue.removeAll { unit in
            if now >= unit.deadline {
                unit.finish(.failure(.deadlineExceeded))
            } else if now >= unit.acquisitionDeadline || isDown {
                unit.finish(.failure(isReachable ? .poolExhausted : .unavailable(lastFailure)))
            }
            return unit.isFinished
        }
    }

    /// Every connection was lost and could not be opened again at once nor a little later: nobody should wait for it.
    var isKnownToBeDown: Bool {
        connections.allSatisfy { !$0.isReady && $0.failureCount >= Self.failuresOfAServerThatIsDown }
    }

    func tick(_ connection: Connection, _ now: MonotonicTime) {
        switch connection.phase {
        case .closed(let retryAt):
            guard now >= retryAt, drainDeadline == nil || hasWaiting else {
                return
            }
            let deadline = now.adding(milliseconds: configuration.connectTimeoutMilliseconds)
            if !connection.open(parameters, deadline: deadline, on: loop) {
                lose(connection, connection.failureMessage)
            }
        case .connecting(let deadline):
            if now >= deadline { lose(connection, "no connection within the connect timeout") }
        case .ready:
            expireUnits(of: connection, now)
        }
    }

    /// Answers units whose time is over. When the connection is still busy with one of them it is given up.
    func expireUnits(of connection: Connection, _ now: MonotonicTime) {
        guard let head = connection.pipeline.head else { return }
        for unit in connection.pipeline.units where now >= unit.deadline {
            let isUnknown = unit.isCommitOnItsWay
            unit.finish(.failure(isUnknown ? .outcomeUnknown("no answer to COMMIT in time") : .deadlineExceeded))
        }
        if now >= head.deadline { lose(connection, "no answer within the deadline") }
    }
}
