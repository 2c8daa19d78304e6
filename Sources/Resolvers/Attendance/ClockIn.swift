import FoundationEssentials
import Postgres
import Schema

/// attendanceClockIn: opens a session in the record of the local date.
enum ClockIn: ClockAction {
    static let field = "attendanceClockIn"
    static let payloadTypeName = "AttendanceClockInPayload"
    static let kind = AttendanceEventKind.clockIn
    static let dayStatement = ClockStatements.Day.ofInstant

    static func store(_ clock: Clock, _ state: ClockState) async throws -> ClockResult {
        if let open = state.openSession { throw alreadyClockedIn(open) }
        let statements = try writes(clock, state)
        do {
            let results = try await clock.transaction.savepoint { try await clock.transaction.pipeline(statements) }
            return ClockResult(
                event: AttendanceEventRow(results[0][0]),
                session: AttendanceSessionRow(results[2][0]),
                record: AttendanceRecordRow(results[1][0])
            )
        } catch let error as DatabaseError {
            throw try await refusal(error, clock, state)
        }
    }

    private static func writes(_ clock: Clock, _ state: ClockState) throws -> [BoundStatement<TenantScope>] {
        let employee = state.employee
        let new = WorkInterval(start: clock.instant, end: nil, state: .open, pauses: [])
        let day = DayComputation.compute(state.day.map(\.interval) + [new])
        let record: [Parameter] = [
            .uuid(UUID()), .uuid(employee.id), .date(employee.workDate), .text(employee.timeZone),
        ]
        return [
            clock.insertEvent(kind, state),
            ClockStatements.upsertRecord.bind(record + ClockStatements.numbers(day, at: clock.context.request.now)),
            ClockStatements.openNewSession(
                .uuid(employee.id),
                .uuid(clock.eventID),
                .timestamp(clock.instant),
                .date(employee.workDate)
            ),
            try clock.audit(ClockIn.self, state),
        ]
    }

    /// What a violated constraint means: either of them may be the one to report that a session is open.
    private static func refusal(_ error: DatabaseError, _ clock: Clock, _ state: ClockState) async throws -> any Error {
        guard case .server(let server) = error else { return error }
        let constraints = ["attendance_sessions_one_open_uq", "attendance_sessions_no_overlap"]
        guard let constraint = server.constraint, constraints.contains(constraint) else { return error }
        let subject = ClockSubject.employee(state.employee.id)
        let rows = try await clock.transaction.run(subject.bind(ClockStatements.openSession))
        if let open = rows.first { return alreadyClockedIn(AttendanceSessionRow(open)) }
        return UserErrors(
            .sessionOverlap,
            "Another session of the employee covers this time, or begins after it.",
            path: ["input", "occurredAt"]
        )
    }

    private static func alreadyClockedIn(_ session: AttendanceSessionRow) -> UserErrors {
        let error = GenericErrorRow(
            code: .alreadyClockedIn,
            message: "There is an open session already. Clock out first.",
            path: ["input"]
        )
        return UserErrors([.alreadyClockedIn(AlreadyClockedInErrorRow(error: error, openSession: session))])
    }
}
