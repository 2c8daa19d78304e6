import FoundationEssentials
import Hours
import JSON
import Postgres
import Schema
import Time

/// What a device sends at once, inside the mutation's transaction.
///
/// Four round trips with at most eleven statements and the device's check, however many events of however many employees
/// there are: who they are, the days that they belong to, and what is stored.
struct EventSync {
    private let context: ResolverContext
    private let transaction: Transaction<TenantScope>
    private let throughSequence: Int64?
    private let sequences: [Int64]
    private var items: [SyncedEvent]

    /// What the events came to.
    struct Result: Sendable {
        let items: [SyncedEvent]
        /// Those that are stored, by id.
        let events: [UUID: AttendanceEventRow]
        let acknowledgedSequence: Int64?
    }

    init(_ input: AttendanceEventsSyncInput, _ context: ResolverContext, _ transaction: Transaction<TenantScope>) {
        self.context = context
        self.transaction = transaction
        throughSequence = input.throughSequence
        sequences = input.items.compactMap(\.sequence)
        items = input.items.enumerated().map {
            SyncedEvent($1, index: $0, address: context.request.clientAddress)
        }
    }

    private var now: Timestamp { context.request.now }

    mutating func run() async throws -> Result {
        findDuplicatesInBatch()
        let query = DeviceEventLookup.query(items.map { $0.isOpen ? $0.event : nil })
        let lookup = DeviceEventLookup(try await transaction.run(query))
        let candidates = judge(lookup)
        let days = EmployeeDays.around(candidates.map { (employeeID: $0.employeeID, at: $0.event.occurredAt) })
        let stored = try await StoredDays.read(days, in: transaction)
        let placement = DeviceEventPlacement(candidates, in: stored, lookup.policy, now: now)
        decide(placement)
        let acknowledged = acknowledgedSequence(after: lookup.lastSequence)
        let store = try store(candidates, placement, stored, lookup, acknowledged)
        let rows = try await transaction.pipeline([store.statement] + placement.days.statements)[0]
        let events = rows.map(AttendanceEventRow.init).map { ($0.id, $0) }
        return Result(
            items: items,
            events: Dictionary(events, uniquingKeysWith: { first, _ in first }),
            acknowledgedSequence: acknowledged
        )
    }
}

extension EventSync {
    /// The first event with an id counts.
    private mutating func findDuplicatesInBatch() {
        var seen: Set<String> = []
        for index in items.indices where items[index].isOpen {
            if !seen.insert(items[index].event.deviceEventID).inserted { items[index].findDuplicate(of: nil) }
        }
    }

    /// Holds the events to what is stored. Answers those that are left.
    private mutating func judge(_ lookup: DeviceEventLookup) -> [DeviceEventPlacement.Candidate] {
        var candidates: [DeviceEventPlacement.Candidate] = []
        for (index, finding) in zip(items.indices, lookup.findings) where items[index].isOpen {
            let event = items[index].event
            if finding.isKnown {
                items[index].findDuplicate(of: finding.storedID)
            } else if let refusal = lookup.policy.refusal(of: event, now: now) {
                items[index].refuse(.policy(refusal))
            } else if let employee = finding.employee {
                if employee.isInactive(at: event.occurredAt) {
                    items[index].rejectAsInactive()
                } else {
                    candidates.append(DeviceEventPlacement.Candidate(event: event, employeeID: employee.id))
                }
            } else {
                items[index].keep()
            }
        }
        return candidates
    }

    private mutating func decide(_ placement: DeviceEventPlacement) {
        for index in items.indices where items[index].isOpen {
            if let refusal = placement.refusals[items[index].event.id] {
                items[index].refuse(refusal)
            } else {
                items[index].accept()
            }
        }
    }

    /// What the client says, and what follows on it without a gap.
    private func acknowledgedSequence(after last: Int64?) -> Int64? {
        guard var acknowledged = [last, throughSequence].compactMap({ $0 }).max() else { return nil }
        for sequence in sequences.sorted() where sequence > acknowledged && sequence - 1 == acknowledged {
            acknowledged = sequence
        }
        return acknowledged
    }

    private func store(
        _ candidates: [DeviceEventPlacement.Candidate],
        _ placement: DeviceEventPlacement,
        _ stored: StoredDays,
        _ lookup: DeviceEventLookup,
        _ acknowledged: Int64?
    ) throws -> DeviceEventStore {
        let punches = placement.punches(of: candidates, in: stored)
        let unmapped = items.filter { $0.outcome == .unmapped }.map(\.event)
        let entry = AuditEntry(
            action: AttendanceEventsSync.field,
            entityType: DeviceRow.typeName,
            entityID: lookup.deviceID,
            newValues: [
                "acceptedCount": .int(Int64(punches.count)), "unmappedCount": .int(Int64(unmapped.count)),
                "lastSequence": acknowledged.map { .int($0) } ?? .null,
            ]
        )
        let isNew = !punches.isEmpty || !unmapped.isEmpty
        return DeviceEventStore(
            punches: punches,
            unmapped: unmapped,
            knownIDs: items.filter { $0.outcome == .duplicate }.compactMap(\.storedID),
            lastSequence: acknowledged,
            clockOffsetMilliseconds: clockOffset(lookup.policy),
            audit: try context.auditRows(isNew ? [entry] : [])
        )
    }

    /// A device that sends what was punched just now, or has yet to be, shows its clock.
    private func clockOffset(_ policy: PunchPolicy) -> Int32? {
        let earliest = now.adding(seconds: -Int64(policy.maximumSkewSeconds))
        guard let latest = items.map(\.event.occurredAt).max(), latest > earliest else { return nil }
        return Int32(clamping: now.microseconds(until: latest) / 1_000)
    }
}
