internal import Clibpq

#if canImport(Glibc)
    internal import Glibc
#endif

/// Listens on one channel (manual, "LISTEN") with a connection and a thread of its own, and connects again by itself.
///
/// Notifications are hints: whatever they announce must also be found by looking from time to time.
public final class NotificationListener: Sendable {
    private let parameters: ConnectionParameters
    private let channel: StaticString
    private let onNotification: @Sendable () -> Void
    /// Readable once it shall end.
    private let endDescriptor: CInt
    private static let reconnectDelayMilliseconds = 1_000

    /// - Parameters:
    ///   - channel: a name that needs no quotes.
    ///   - onNotification: called on the listener's thread once for any number of notifications, and after each new
    ///     connection, as some may have been missed before it.
    public init(
        _ configuration: DatabaseConfiguration,
        channel: StaticString,
        onNotification: @escaping @Sendable () -> Void
    ) throws(DatabaseError) {
        self.channel = channel
        self.onNotification = onNotification
        parameters = try ConnectionParameters(
            connectionString: configuration.connectionString,
            defaults: ConnectionParameters.transport + [
                ("application_name", configuration.applicationName), ("connect_timeout", "3"),
            ],
            settings: []
        )
        endDescriptor = eventfd(0, CInt(EFD_NONBLOCK) | CInt(EFD_CLOEXEC))
        guard endDescriptor >= 0 else { throw .unavailable("eventfd failed: errno \(errno)") }
    }

    deinit {
        close(endDescriptor)
    }

    /// Listens until the task is cancelled. Call it once.
    public func run() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                startThread(named: "listener") { [self] in
                    while listenOnce() {}
                    continuation.resume()
                }
            }
        } onCancel: {
            eventfd_write(endDescriptor, 1)
        }
    }

    /// Connects and listens until the connection is lost. Answers false when it shall end.
    private func listenOnce() -> Bool {
        guard let session = parameters.withPointers({ PQconnectdbParams($0, $1, 1) }) else { return waitForReconnect() }
        defer { PQfinish(session) }
        PQsetNoticeReceiver(session, { _, _ in }, nil)
        let answer = PQexec(session, "LISTEN \(channel)")
        defer { PQclear(answer) }
        guard PQresultStatus(answer) == PGRES_COMMAND_OK else { return waitForReconnect() }
        onNotification()
        while true {
            guard waitForInput(descriptor: PQsocket(session), timeoutMilliseconds: -1) else { return false }
            guard PQconsumeInput(session) == 1 else { return waitForReconnect() }
            if takeNotifications(session) { onNotification() }
        }
    }

    /// Whether there were any.
    private func takeNotifications(_ session: OpaquePointer) -> Bool {
        var isAny = false
        while let notification = PQnotifies(session) {
            PQfreemem(notification)
            isAny = true
        }
        return isAny
    }

    private func waitForReconnect() -> Bool {
        waitForInput(descriptor: -1, timeoutMilliseconds: Self.reconnectDelayMilliseconds)
    }

    /// Waits until the descriptor is readable or the time is over. Answers false when the listener shall end.
    ///
    /// - Parameters:
    ///   - descriptor: −1 for none.
    ///   - timeoutMilliseconds: −1 for ever.
    private func waitForInput(descriptor: CInt, timeoutMilliseconds: Int) -> Bool {
        var watched = [
            pollfd(fd: endDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        ]
        _ = poll(&watched, 2, CInt(timeoutMilliseconds))
        return watched[0].revents == 0
    }
}
