import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

/// attendanceSessionClose: ends a session that its employee forgot to end, at the time that somebody else names.
enum SessionClose {
    static let field = "attendanceSessionClose"

    struct Result: Sendable {
        let session: AttendanceSessionRow
        let record: AttendanceRecordRow?
    }

    /// The session that is asked for.
    private struct Subject: Sendable {
        let id: UUID
        let employeeID: UUID
        let clockInEventID: UUID
        let clockInAt: Timestamp
        let timeZone: String
        let maximumSkewSeconds: Int

        init(_ row: Row) {
            id = row.uuid(0)
            employeeID = row.uuid(1)
            clockInEventID = row.uuid(2)
            clockInAt = row.timestamp(3)
            timeZone = row.string(4)
            maximumSkewSeconds = Int(row.int32(5))
        }
    }

    static func run(
        _ input: AttendanceSessionCloseInput,
        _ context: ResolverContext
    ) async throws -> SessionClosePayload {
        let outcome = try await context.mutate { transaction in
            var errors = InputErrors(path: ["input"])
            let reason = errors.required(input.reason, "reason", maximumLength: DayDecision.maximumReasonLength)
            try errors.throwIfAny()
            guard let id = input.sessionId.key(of: .attendanceSession),
                let row = try await transaction.run(find(.uuid(id))).first
            else { throw missing }
            let subject = Subject(row)
            try check(input.clockOutAt, subject, now: context.request.now)
            return try await store(subject, input.clockOutAt, reason, in: transaction, context)
        }
        return SessionClosePayload(outcome: outcome, clientMutationId: input.clientMutationId)
    }

    private static let missing = UserErrors.notFound("session", path: ["input", "sessionId"])
    private static let outOfOrder = UserErrors(
        .invalid,
        "The session ends after it began, before the next one begins, and not later than sessions may last.",
        path: ["input", "clockOutAt"]
    )

    private static func check(_ instant: Timestamp, _ subject: Subject, now: Timestamp) throws(UserErrors) {
        // No session lasts as long; the days between need not be read.
        guard instant > subject.clockInAt, instant < subject.clockInAt.adding(days: 7) else { throw outOfOrder }
        do throws(PunchPolicy.Refusal) {
            let policy = PunchPolicy(maximumSkewSeconds: subject.maximumSkewSeconds)
            try policy.check(instant, from: .manager, now: now)
        } catch {
            throw UserErrors(.eventInFuture, "The punch lies in the future.", path: ["input", "clockOutAt"])
        }
    }

    private static func store(
        _ subject: Subject,
        _ instant: Timestamp,
        _ reason: String,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> Result {
        let days = EmployeeDays.around([(subject.employeeID, subject.clockInAt), (subject.employeeID, instant)])
        let stored = try await StoredDays.read(days, in: transaction)
        let punches = stored.employees[subject.employeeID]?.punches ?? []
        guard let before = punches.first(where: { $0.id == subject.clockInEventID })?.session else { throw missing }
        guard before.status == .open || before.status == .autoClosed else {
            throw UserErrors(.invalidTransition, "The session is not open.", path: ["input", "sessionId"])
        }
        let event = PunchEvent(.clockOut, at: instant)
        let punch = DayEdits.Punch(id: UUID(), employeeID: subject.employeeID, event: event)
        let computed = stored.computed(DayEdits(punches: [punch]), now: context.request.now)
        let after = computed.sessions.first { $0.id == subject.id }
        guard let after, after.clockOutEventID == punch.id else { throw outOfOrder }
        try computed.requireOpenPeriods(path: ["input", "sessionId"])
        let statements =
            [try insert(punch, subject, reason, context)] + computed.statements + [
                try context.audit(audit(before, after, reason)), DecisionStatements.record(.uuid(after.recordID)),
            ]
        let results = try await transaction.pipeline(statements)
        let written = computed.written(results.dropFirst())
        guard let session = written.session(ofEvent: punch.id, computed) else { throw missing }
        return Result(session: session, record: results[results.count - 1].first.map(AttendanceRecordRow.init))
    }

    private static func insert(
        _ punch: DayEdits.Punch,
        _ subject: Subject,
        _ reason: String,
        _ context: ResolverContext
    ) throws -> BoundStatement<TenantScope> {
        ClockStatements.insertEvent(
            .uuid(punch.id),
            .uuid(punch.employeeID),
            .text(punch.event.kind.rawValue),
            .timestamp(punch.event.at),
            .text(subject.timeZone),
            .text("manual"),
            .typedNull(.uuid),
            .uuid(try context.tenant().viewer.claims.userID),
            .typedNull(.double),
            .typedNull(.double),
            .typedNull(.double),
            .optional(context.request.clientAddress),
            .text(reason),
            .typedNull(.bool),
            .text(Geofence.Result.notRequired.rawValue)
        )
    }

    /// The entry of a session that is ended by somebody else than its employee.
    static func audit(_ before: SessionValues, _ after: SessionValues, _ reason: String? = nil) -> AuditEntry {
        AuditEntry(
            action: field,
            entityType: "AttendanceSession",
            entityID: before.id,
            oldValues: [
                "status": .string(before.status.rawValue), "clockOutAt": .optional(before.clockOutAt?.description),
            ],
            newValues: [
                "status": .string(after.status.rawValue), "clockOutAt": .optional(after.clockOutAt?.description),
            ],
            reason: reason
        )
    }

    private static let find = Statement<TenantScope>(
        "session to close",
        """
        SELECT s.id, s.employee_id, s.clock_in_event_id, s.clock_in_at, v.time_zone,
               coalesce((SELECT t.max_device_clock_skew_seconds FROM organization_settings t
                         WHERE t.organization_id = $1), 300)
        FROM attendance_sessions s
        JOIN attendance_events v ON v.organization_id = $1 AND v.id = s.clock_in_event_id
        WHERE s.organization_id = $1 AND s.id = $2
        """
    )
}

/// What attendanceSessionClose answers.
struct SessionClosePayload: MutationPayload {
    static let typeName = "AttendanceSessionClosePayload"

    let outcome: MutationOutcome<SessionClose.Result>
    let clientMutationId: String?

    var userErrors: [UserErrorRow] { outcome.userErrors }
}
