import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

enum AttendanceCorrectionCancel: CorrectionMutation {
    static let field = "attendanceCorrectionCancel"
    static let payloadTypeName = "AttendanceCorrectionCancelPayload"

    private static let path = ["input", "correctionId"]

    static func run(
        _ input: AttendanceCorrectionCancelInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AttendanceCorrectionCancelInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<AttendanceCorrectionRow> {
        let missing = UserErrors.notFound("correction", path: path)
        guard let id = input.correctionId.key(of: .attendanceCorrection) else { return .failure(missing) }
        return try await context.mutate { transaction in
            guard let row = try await transaction.run(try lock(id, context)).first else { throw missing }
            let correction = AttendanceCorrectionRow(row)
            if !row.bool(AttendanceCorrectionRow.columnCount) {
                throw UserErrors(.forbidden, "Only those whom a correction is about or from withdraw it.", path: path)
            }
            if let refusal = correction.refusal(of: .cancelled, path: path) { throw UserErrors([refusal]) }
            let audit = try context.audit(
                AuditEntry(
                    action: field,
                    entityType: AttendanceCorrectionRow.typeName,
                    entityID: id,
                    oldValues: ["status": "PENDING"],
                    newValues: ["status": "CANCELLED"]
                )
            )
            return AttendanceCorrectionRow(try await transaction.pipeline([cancel(.uuid(id)), audit])[0][0])
        }
    }

    /// Behind the columns stands whether the viewer made the request or it is about them.
    private static func lock(_ id: UUID, _ context: ResolverContext) throws -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let tenant = try context.tenant()
        let correction = sql.parameter(.uuid(id))
        let person = sql.parameter(.uuid(tenant.viewer.claims.userID))
        let member = sql.parameter(.uuid(tenant.memberID))
        let reach = try context.reach(.attendanceCorrect).condition(onEmployee: "c.employee_id", &sql)
        return Statement<TenantScope>(
            "lock correction",
            """
            SELECT \(AttendanceCorrectionRow.columns), c.requested_by = \(person) OR e.member_id IS NOT DISTINCT FROM \(member)
            FROM attendance_corrections c
            JOIN employees e ON e.organization_id = c.organization_id AND e.id = c.employee_id
            WHERE c.organization_id = $1 AND c.id = \(correction) AND \(reach)
            FOR NO KEY UPDATE OF c
            """
        ).bind(sql.parameters)
    }

    private static let cancel = Statement<TenantScope>(
        "cancel correction",
        """
        UPDATE attendance_corrections c SET status = 'cancelled'
        WHERE c.organization_id = $1 AND c.id = $2
        RETURNING \(AttendanceCorrectionRow.columns)
        """
    )
}
