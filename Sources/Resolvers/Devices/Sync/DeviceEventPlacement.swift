import FoundationEssentials
import Hours
import Time

/// Finds out what becomes of events whose employees are known, without writing anything.
///
/// Whichever order they come in, the earliest is looked at first: what a punch is, and whether it was punched a moment
/// ago already, follows from those before it. One that a locked period refuses counts for nothing, so the others are
/// looked at again without it.
struct DeviceEventPlacement: Sendable {
    /// An event and whose it is.
    struct Candidate: Sendable {
        let event: DeviceEvent
        let employeeID: UUID
    }

    enum Refusal: Sendable {
        case policy(PunchPolicy.Refusal)
        case periodLocked(StoredPeriod)
        /// There is no such employee any more.
        case employeeGone
    }

    /// The days with the events that are taken.
    let days: ComputedAttendance
    /// The kinds of those, by the event's id.
    let kinds: [UUID: PunchKind]
    /// Why the others are not, by the event's id.
    let refusals: [UUID: Refusal]

    init(_ candidates: [Candidate], in stored: StoredDays, _ policy: PunchPolicy, now: Timestamp) {
        var locked: [UUID: StoredPeriod] = [:]
        while true {
            let open = candidates.filter { locked[$0.event.id] == nil }
            let attempt = Attempt(open, in: stored, policy, now: now)
            let days = attempt.days
            let found = attempt.locked(days)
            locked.merge(found) { first, _ in first }
            guard found.isEmpty else { continue }
            self.days = days
            kinds = attempt.kinds
            refusals = attempt.refusals.merging(locked.mapValues(Refusal.periodLocked)) { $1 }
            return
        }
    }
}

/// One look at the events.
private struct Attempt {
    private(set) var kinds: [UUID: PunchKind] = [:]
    private(set) var refusals: [UUID: DeviceEventPlacement.Refusal] = [:]
    private var taken: [DeviceEventPlacement.Candidate] = []
    private let stored: StoredDays
    private let policy: PunchPolicy
    private let now: Timestamp

    init(_ candidates: [DeviceEventPlacement.Candidate], in stored: StoredDays, _ policy: PunchPolicy, now: Timestamp) {
        self.stored = stored
        self.policy = policy
        self.now = now
        for (employeeID, candidates) in Dictionary(grouping: candidates, by: \.employeeID) {
            guard let employee = stored.employees[employeeID] else {
                for candidate in candidates { refusals[candidate.event.id] = .employeeGone }
                continue
            }
            take(candidates, known: employee.punches.map(\.event).filter { !$0.isVoided })
        }
    }

    private mutating func take(_ candidates: [DeviceEventPlacement.Candidate], known: [PunchEvent]) {
        var known = known
        for candidate in candidates.sorted(by: { $0.event.occurredAt < $1.event.occurredAt }) {
            let event = candidate.event
            if let refusal = policy.refusal(of: event, among: known, now: now) {
                refusals[event.id] = .policy(refusal)
                continue
            }
            let kind =
                event.kind
                ?? .inferred(
                    at: event.occurredAt,
                    among: known,
                    maximumSessionMinutes: stored.maximumSessionMinutes
                )
            known.append(PunchEvent(kind, at: event.occurredAt))
            kinds[event.id] = kind
            taken.append(candidate)
        }
    }

    /// Of nobody but those who have an event that is taken.
    var days: ComputedAttendance {
        let punches = taken.compactMap { candidate in
            kinds[candidate.event.id].map { kind in
                DayEdits.Punch(
                    id: candidate.event.id,
                    employeeID: candidate.employeeID,
                    event: PunchEvent(kind, at: candidate.event.occurredAt)
                )
            }
        }
        let employees = Set(taken.map(\.employeeID))
        return stored.restricted(to: employees).computed(DayEdits(punches: punches), now: now)
    }

    /// The events whose day is locked, with its period. Where an open day's event changes a locked one, all of the
    /// employee's.
    func locked(_ days: ComputedAttendance) -> [UUID: StoredPeriod] {
        let closed = days.periods.filter { !$0.isOpen }
        let direct = taken(lockedBy: { candidate in
            days.dayOfEvent[candidate.event.id].flatMap { day in closed.first { $0.holds(day.day.date) } }
        })
        let employees = days.lockedEmployees
        return direct.isEmpty ? taken(lockedBy: { employees[$0.employeeID] }) : direct
    }

    private func taken(lockedBy period: (DeviceEventPlacement.Candidate) -> StoredPeriod?) -> [UUID: StoredPeriod] {
        taken.reduce(into: [:]) { $0[$1.event.id] = period($1) }
    }
}

extension PunchPolicy {
    /// An event of which the machine does not say what it is equals every punch that begins or ends a session. Of one
    /// that was kept the time was judged when it came.
    ///
    /// - Parameter known: the employee's punches around it.
    func refusal(of event: DeviceEvent, among known: [PunchEvent] = [], now: Timestamp) -> Refusal? {
        let equal = known.filter { punch in
            event.kind.map { $0 == punch.kind } ?? (punch.kind == .clockIn || punch.kind == .clockOut)
        }
        do throws(Refusal) {
            let now = event.isKept ? event.occurredAt : now
            try check(event.occurredAt, from: .device, now: now, equalPunches: equal.map(\.at))
            return nil
        } catch {
            return error
        }
    }
}

extension DeviceEventPlacement {
    /// What is to be stored of the candidates.
    func punches(of candidates: [Candidate], in stored: StoredDays) -> [DeviceEventStore.Punch] {
        candidates.compactMap { candidate in
            guard refusals[candidate.event.id] == nil, let kind = kinds[candidate.event.id],
                let employee = stored.employees[candidate.employeeID]
            else { return nil }
            return DeviceEventStore.Punch(
                event: candidate.event,
                employeeID: candidate.employeeID,
                kind: kind,
                timeZone: employee.roster.roster.zone.name
            )
        }
    }
}

extension StoredDays {
    fileprivate func restricted(to ids: Set<UUID>) -> StoredDays {
        StoredDays(
            employees: employees.filter { ids.contains($0.key) },
            periods: periods,
            maximumSessionMinutes: maximumSessionMinutes
        )
    }
}
