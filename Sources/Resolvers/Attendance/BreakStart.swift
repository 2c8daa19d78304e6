import Postgres
import Schema

/// attendanceBreakStart: opens a break in the open session.
enum BreakStart: ClockAction {
    static let field = "attendanceBreakStart"
    static let payloadTypeName = "AttendanceBreakStartPayload"
    static let kind = AttendanceEventKind.breakStart
    static let dayStatement = ClockStatements.Day.ofOpenSession

    static func store(_ clock: Clock, _ state: ClockState) async throws -> ClockResult {
        let (session, interval) = try state.requireOpenSession()
        guard interval.openPause == nil else {
            throw UserErrors(.alreadyOnBreak, "There is an open break already. End it first.", path: ["input"])
        }
        try clock.require(after: nil, orAt: max(interval.start, interval.latestPauseEnd ?? interval.start))
        let results = try await clock.transaction.pipeline([
            clock.insertEvent(kind, state),
            ClockStatements.startBreak(
                .uuid(session.id),
                .uuid(session.employeeID),
                .timestamp(clock.instant),
                .bool(clock.punch.isPaid)
            ),
            try clock.audit(BreakStart.self, state),
        ])
        return ClockResult(event: AttendanceEventRow(results[0][0]), session: session, record: nil)
    }
}
