import FoundationEssentials
import Hours
import Schema
import Time

/// What somebody asks for, found well-formed.
struct CorrectionRequest: Sendable {
    static let maximumReasonLength = 1_000
    static let maximumEventCount = 20

    let kind: CorrectionKind
    let reason: String
    private let events: [ProposedEventInput]
    private let voidEventIDs: [GlobalID]

    init(_ input: AttendanceCorrectionRequestInput, _ errors: inout InputErrors) {
        kind = input.kind
        reason = errors.required(input.reason, "reason", maximumLength: Self.maximumReasonLength)
        events = input.proposedEvents
        voidEventIDs = input.voidEventIds ?? []
        for (count, field) in [(events.count, "proposedEvents"), (voidEventIDs.count, "voidEventIds")]
        where count > Self.maximumEventCount {
            errors.add(.outOfRange, "At most \(Self.maximumEventCount) can be given.", field)
        }
        checkKind(&errors)
    }

    /// Each kind has what it is about.
    private func checkKind(_ errors: inout InputErrors) {
        let kinds = events.map(\.kind)
        switch kind {
        case .missedClockIn where !kinds.contains(.clockIn): errors.addRequired("proposedEvents")
        case .missedClockOut where !kinds.contains(.clockOut): errors.addRequired("proposedEvents")
        case .addDay where events.isEmpty: errors.addRequired("proposedEvents")
        case .wrongTime:
            if events.isEmpty { errors.addRequired("proposedEvents") }
            if voidEventIDs.isEmpty { errors.addRequired("voidEventIds") }
        case .void:
            if voidEventIDs.isEmpty { errors.addRequired("voidEventIds") }
            if !events.isEmpty { errors.add(.invalid, "What is void has no new punches.", "proposedEvents") }
        default: break
        }
    }

    /// The same as instants, in the employee's zone unless it says otherwise.
    ///
    /// - Throws: what is wrong with a time, or an event that is not a live one of the employee.
    func change(of employee: StoredDays.Employee, now: Timestamp) throws(UserErrors) -> RequestedChange {
        var change = RequestedChange()
        var errors: [UserErrorRow] = []
        for (index, event) in events.enumerated() {
            do {
                let path = ["input", "proposedEvents", String(index), "at"]
                change.punches.append(try punch(event, employee.roster.roster.zone, now: now, path: path))
            } catch {
                errors += error.errors
            }
        }
        let live = Set(employee.punches.filter { !$0.event.isVoided }.map(\.id))
        for (index, id) in voidEventIDs.enumerated() {
            if let key = id.key(of: .attendanceEvent), live.contains(key) {
                change.voidedEventIDs.append(key)
            } else {
                errors += UserErrors.notFound("event", path: ["input", "voidEventIds", String(index)]).errors
            }
        }
        if !errors.isEmpty { throw UserErrors(errors) }
        return change
    }

    private func punch(
        _ event: ProposedEventInput,
        _ zone: TimeZoneRules,
        now: Timestamp,
        path: [String]
    ) throws(UserErrors) -> ProposedPunch {
        let (instant, zone) = try moment(event.at, zone, path: path)
        if instant > now { throw UserErrors(.eventInFuture, "A correction is about what has been.", path: path) }
        let kind = PunchKind(rawValue: event.kind.rawValue.lowercased()) ?? .clockIn
        return ProposedPunch(kind: kind, at: instant, timeZone: zone.name)
    }

    private func moment(
        _ input: InstantOrLocalInput,
        _ zone: TimeZoneRules,
        path: [String]
    ) throws(UserErrors) -> (Timestamp, TimeZoneRules) {
        switch input {
        case .instant(let instant): return (instant, zone)
        case .local(let local):
            let path = path + ["local"]
            let zone = try rules(local.timeZone, path: path + ["timeZone"]) ?? zone
            do throws(LocalTimeError) {
                let offset = local.offsetMinutes.map { $0 * 60 }
                return (try zone.instant(of: LocalDateTime(local.date, local.time), offsetSeconds: offset), zone)
            } catch {
                throw UserErrors([.localTime(error, path: path)])
            }
        }
    }

    /// Nil without a name.
    private func rules(_ name: String?, path: [String]) throws(UserErrors) -> TimeZoneRules? {
        guard let name else { return nil }
        do throws(TimeZoneError) {
            return try TimeZoneDatabase.system.rules(named: name)
        } catch {
            throw UserErrors(.invalid, "There is no such time zone.", path: path)
        }
    }
}
