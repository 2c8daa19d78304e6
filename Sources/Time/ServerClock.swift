/// Where the server takes the time of day from, so that tests can stop it.
///
/// For waiting and deadlines use the monotonic clock (`ContinuousClock`) instead.
public struct ServerClock: Sendable {
    public let now: @Sendable () -> Timestamp

    public init(now: @escaping @Sendable () -> Timestamp) {
        self.now = now
    }

    /// The system's wall clock.
    public static let system = ServerClock(now: { Timestamp.now() })

    /// A clock that always shows the same instant.
    public static func fixed(_ instant: Timestamp) -> ServerClock {
        ServerClock(now: { instant })
    }
}
