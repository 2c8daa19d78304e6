import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres

/// The corrections that somebody is about to decide, as far as they reach.
struct CorrectionLookup {
    struct Found {
        let correction: AttendanceCorrectionRow
        /// Whether the viewer asked for it, or it is about them.
        let isOwn: Bool
    }

    let corrections: [UUID: Found]
    let allowsSelfApproval: Bool

    /// One statement for any number of corrections, for ``init(_:)``.
    static func query(_ ids: [UUID], _ context: ResolverContext) throws -> BoundStatement<TenantScope> {
        var sql = SQLText()
        let tenant = try context.tenant()
        let wanted = sql.parameter(.uuids(ids))
        let person = sql.parameter(.uuid(tenant.viewer.claims.userID))
        let member = sql.parameter(.uuid(tenant.memberID))
        let reach = try context.reach(.attendanceDecide).condition(onEmployee: "c.employee_id", &sql)
        return Statement<TenantScope>(
            "corrections to be decided",
            """
            SELECT \(AttendanceCorrectionRow.columns),
                   c.requested_by = \(person) OR e.member_id IS NOT DISTINCT FROM \(member),
                   coalesce((SELECT t.allow_self_approval FROM organization_settings t WHERE t.organization_id = $1), false)
            FROM attendance_corrections c
            JOIN employees e ON e.organization_id = c.organization_id AND e.id = c.employee_id
            WHERE c.organization_id = $1 AND c.id = ANY(\(wanted)) AND \(reach)
            """
        ).bind(sql.parameters)
    }

    init(_ rows: ResultSet) {
        corrections = Dictionary(
            uniqueKeysWithValues: rows.map { row in
                let correction = AttendanceCorrectionRow(row)
                return (
                    correction.id, Found(correction: correction, isOwn: row.bool(AttendanceCorrectionRow.columnCount))
                )
            }
        )
        allowsSelfApproval = rows.first?.bool(AttendanceCorrectionRow.columnCount + 1) ?? false
    }

    /// Locks corrections and tells their state; the employees are locked before.
    static func lock(_ ids: [UUID]) -> BoundStatement<TenantScope> { lockStatement(.uuids(ids)) }

    private static let lockStatement = Statement<TenantScope>(
        "lock corrections",
        """
        SELECT c.id, c.status FROM attendance_corrections c
        WHERE c.organization_id = $1 AND c.id = ANY($2) ORDER BY c.id FOR NO KEY UPDATE
        """
    )
}
