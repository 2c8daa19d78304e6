import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// Stores the good assignments of a batch and what they leave of others: as many statements for one as for all.
struct AssignmentChanges {
    /// The rows as they are now.
    struct Stored {
        let assignments: [UUID: ShiftAssignmentRow]
        /// What was cut or ended.
        let replaced: [ShiftAssignmentRow]
    }

    private let new: [NewAssignment]
    private let cuts: [AssignmentCut]
    private let rests: [AssignmentTimeline.Piece]
    private let action: String

    /// - Parameter action: the mutation's root field.
    init(_ batch: AssignmentBatch, action: String) {
        new = batch.valid
        cuts = batch.timelines.values.flatMap(\.cuts)
        rests = batch.timelines.values.flatMap(\.rests)
        self.action = action
    }

    /// What is cut goes first, so that the new assignments find room.
    func store(in transaction: Transaction<TenantScope>, _ context: ResolverContext) async throws -> Stored {
        let results = try await transaction.pipeline([
            cut(), insert(), insertDays(), insertRests(),
            AssignmentStatements.copyDays(.uuids(rests.map(\.source)), .uuids(rests.map(\.id))),
            AssignmentStatements.select(.uuids(new.map(\.id) + cuts.map(\.id))),
            try context.audit(new.map(entry) + cuts.map(entry) + rests.map(entry)),
        ])
        let rows = results[5].map(ShiftAssignmentRow.init)
        let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        return Stored(assignments: byID, replaced: cuts.compactMap { byID[$0.id] })
    }

    private func cut() -> BoundStatement<TenantScope> {
        AssignmentStatements.cut(
            .uuids(cuts.map(\.id)),
            .dates(cuts.map { $0.after?.first }),
            .dates(cuts.map { $0.after?.last })
        )
    }

    private func insert() -> BoundStatement<TenantScope> {
        AssignmentStatements.insert(
            .uuids(new.map(\.id)),
            .uuids(new.map(\.employeeID)),
            .uuids(new.map(\.shiftID)),
            .int32s(new.map { Int32($0.slot) }),
            .dates(new.map(\.days.first)),
            .dates(new.map(\.days.last)),
            .dates(new.map { $0.rotation?.anchor }),
            .uuids(new.map(\.locationID))
        )
    }

    private func insertDays() -> BoundStatement<TenantScope> {
        let days = new.flatMap { assignment in
            (assignment.rotation?.shiftIDs ?? []).enumerated().map { (assignment.id, Int32($0), $1) }
        }
        return AssignmentStatements.insertDays(.uuids(days.map(\.0)), .int32s(days.map(\.1)), .uuids(days.map(\.2)))
    }

    private func insertRests() -> BoundStatement<TenantScope> {
        AssignmentStatements.insertRests(
            .uuids(rests.map(\.source)),
            .uuids(rests.map(\.id)),
            .dates(rests.map(\.days.first)),
            .dates(rests.map(\.days.last))
        )
    }
}

extension AssignmentChanges {
    private func entry(_ assignment: NewAssignment) -> AuditEntry {
        entry(assignment.id, newValues: assignment.json)
    }

    private func entry(_ cut: AssignmentCut) -> AuditEntry {
        entry(cut.id, oldValues: cut.before.json, newValues: cut.after?.json)
    }

    private func entry(_ rest: AssignmentTimeline.Piece) -> AuditEntry {
        var values = rest.days.json
        values["restOf"] = .optional(rest.source)
        return entry(rest.id, newValues: values)
    }

    private func entry(_ id: UUID, oldValues: JSONObject? = nil, newValues: JSONObject?) -> AuditEntry {
        AuditEntry(
            action: action,
            entityType: "ShiftAssignment",
            entityID: id,
            oldValues: oldValues,
            newValues: newValues
        )
    }
}

extension AssignedDays {
    /// The days as the audit log keeps them.
    var json: JSONObject {
        ["validFrom": .string(first.description), "validTo": .optional(last?.description)]
    }
}
