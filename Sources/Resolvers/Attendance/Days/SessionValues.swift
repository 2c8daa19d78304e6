import FoundationEssentials
import Hours
import Time

/// What is stored of a session.
struct SessionValues: Equatable, Sendable {
    /// Raw values are those of the database's `session_status`.
    enum Status: String, Sendable {
        case open
        case closed
        /// Ended by the system because nobody clocked out: counts nothing until it is corrected.
        case autoClosed = "auto_closed"
        /// Its clock-in begins no session any more.
        case voided

        init(_ state: WorkSession.State) {
            switch state {
            case .open: self = .open
            case .closed: self = .closed
            case .autoClosed: self = .autoClosed
            }
        }
    }

    let id: UUID
    let employeeID: UUID
    var recordID: UUID
    /// The session is what becomes of this event.
    let clockInEventID: UUID
    let clockInAt: Timestamp
    var clockOutEventID: UUID?
    var clockOutAt: Timestamp?
    var status: Status
    let locationID: UUID?

    var voided: SessionValues {
        var session = self
        session.status = .voided
        return session
    }

    /// Whether all of the time that it takes was taken by the other one, which stands in the database, as well.
    func liesWithin(_ stored: SessionValues) -> Bool {
        guard status != .voided else { return true }
        guard stored.status != .voided else { return false }
        guard let storedEnd = stored.clockOutAt else { return true }
        return clockOutAt.map { $0 <= storedEnd } ?? false
    }
}

/// What is stored of a break. Its id is that of the event that began it.
struct BreakValues: Equatable, Sendable {
    let id: UUID
    let sessionID: UUID
    let employeeID: UUID
    let start: Timestamp
    var end: Timestamp?
    let isPaid: Bool
}
