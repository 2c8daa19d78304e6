import Auth
import FoundationEssentials
import Postgres
import Schema

enum AttendancePeriodLock: PeriodMutation {
    static let field = "attendancePeriodLock"
    static let payloadTypeName = "AttendancePeriodLockPayload"

    static func run(_ input: AttendancePeriodLockInput, _ context: ResolverContext) async throws -> EntityPayload<Self>
    {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AttendancePeriodLockInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<AttendancePeriodRow> {
        let missing = UserErrors.notFound("period", path: ["input", "periodId"])
        guard let id = input.periodId.key(of: .attendancePeriod) else { return .failure(missing) }
        return try await context.mutate { transaction in
            // The second statement sees what was written until the first one had the lock.
            let results = try await transaction.pipeline([lock(.uuid(id)), PeriodBlockersRow.query([id])])
            guard let old = results[0].first.map(AttendancePeriodRow.init) else { throw missing }
            try check(old, results[1].first.map(PeriodBlockersRow.init) ?? PeriodBlockersRow(), input)
            let userID = try context.tenant().viewer.claims.userID
            let update = update(.uuid(id), .uuid(userID), .timestamp(context.request.now))
            let stored = try await transaction.pipeline([update, try context.audit(audit(old, to: .locked))])
            return AttendancePeriodRow(stored[0][0])
        }
    }

    private static func check(
        _ period: AttendancePeriodRow,
        _ blockers: PeriodBlockersRow,
        _ input: AttendancePeriodLockInput
    ) throws(UserErrors) {
        if let expected = input.expectedVersion, expected != Int(period.version) {
            throw UserErrors.staleVersion(current: period.version)
        }
        if let refusal = refusal(period, .locked) { throw refusal }
        if blockers.keepFromLocking && !input.force {
            throw UserErrors(.periodHasBlockers, blockers.explanation, path: ["input", "periodId"])
        }
    }

    private static let update = Statement<TenantScope>(
        "lock period for good",
        """
        UPDATE attendance_periods p SET status = 'locked', locked_by = $3, locked_at = $4, version = p.version + 1
        WHERE p.organization_id = $1 AND p.id = $2
        RETURNING \(AttendancePeriodRow.columns)
        """
    )
}
