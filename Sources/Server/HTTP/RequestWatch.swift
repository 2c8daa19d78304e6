import NIOCore
import Synchronization

/// Ends what takes too long: closes connections whose body does not arrive, and cancels requests that are past their
/// deadline or whose client has gone.
///
/// One sweep looks after all requests, so that a request costs two entries in a table and no timer.
final class RequestWatch: Sendable {
    static let sweepInterval = Duration.milliseconds(250)

    private struct Entry {
        let channel: any Channel
        let deadline: ContinuousClock.Instant
        /// Ends the request; nil while its body is read, when the connection is closed instead.
        let cancel: (@Sendable () -> Void)?
    }

    private struct State {
        var entries: [UInt64: Entry] = [:]
        var lastID: UInt64 = 0
        /// Connections on which the client will send nothing more.
        var closedInputs: Set<ObjectIdentifier> = []
    }

    private let state = Mutex(State())

    /// Watches until ``end(_:)`` is called with the answer.
    func begin(
        on channel: any Channel,
        within limit: Duration,
        cancel: (@Sendable () -> Void)? = nil
    ) -> UInt64 {
        let entry = Entry(channel: channel, deadline: .now + limit, cancel: cancel)
        return state.withLock { state in
            state.lastID += 1
            state.entries[state.lastID] = entry
            return state.lastID
        }
    }

    func end(_ id: UInt64) {
        _ = state.withLock { $0.entries.removeValue(forKey: id) }
    }

    /// Runs work that is cancelled when it is late or its client has gone.
    func run<Value: Sendable>(
        on channel: any Channel,
        within limit: Duration,
        _ work: @escaping @Sendable () async -> Value
    ) async -> Value {
        // Started in place: what needs no database never leaves this thread.
        let task = Task.immediate { await work() }
        let id = begin(on: channel, within: limit) { task.cancel() }
        defer { end(id) }
        return await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }
    }

    func noteClosedInput(_ channel: any Channel) {
        _ = state.withLock { $0.closedInputs.insert(ObjectIdentifier(channel)) }
    }

    func forget(_ channel: any Channel) {
        _ = state.withLock { $0.closedInputs.remove(ObjectIdentifier(channel)) }
    }

    /// Sweeps until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.sweepInterval)
            sweep(at: .now)
        }
    }

    private func sweep(at now: ContinuousClock.Instant) {
        let ended = state.withLock { state in
            state.entries.values.filter { entry in
                entry.deadline <= now
                    || entry.cancel != nil && state.closedInputs.contains(ObjectIdentifier(entry.channel))
                    || !entry.channel.isActive
            }
        }
        for entry in ended {
            if let cancel = entry.cancel { cancel() } else { entry.channel.close(promise: nil) }
        }
    }
}

/// Tells the watch when a client has closed its side of a connection.
final class DisconnectHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private let watch: RequestWatch

    init(_ watch: RequestWatch) {
        self.watch = watch
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case ChannelEvent.inputClosed? = event as? ChannelEvent { watch.noteClosedInput(context.channel) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch.forget(context.channel)
        context.fireChannelInactive()
    }
}
