import FoundationEssentials
import JSON
import Jobs
import Postgres
import Schema

/// Opens a locked payroll period. Events of devices that its lock kept out are applied behind the mutation.
enum AttendancePeriodReopen: PeriodMutation {
    static let field = "attendancePeriodReopen"
    static let payloadTypeName = "AttendancePeriodReopenPayload"

    static func run(
        _ input: AttendancePeriodReopenInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AttendancePeriodReopenInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<AttendancePeriodRow> {
        let missing = UserErrors.notFound("period", path: ["input", "periodId"])
        guard let id = input.periodId.key(of: .attendancePeriod) else { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let reason = errors.required(input.reason, "reason", maximumLength: maximumReasonLength)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            guard let old = try await transaction.run(lock(.uuid(id))).first.map(AttendancePeriodRow.init) else {
                throw missing
            }
            if let refusal = refusal(old, .open) { throw refusal }
            let audit = try context.audit(audit(old, to: .open, reason: reason))
            let work = KeptEventsWork(first: old.first, last: old.last)
            let job = NewJob(kind: KeptEventsWork.jobKind, payload: .object(work.json))
            return AttendancePeriodRow(
                try await transaction.pipeline([update(.uuid(id)), audit, job.enqueued()])[0][0]
            )
        }
    }

    private static let update = Statement<TenantScope>(
        "reopen period",
        """
        UPDATE attendance_periods p SET status = 'open', locked_by = NULL, locked_at = NULL, version = p.version + 1
        WHERE p.organization_id = $1 AND p.id = $2
        RETURNING \(AttendancePeriodRow.columns)
        """
    )
}
