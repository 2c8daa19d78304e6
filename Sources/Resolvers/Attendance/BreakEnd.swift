import Postgres
import Schema

/// attendanceBreakEnd: ends the open break.
enum BreakEnd: ClockAction {
    static let field = "attendanceBreakEnd"
    static let payloadTypeName = "AttendanceBreakEndPayload"
    static let kind = AttendanceEventKind.breakEnd
    static let dayStatement = ClockStatements.Day.ofOpenSession

    static func store(_ clock: Clock, _ state: ClockState) async throws -> ClockResult {
        let (session, interval) = try state.requireOpenSession()
        guard let pause = interval.openPause else {
            throw UserErrors(.notOnBreak, "There is no open break.", path: ["input"])
        }
        try clock.require(after: pause.start, orAt: nil)
        let results = try await clock.transaction.pipeline([
            clock.insertEvent(kind, state),
            ClockStatements.endBreak(.uuid(session.id), .timestamp(clock.instant)),
            try clock.audit(BreakEnd.self, state),
        ])
        return ClockResult(event: AttendanceEventRow(results[0][0]), session: session, record: nil)
    }
}
