import FoundationEssentials
import Postgres
import Schema

/// Soft-deletes a shift that nobody is assigned to today or later. Days of the past keep theirs.
enum ShiftDelete: ShiftMutation {
    static let payloadTypeName = "ShiftDeletePayload"

    static func run(_ input: ShiftDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: ShiftDeleteInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<ShiftRow> {
        let missing = UserErrors.notFound("shift", path: ["input", "shiftId"])
        guard let id = input.shiftId.key(of: .shift) else { return .failure(missing) }
        return try await context.mutate { transaction in
            let results = try await transaction.pipeline([
                lock(.uuid(id)), use(.uuid(id), .timestamp(context.request.now)),
            ])
            guard let current = results[0].first.map(ShiftRow.init) else { throw missing }
            if results[1][0].bool(0) { throw inUse }
            let audit = try context.audit(
                AuditEntry(
                    action: "shiftDelete",
                    entityType: "Shift",
                    entityID: id,
                    oldValues: try ShiftValues(current).json
                )
            )
            return ShiftRow(try await transaction.pipeline([delete(.uuid(id)), audit])[0][0])
        }
    }

    private static let inUse = UserErrors(
        .inUse,
        "Employees are assigned to the shift. End their assignments first.",
        path: ["input", "shiftId"]
    )

    /// Whether an assignment, be it by its rotation, holds today in the organization's zone, or later.
    private static let use = Statement<TenantScope>(
        "use of shift",
        """
        SELECT EXISTS (
          SELECT FROM shift_assignments assignment
          WHERE assignment.organization_id = $1 AND assignment.deleted_at IS NULL
            AND \(ShiftAssignmentRow.names("$2"))
            AND coalesce(upper(assignment.valid) > ($3::timestamptz AT TIME ZONE o.time_zone)::date, true))
        FROM organizations o WHERE o.id = $1
        """
    )

    private static let delete = Statement<TenantScope>(
        "delete shift",
        """
        UPDATE shifts AS shift SET deleted_at = now(), version = shift.version + 1
        WHERE shift.organization_id = $1 AND shift.id = $2
        RETURNING \(ShiftRow.columns)
        """
    )
}
