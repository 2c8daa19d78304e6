import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// attendanceEventVoid: a punch counts no more. It stays, with a row that says so.
enum EventVoid {
    static let field = "attendanceEventVoid"

    struct Result: Sendable {
        let event: AttendanceEventRow
        /// Of the day that the punch belonged to.
        let record: AttendanceRecordRow?
    }

    static func run(_ input: AttendanceEventVoidInput, _ context: ResolverContext) async throws -> EventVoidPayload {
        let outcome = try await context.mutate { transaction in
            var errors = InputErrors(path: ["input"])
            let reason = errors.required(
                input.reason,
                "reason",
                maximumLength: DayDecision.maximumReasonLength
            )
            try errors.throwIfAny()
            guard let id = input.eventId.key(of: .attendanceEvent),
                let row = try await transaction.run(find(.uuid(id))).first
            else { throw missing }
            let days = [EmployeeDays(row.uuid(0), around: row.timestamp(1))]
            let stored = try await StoredDays.read(days, in: transaction)
            return try await store(id, row.uuid(0), reason, stored, in: transaction, context)
        }
        return EventVoidPayload(outcome: outcome, clientMutationId: input.clientMutationId)
    }

    private static let missing = UserErrors.notFound("punch", path: ["input", "eventId"])

    private static func store(
        _ id: UUID,
        _ employee: UUID,
        _ reason: String,
        _ stored: StoredDays,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> Result {
        guard let punch = stored.employees[employee]?.punches.first(where: { $0.id == id }) else { throw missing }
        if punch.event.isVoided {
            throw UserErrors(.invalidTransition, "The punch is voided already.", path: ["input", "eventId"])
        }
        let computed = stored.computed(DayEdits(voidedEventIDs: [id]), now: context.request.now)
        try computed.requireOpenPeriods(path: ["input", "eventId"])
        let actor = Parameter.uuid(try context.tenant().viewer.claims.userID)
        let record = computed.dayOfEvent[id].flatMap { computed.recordIDs[$0] }
        let statements =
            [void(.uuid(id), .text(reason), actor)] + computed.statements + [
                try context.audit(audit(punch, reason)), event(.uuid(id)), DecisionStatements.record(.optional(record)),
            ]
        let results = try await transaction.pipeline(statements)
        return Result(
            event: AttendanceEventRow(results[results.count - 2][0]),
            record: results[results.count - 1].first.map(AttendanceRecordRow.init)
        )
    }

    private static func audit(_ punch: StoredPunch, _ reason: String) -> AuditEntry {
        let values: JSONObject = [
            "employeeId": .string(punch.employeeID.uuidString.lowercased()),
            "kind": .string(punch.event.kind.rawValue.uppercased()),
            "occurredAt": .string(punch.event.at.description), "voided": false,
        ]
        return AuditEntry(
            action: field,
            entityType: "AttendanceEvent",
            entityID: punch.id,
            oldValues: values,
            newValues: ["voided": true],
            reason: reason
        )
    }

    private static let find = Statement<TenantScope>(
        "event to void",
        "SELECT v.employee_id, v.occurred_at FROM attendance_events v WHERE v.organization_id = $1 AND v.id = $2"
    )

    private static let void = Statement<TenantScope>(
        "void event",
        """
        INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id) VALUES ($1, $2, $3, $4)
        """
    )

    private static let event = Statement<TenantScope>(
        "voided event",
        """
        SELECT \(AttendanceEventRow.columns) FROM \(AttendanceEventRow.source)
        WHERE v.organization_id = $1 AND v.id = $2
        """
    )
}

/// What attendanceEventVoid answers.
struct EventVoidPayload: MutationPayload {
    static let typeName = "AttendanceEventVoidPayload"

    let outcome: MutationOutcome<EventVoid.Result>
    let clientMutationId: String?

    var userErrors: [UserErrorRow] { outcome.userErrors }
}
