import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

enum AttendanceCorrectionRequest: CorrectionMutation {
    static let field = "attendanceCorrectionRequest"
    static let payloadTypeName = "AttendanceCorrectionRequestPayload"

    static func run(
        _ input: AttendanceCorrectionRequestInput,
        _ context: ResolverContext
    ) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: AttendanceCorrectionRequestInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<AttendanceCorrectionRow> {
        var errors = InputErrors(path: ["input"])
        let request = CorrectionRequest(input, &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            let id = try await CorrectedEmployee.find(input.employeeId, in: transaction, context)
            let days = [CorrectionEffect.days(of: id, around: input.workDate)]
            let stored = try await StoredDays.read(days, in: transaction)
            guard let employee = stored.employees[id] else { throw CorrectedEmployee.missing(input.employeeId) }
            let change = try request.change(of: employee, now: context.request.now)
            let correctionID = UUID()
            let effect = CorrectionEffect(
                of: change,
                input.kind,
                correction: correctionID,
                employee: id,
                on: input.workDate
            )
            try check(effect, stored, now: context.request.now)
            let statements = [
                try insert(effect, change, request, baseVersion: employee.version(on: input.workDate), context),
                try context.audit(auditEntry(effect, change, request)),
            ]
            return AttendanceCorrectionRow(try await transaction.pipeline(statements)[0][0])
        }
    }

    /// Everything has to be about the one day, which must not be in a locked period.
    private static func check(_ effect: CorrectionEffect, _ stored: StoredDays, now: Timestamp) throws(UserErrors) {
        let computed = stored.computed(DayEdits([effect], on: stored), now: now)
        var errors: [UserErrorRow] = []
        for (index, punch) in effect.punches.enumerated()
        where computed.dayOfEvent[punch.id]?.day.date != effect.workDate {
            let path = ["input", "proposedEvents", String(index)]
            errors.append(UserErrorRow(.outOfRange, "The punch would belong to another day.", path: path))
        }
        let dayOfEvent = stored.computed(now: now).dayOfEvent
        for (index, id) in effect.voidedEventIDs.enumerated() where dayOfEvent[id]?.day.date != effect.workDate {
            let path = ["input", "voidEventIds", String(index)]
            errors.append(UserErrorRow(.outOfRange, "The event belongs to another day.", path: path))
        }
        if !errors.isEmpty { throw UserErrors(errors) }
        try computed.requireOpenPeriods(path: ["input", "workDate"])
    }

    private static func auditEntry(
        _ effect: CorrectionEffect,
        _ change: RequestedChange,
        _ request: CorrectionRequest
    ) -> AuditEntry {
        AuditEntry(
            action: field,
            entityType: AttendanceCorrectionRow.typeName,
            entityID: effect.correctionID,
            newValues: [
                "employeeId": .string(GlobalID(.employee, effect.employeeID).description),
                "workDate": .string(effect.workDate.description), "kind": .string(request.kind.rawValue),
                "requested": .object(change.json),
            ],
            reason: request.reason
        )
    }

    private static func insert(
        _ effect: CorrectionEffect,
        _ change: RequestedChange,
        _ request: CorrectionRequest,
        baseVersion: Int32?,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        insert(
            .uuid(effect.correctionID),
            .uuid(effect.employeeID),
            .date(effect.workDate),
            .text(request.kind.rawValue.lowercased()),
            .text(JSONValue.object(change.json).text),
            .optional(baseVersion),
            .text(request.reason),
            .uuid(try context.tenant().viewer.claims.userID),
            .timestamp(context.request.now)
        )
    }

    private static let insert = Statement<TenantScope>(
        "insert correction",
        """
        INSERT INTO attendance_corrections AS c (organization_id, id, employee_id, work_date, record_id, kind, requested,
          base_version, reason, requested_by, requested_at)
        VALUES ($1, $2, $3, $4,
          (SELECT r.id FROM attendance_records r
           WHERE r.organization_id = $1 AND r.employee_id = $3 AND r.work_date = $4 ORDER BY r.slot LIMIT 1),
          $5, $6::jsonb, $7, $8, $9, $10)
        RETURNING \(AttendanceCorrectionRow.columns)
        """
    )
}

/// Whose day is to be put right.
private enum CorrectedEmployee {
    /// - Parameter id: nil for the viewer.
    static func find(
        _ id: GlobalID?,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> UUID {
        var sql = SQLText()
        let condition: String
        if let id {
            let employee = sql.parameter(.uuid(id.key(of: .employee) ?? GlobalID.unmatchable.uuid))
            let reach = try context.reach(.attendanceCorrect).condition(onEmployee: "e.id", &sql)
            condition = "e.id = \(employee) AND \(reach)"
        } else {
            condition = "e.member_id = \(sql.parameter(.uuid(try context.tenant().memberID)))"
        }
        let statement = Statement<TenantScope>(
            "employee to be corrected",
            "SELECT e.id FROM employees e WHERE e.organization_id = $1 AND \(condition) AND e.deleted_at IS NULL"
        )
        guard let row = try await transaction.run(statement.bind(sql.parameters)).first else { throw missing(id) }
        return row.uuid(0)
    }

    static func missing(_ id: GlobalID?) -> UserErrors {
        id == nil
            ? UserErrors(.noEmployeeRecord, "You have no employee record in this organization.", path: ["input"])
            : .notFound("employee", path: ["input", "employeeId"])
    }
}
