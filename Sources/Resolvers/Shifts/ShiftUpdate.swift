import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Jobs
import Postgres
import Schema
import Time

/// Replaces what a shift says. Days that were computed before keep their numbers, unless they are to be computed anew.
enum ShiftUpdate: ShiftMutation {
    static let payloadTypeName = "ShiftUpdatePayload"
    private static let path = ["input", "shift"]

    static func run(_ input: ShiftUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: ShiftUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<ShiftRow> {
        let missing = UserErrors.notFound("shift", path: ["input", "shiftId"])
        guard let id = input.shiftId.key(of: .shift) else { return .failure(missing) }
        var errors = InputErrors(path: path)
        let new = ShiftValues(input.shift, id: id, &errors)
        let recompute = try recompute(id, from: input.recomputeFrom.given, context, &errors)
        guard let new, errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(path: path) { transaction in
            guard let current = try await transaction.run(lock(.uuid(id))).first.map(ShiftRow.init) else {
                throw missing
            }
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            let audit = try context.audit(auditEntry(try ShiftValues(current), new, recompute))
            let enqueue: [BoundStatement<TenantScope>] = recompute.map { [$0.job.enqueued()] } ?? []
            return ShiftRow(try await transaction.pipeline([new.update, audit] + enqueue)[0][0])
        }
    }

    private static func auditEntry(_ old: ShiftValues, _ new: ShiftValues, _ recompute: RecomputeWork?) -> AuditEntry {
        var newValues = new.json.differences(from: old.json)
        if let recompute { newValues["recomputeFrom"] = .string(recompute.first.description) }
        return AuditEntry(
            action: "shiftUpdate",
            entityType: "Shift",
            entityID: new.id,
            oldValues: old.json.differences(from: new.json),
            newValues: newValues
        )
    }

    /// The days that have been, wherever on Earth somebody works. None for a day that has yet to come: it will be computed
    /// under the new rules by itself.
    private static func recompute(
        _ shift: UUID,
        from first: CalendarDate?,
        _ context: ResolverContext,
        _ errors: inout InputErrors
    ) throws(GraphQLError) -> RecomputeWork? {
        let last = context.request.now.dateInUTC.advanced(byDays: 1)
        guard let first, first <= last else { return nil }
        if first.days(until: last) > AttendanceRecompute.maximumDays {
            errors.append([
                UserErrorRow(
                    .outOfRange,
                    "At most the days of the last year are computed anew.",
                    path: ["input", "recomputeFrom"]
                )
            ])
        }
        let userID = try context.tenant().viewer.claims.userID
        return RecomputeWork(first: first, last: last, shiftID: shift, userID: userID)
    }
}
