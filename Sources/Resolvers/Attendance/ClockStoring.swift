import Auth
import FoundationEssentials
import GraphQLEngine
import Hours
import JSON
import Postgres
import Schema
import Time

extension Clock {
    /// Stores the punch and its days, in one round trip.
    func store<Action: ClockAction>(
        _ action: Action.Type,
        _ state: ClockState,
        _ computed: ComputedAttendance,
        _ fence: Geofence.Result
    ) async throws -> ClockResult {
        let statements =
            [insertEvent(action, state, fence)] + computed.statements + [try audit(action, state)]
        let results: [ResultSet]
        do {
            results = try await transaction.savepoint { try await transaction.pipeline(statements) }
        } catch let error as DatabaseError {
            throw try await refusal(error, state)
        }
        let written = computed.written(results.dropFirst())
        guard let session = written.session(ofEvent: eventID, computed) ?? state.openSession else {
            throw UserErrors(.notClockedIn, "There is no open session. Clock in first.", path: ["input"])
        }
        return ClockResult(
            event: AttendanceEventRow(results[0][0]),
            session: session,
            record: written.record(session.recordID)
        )
    }

    /// What a violated constraint means: either of them may be the one to report that a session is open.
    private func refusal(_ error: DatabaseError, _ state: ClockState) async throws -> any Error {
        guard case .server(let server) = error else { return error }
        let constraints = ["attendance_sessions_one_open_uq", "attendance_sessions_no_overlap"]
        guard let constraint = server.constraint, constraints.contains(constraint) else { return error }
        let subject = ClockSubject.employee(state.employee.id)
        let rows = try await transaction.run(subject.bind(ClockStatements.openSession))
        return rows.first.map { UserErrors.alreadyClockedIn(AttendanceSessionRow($0)) } ?? UserErrors.sessionOverlap([])
    }

    /// The statement that stores the event; it gives an ``AttendanceEventRow``.
    private func insertEvent<Action: ClockAction>(
        _ action: Action.Type,
        _ state: ClockState,
        _ fence: Geofence.Result
    ) -> BoundStatement<TenantScope> {
        ClockStatements.insertEvent(
            .uuid(eventID),
            .uuid(state.employee.id),
            .text(Action.kind.rawValue),
            .timestamp(instant),
            .text(punch.timeZone ?? state.employee.timeZone),
            .text(state.employee.isViewer ? "web" : "manual"),
            .optional(punch.clientEventID),
            .optional(context.viewer?.claims.userID),
            .optional(punch.point?.latitude),
            .optional(punch.point?.longitude),
            .optional(punch.point?.accuracyMeters),
            .optional(context.request.clientAddress),
            .optional(punch.note),
            .optional(Action.kind == .breakStart ? punch.isPaid : nil),
            .text(fence.rawValue)
        )
    }

    private func audit<Action: ClockAction>(
        _ action: Action.Type,
        _ state: ClockState
    ) throws(GraphQLError) -> BoundStatement<TenantScope> {
        var values = JSONObject()
        values["employeeId"] = .string(state.employee.id.uuidString.lowercased())
        values["kind"] = .string(Action.kind.rawValue.uppercased())
        values["occurredAt"] = .string(instant.description)
        return try context.audit(
            AuditEntry(action: Action.field, entityType: "AttendanceEvent", entityID: eventID, newValues: values)
        )
    }
}

extension UserErrors {
    static func alreadyClockedIn(_ session: AttendanceSessionRow) -> UserErrors {
        let error = GenericErrorRow(
            code: .alreadyClockedIn,
            message: "There is an open session already. Clock out first.",
            path: ["input"]
        )
        return UserErrors([.alreadyClockedIn(AlreadyClockedInErrorRow(error: error, openSession: session))])
    }

    /// - Parameter sessions: that stand in the way, as far as they are known.
    static func sessionOverlap(_ sessions: [UUID]) -> UserErrors {
        let error = GenericErrorRow(
            code: .sessionOverlap,
            message: "Another session of the employee covers this time, or begins after it.",
            path: ["input", "occurredAt"]
        )
        return UserErrors([.sessionOverlap(SessionOverlapErrorRow(error: error, sessionIDs: sessions))])
    }
}
