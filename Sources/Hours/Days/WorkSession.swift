public import Time

/// A worked interval.
public struct WorkSession: Hashable, Sendable {
    /// Raw values are those of the database's `session_status`.
    public enum State: String, Sendable {
        case open
        case closed
        /// Ended by the system, or by the next clock-in: counts nothing until it is corrected.
        case autoClosed = "auto_closed"
    }

    /// A break inside of it.
    public struct Break: Hashable, Sendable {
        /// Where its start is among the punches of the day.
        public let startIndex: Int
        public let start: Timestamp
        /// Nil while it lasts.
        public internal(set) var end: Timestamp?
        /// A paid one counts as work.
        public let isPaid: Bool
    }

    /// Where its clock-in is among the punches of the day.
    public let clockInIndex: Int
    /// Nil while it lasts, and when no punch ended it.
    public internal(set) var clockOutIndex: Int?
    public let start: Timestamp
    /// Nil while it lasts; after the start.
    public internal(set) var end: Timestamp?
    public internal(set) var state: State
    public internal(set) var breaks: [Break]

    /// Ends the break that lasts as well; nothing of a session comes after its end.
    mutating func end(at instant: Timestamp, _ state: State, clockOutIndex: Int? = nil) {
        end = instant
        self.state = state
        self.clockOutIndex = clockOutIndex
        breaks.removeAll { $0.start >= instant }
        for index in breaks.indices { breaks[index].end = min(breaks[index].end ?? instant, instant) }
    }
}
