/// How the pool ends: it drains, closes its connections and refuses what still comes.
extension Pool {
    var isDrained: Bool {
        guard let drainDeadline else { return false }
        if MonotonicTime.now() >= drainDeadline { return true }
        let isIdle = connections.allSatisfy { $0.lease == nil && $0.pipeline.isEmpty }
        return isIdle && !hasWaiting
    }

    func finish() {
        let waiting = waitingReads.removeAll() + waitingLeases.removeAll() + delayedRetries.removeAll().map(\.unit)
        let inFlight = connections.flatMap { $0.close(retryAt: .now()) }
        for unit in waiting + inFlight {
            unit.finish(.failure(unit.isCommitOnItsWay ? .outcomeUnknown("shut down before the answer") : .closed))
        }
        status.current = .closed
        for command in mailbox.close() { refuse(command) }
        for waiter in startWaiters { waiter(.closed) }
        for waiter in drainWaiters { waiter() }
    }

    func refuse(_ command: Command) {
        switch command {
        case .submit(let unit): unit.finish(.failure(.closed))
        case .shutDown(let waiter): waiter()
        case .start(let waiter): waiter(.closed)
        case .cancel, .cancelSent: break
        }
    }
}
