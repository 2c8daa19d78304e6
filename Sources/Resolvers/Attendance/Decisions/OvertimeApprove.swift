import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// attendanceOvertimeApprove: says how many minutes of a day's overtime count.
enum OvertimeApprove: EntityMutation {
    typealias Entity = AttendanceRecordRow

    static let field = "attendanceOvertimeApprove"
    static let payloadTypeName = "AttendanceOvertimeApprovePayload"
    static let entityField = "record"
    private static let maximumMinutes = 2880

    static func run(
        _ input: AttendanceOvertimeApproveInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        let outcome = try await context.mutate { transaction in
            try await context.requireTeam(.attendanceDecide, in: transaction)
            try check(input)
            let day = try await find(input.recordId, in: transaction, context)
            let range = EmployeeDays(day.employeeID, from: day.day.date, through: day.day.date)
            let stored = try await StoredDays.read([range], in: transaction)
            guard let record = stored.employees[day.employeeID]?.records[day.day] else { throw missing }
            if let expected = input.expectedVersion, expected != Int(record.version) {
                throw UserErrors.staleVersion(current: record.version)
            }
            return try await store(Int32(input.minutes), record, input.note, stored, in: transaction, context)
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static let missing = UserErrors.notFound("record", path: ["input", "recordId"])

    private static func check(_ input: AttendanceOvertimeApproveInput) throws(UserErrors) {
        var errors = InputErrors(path: ["input"])
        if !(0...maximumMinutes).contains(Int(input.minutes)) {
            errors.add(.outOfRange, "The minutes must be between 0 and \(maximumMinutes).", "minutes")
        }
        if let note = input.note { errors.check(text: note, "note", maximumLength: DayDecision.maximumReasonLength) }
        try errors.throwIfAny()
    }

    /// - Throws: `NOT_FOUND` beyond the viewer's reach, `SELF_APPROVAL` for the viewer's own day where the organization
    ///   does not allow it.
    private static func find(
        _ id: GlobalID,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> EmployeeWorkDay {
        guard let id = id.key(of: .attendanceRecord) else { throw missing }
        var sql = SQLText()
        let record = sql.parameter(.uuid(id))
        let member = sql.parameter(.uuid(try context.tenant().memberID))
        let reach = try context.reach(.attendanceDecide).condition(onEmployee: "r.employee_id", &sql)
        let statement = Statement<TenantScope>(
            "record to decide about",
            """
            SELECT r.employee_id, r.work_date, r.slot,
                   e.member_id IS NOT DISTINCT FROM \(member) AND NOT coalesce(t.allow_self_approval, false)
            FROM attendance_records r
            JOIN employees e ON e.organization_id = r.organization_id AND e.id = r.employee_id
            LEFT JOIN organization_settings t ON t.organization_id = r.organization_id
            WHERE r.organization_id = $1 AND r.id = \(record) AND \(reach)
            """
        )
        guard let row = try await transaction.run(statement.bind(sql.parameters)).first else { throw missing }
        if row.bool(3) {
            throw UserErrors(.selfApproval, "Nobody decides about their own overtime.", path: ["input", "recordId"])
        }
        return EmployeeWorkDay(employeeID: row.uuid(0), day: WorkDay(date: row.date(1), slot: Int(row.int16(2))))
    }

    private static func store(
        _ minutes: Int32,
        _ record: StoredRecord,
        _ note: String?,
        _ stored: StoredDays,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> AttendanceRecordRow {
        let computed = stored.computed(DayEdits(overtimeApprovals: [record.key: minutes]), now: context.request.now)
        try computed.requireOpenPeriods(path: ["input", "recordId"])
        let entry = AuditEntry(
            action: field,
            entityType: "AttendanceRecord",
            entityID: record.id,
            oldValues: ["minutes": record.overtimeApprovalMinutes.map { .int(Int64($0)) } ?? .null],
            newValues: ["minutes": .int(Int64(minutes))],
            reason: note
        )
        let actor = Parameter.uuid(try context.tenant().viewer.claims.userID)
        let approval = approve(.uuid(record.id), .int32(minutes), actor, .timestamp(context.request.now))
        let statements = computed.statements + [try context.audit(entry), approval]
        guard let row = try await transaction.pipeline(statements).last?.first else { throw missing }
        return AttendanceRecordRow(row)
    }

    private static let approve = Statement<TenantScope>(
        "approve overtime",
        """
        UPDATE attendance_records AS r
        SET overtime_approval_minutes = $3, overtime_approved_by = $4, overtime_approved_at = $5
        WHERE r.organization_id = $1 AND r.id = $2
        RETURNING \(AttendanceRecordRow.columns)
        """
    )
}
