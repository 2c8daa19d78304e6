internal import Clibpq
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#endif

/// What other threads ask of the I/O thread.
enum Command: Sendable {
    case submit(PipelineUnit)
    case cancel(PipelineUnit)
    /// The request to cancel what runs on a connection has reached the server.
    case cancelSent(slot: Int, generation: Int)
    case start(@Sendable (DatabaseError?) -> Void)
    case shutDown(@Sendable () -> Void)
}

/// Carries commands to the I/O thread and wakes it when it sleeps, and only then.
final class Mailbox: Sendable {
    private struct State {
        var commands: [Command] = []
        var isSleeping = false
        var isClosed = false
    }

    private let state = Mutex(State())
    /// Readable when there is a reason to wake up.
    let eventDescriptor: CInt

    init() throws(DatabaseError) {
        eventDescriptor = eventfd(0, CInt(EFD_NONBLOCK) | CInt(EFD_CLOEXEC))
        guard eventDescriptor >= 0 else { throw .unavailable("eventfd failed: errno \(errno)") }
    }

    deinit {
        Glibc.close(eventDescriptor)
    }

    /// Answers false when nobody will ever take the command.
    @discardableResult
    func post(_ command: Command) -> Bool {
        let (isTaken, mustWake) = state.withLock { state in
            guard !state.isClosed else { return (false, false) }
            state.commands.append(command)
            defer { state.isSleeping = false }
            return (true, state.isSleeping)
        }
        if mustWake { eventfd_write(eventDescriptor, 1) }
        return isTaken
    }

    /// Refuses further commands and hands over what is left.
    func close() -> [Command] {
        state.withLock { state in
            state.isClosed = true
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// Takes everything that was posted.
    func takeAll() -> [Command] {
        state.withLock { state in
            state.isSleeping = false
            guard !state.commands.isEmpty else { return [] }
            defer { state.commands = [] }
            return state.commands
        }
    }

    /// Whether the thread may sleep: from now on posts wake it.
    func prepareToSleep() -> Bool {
        state.withLock { state in
            state.isSleeping = state.commands.isEmpty
            return state.isSleeping
        }
    }

    func clearEvent() {
        var value: eventfd_t = 0
        eventfd_read(eventDescriptor, &value)
    }
}
