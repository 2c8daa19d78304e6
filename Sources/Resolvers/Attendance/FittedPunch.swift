import FoundationEssentials
import Hours
import Schema
import Time

/// A punch among those that are stored, with the days as they would be.
struct FittedPunch {
    let eventID: UUID
    let instant: Timestamp
    let computed: ComputedAttendance
    /// The employee's punches, without this one.
    private let others: [StoredPunch]
    private let state: ClockState
    private let openSession: SessionValues?
    /// Whether the session that stands open could still be ended by a punch at this time.
    private let isOpenSessionForgotten: Bool

    init(_ added: DayEdits.Punch, _ state: ClockState, _ stored: StoredDays, _ computed: ComputedAttendance) {
        eventID = added.id
        instant = added.event.at
        self.computed = computed
        self.state = state
        others = stored.employees[added.employeeID]?.punches ?? []
        openSession = others.compactMap(\.session).first { $0.status == .open }
        isOpenSessionForgotten = openSession.flatMap(stored.forgottenAt).map { $0 < added.event.at } ?? false
    }

    /// What the punch begins or ends; nil when it does neither.
    var session: SessionValues? {
        computed.sessions.first { $0.clockInEventID == eventID || $0.clockOutEventID == eventID }
    }

    /// - Throws: `NOT_CLOCKED_IN`.
    func requireOpenSession() throws(UserErrors) -> SessionValues {
        guard let openSession, !isOpenSessionForgotten else {
            throw UserErrors(.notClockedIn, "There is no open session. Clock in first.", path: ["input"])
        }
        return openSession
    }

    /// - Throws: `ALREADY_CLOCKED_IN`. Somebody who forgot to clock out may clock in again.
    func requireNoOpenSession() throws(UserErrors) {
        guard let openSession, openSession.clockInAt <= instant, !isOpenSessionForgotten else { return }
        if let row = state.openSession { throw .alreadyClockedIn(row) }
    }

    /// The session as it is stored, if the punch begins or ends one that is.
    func stored(_ session: SessionValues) -> SessionValues? {
        others.first { $0.id == session.clockInEventID }?.session
    }

    func breaks(of session: SessionValues) -> [BreakValues] {
        others.compactMap(\.pause).filter { $0.sessionID == session.id }
    }

    /// Whether the punch alone says what becomes of sessions: it takes nothing from others, and the next clock-in
    /// does not end what it begins.
    var standsAlone: Bool {
        guard let session else { return false }
        let changed = computed.shrunkSessions + computed.grownSessions
        let takesFromOthers = changed.contains { other in
            other.clockInEventID != session.clockInEventID && stored(other)?.status != .open
        }
        let isInterrupted = others.contains { other in
            other.event.kind == .clockIn && !other.event.isVoided && other.event.at == session.clockOutAt
        }
        return !takesFromOthers && (session.clockOutEventID != nil || !isInterrupted)
    }

    /// Those that take some of the time that the punch's session would, or begin where it would end.
    var overlappedSessionIDs: [UUID] {
        let end = session?.clockOutAt ?? instant
        return others.compactMap(\.session).filter { other in
            other.status != .voided && other.clockInAt <= end && other.clockOutAt.map { $0 > instant } ?? true
        }.map(\.id)
    }

    /// Holds the punches of a session to their order: nothing has no length, and breaks stay inside of it.
    ///
    /// - Throws: `INVALID`.
    func require(after start: Timestamp?, orAt end: Timestamp?) throws(UserErrors) {
        guard start.map({ instant <= $0 }) == true || end.map({ instant < $0 }) == true else { return }
        throw Self.outOfOrder
    }

    static let outOfOrder = UserErrors(
        .invalid,
        "The punch must come after the earlier ones of the session.",
        path: ["input", "occurredAt"]
    )
}

extension StoredDays {
    /// When the session is forgotten if nobody ends it.
    func forgottenAt(_ session: SessionValues) -> Timestamp? {
        guard let employee = employees[session.employeeID] else { return nil }
        let record = employee.records.first { $1.id == session.recordID }
        return record.map { day, _ in
            employee.roster.roster.forgottenAt(
                clockIn: session.clockInAt,
                on: day.date,
                maximumSessionMinutes: maximumSessionMinutes
            )
        }
    }
}
