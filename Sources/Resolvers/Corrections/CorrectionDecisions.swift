import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Time

/// Decides corrections, any number of them with the same number of statements.
///
/// Three round trips: the corrections within reach; their days, locked, with their state; what is written.
struct CorrectionDecisions {
    var items: [CorrectionDecision]
    /// The root field.
    private let action: String
    private let rejectsEverything: Bool
    private let context: ResolverContext

    init(
        _ items: [CorrectionDecision],
        action: String,
        rejectsEverything: Bool,
        _ context: ResolverContext
    ) {
        self.items = items
        self.action = action
        self.rejectsEverything = rejectsEverything
        self.context = context
        var seen: Set<UUID> = []
        for index in items.indices {
            guard let id = items[index].correctionID, !seen.insert(id).inserted else { continue }
            self.items[index].refuseDuplicate()
        }
    }

    /// Decides what can be; the others have errors then. Answers the corrections that were decided.
    mutating func run(in transaction: Transaction<TenantScope>) async throws -> [UUID: AttendanceCorrectionRow] {
        let lookup = try await transaction.run(CorrectionLookup.query(items.compactMap(\.correctionID), context))
        resolve(CorrectionLookup(lookup))
        let found = items.compactMap(\.correction)
        guard !found.isEmpty else {
            abortIfWanted()
            return [:]
        }
        let days = found.map { CorrectionEffect.days(of: $0.employeeID, around: $0.workDate) }
        let results = try await transaction.pipeline(
            StoredDays.statements(days) + [CorrectionLookup.lock(found.map(\.id))]
        )
        let stored = try await StoredDays(days, results.dropLast()).completed(days, in: transaction)
        check(results[results.count - 1], stored)
        let computed = compute(stored)
        abortIfWanted()
        let decided = items.filter(\.isValid)
        guard !decided.isEmpty else { return [:] }
        return try await store(decided, computed, in: transaction)
    }

    private mutating func resolve(_ lookup: CorrectionLookup) {
        for index in items.indices where items[index].isValid { items[index].resolve(lookup) }
    }

    private mutating func check(_ rows: ResultSet, _ stored: StoredDays) {
        let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.uuid(0), $0.string(1).uppercased()) })
        for index in items.indices where items[index].isValid {
            let state = items[index].correctionID.flatMap { states[$0] }.flatMap(RequestStatus.init(rawValue:))
            items[index].check(state ?? .cancelled, stored)
        }
    }

    /// The days with all that is approved. What would change a locked day is left out, and has an error.
    private mutating func compute(_ stored: StoredDays) -> ComputedAttendance {
        let now = context.request.now
        let computed = stored.computed(DayEdits(effects, on: stored), now: now)
        let locked = computed.lockedEmployees
        if locked.isEmpty { return computed }
        for index in items.indices where items[index].isValid {
            if let period = items[index].effect.flatMap({ locked[$0.employeeID] }) { items[index].refuse(period) }
        }
        return stored.computed(DayEdits(effects, on: stored), now: now)
    }

    private var effects: [CorrectionEffect] { items.filter(\.isValid).compactMap(\.effect) }

    private mutating func abortIfWanted() {
        guard rejectsEverything, items.contains(where: { !$0.isValid }) else { return }
        for index in items.indices where items[index].isValid {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }

    private func store(
        _ decided: [CorrectionDecision],
        _ computed: ComputedAttendance,
        in transaction: Transaction<TenantScope>
    ) async throws -> [UUID: AttendanceCorrectionRow] {
        let userID = try context.tenant().viewer.claims.userID
        let writes = CorrectionWrites(decided, by: userID, at: context.request.now)
        let results = try await transaction.pipeline(
            writes.before + computed.statements + writes.after(computed) + [
                try context.audit(decided.map(auditEntry)), writes.decisions,
            ]
        )
        let rows = results[results.count - 1].map(AttendanceCorrectionRow.init)
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
    }

    private func auditEntry(_ item: CorrectionDecision) -> AuditEntry {
        var values: JSONObject = ["status": .string(item.status.rawValue)]
        if item.isOwn { values["selfApproval"] = true }
        return AuditEntry(
            action: action,
            entityType: AttendanceCorrectionRow.typeName,
            entityID: item.correctionID,
            oldValues: ["status": "PENDING"],
            newValues: values,
            reason: item.note
        )
    }
}
