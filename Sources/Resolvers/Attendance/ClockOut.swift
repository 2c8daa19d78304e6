import FoundationEssentials
import Postgres
import Schema
import Time

/// attendanceClockOut: closes the open session and its open break.
enum ClockOut: ClockAction {
    static let field = "attendanceClockOut"
    static let payloadTypeName = "AttendanceClockOutPayload"
    static let kind = AttendanceEventKind.clockOut
    static let dayStatement = ClockStatements.Day.ofOpenSession

    static func store(_ clock: Clock, _ state: ClockState) async throws -> ClockResult {
        let (session, interval) = try state.requireOpenSession()
        try clock.require(after: interval.latestStart, orAt: interval.latestPauseEnd)
        let results = try await clock.transaction.pipeline([
            clock.insertEvent(kind, state),
            ClockStatements.endBreak(.uuid(session.id), .timestamp(clock.instant)),
            ClockStatements.closeSession(.uuid(session.id), .uuid(clock.eventID), .timestamp(clock.instant)),
            ClockStatements.updateRecord.bind(
                [.uuid(session.recordID)]
                    + ClockStatements.numbers(state.day(closedAt: clock.instant), at: clock.context.request.now)
            ),
            try clock.audit(ClockOut.self, state),
        ])
        return ClockResult(
            event: AttendanceEventRow(results[0][0]),
            session: AttendanceSessionRow(results[2][0]),
            record: AttendanceRecordRow(results[3][0])
        )
    }
}

extension ClockState {
    /// The day's numbers once the open session has ended.
    fileprivate func day(closedAt instant: Timestamp) -> DayComputation {
        DayComputation.compute(day.map { $0.id == openSession?.id ? $0.interval.closed(at: instant) : $0.interval })
    }

    /// The open session and its interval.
    ///
    /// - Throws: `NOT_CLOCKED_IN`.
    func requireOpenSession() throws(UserErrors) -> (session: AttendanceSessionRow, interval: WorkInterval) {
        guard let openSession, let openInterval else {
            throw UserErrors(.notClockedIn, "There is no open session. Clock in first.", path: ["input"])
        }
        return (openSession, openInterval)
    }
}

extension Clock {
    /// Holds the punches of a session to their order: nothing has no length, and breaks stay inside of it.
    ///
    /// - Throws: `INVALID`.
    func require(after start: Timestamp?, orAt end: Timestamp?) throws(UserErrors) {
        guard start.map({ instant <= $0 }) == true || end.map({ instant < $0 }) == true else { return }
        throw UserErrors(
            .invalid,
            "The punch must come after the earlier ones of the session.",
            path: ["input", "occurredAt"]
        )
    }
}

extension WorkInterval {
    /// The start of the interval, or of the pause that lasts: the end comes after it.
    var latestStart: Timestamp {
        openPause.map { max($0.start, start) } ?? start
    }

    /// The end of the last pause that has ended.
    var latestPauseEnd: Timestamp? {
        pauses.compactMap(\.end).max()
    }

    var openPause: Pause? {
        pauses.first { $0.end == nil }
    }

    func closed(at instant: Timestamp) -> WorkInterval {
        var interval = self
        interval.end = instant
        interval.state = .closed
        for index in pauses.indices where pauses[index].end == nil { interval.pauses[index].end = instant }
        return interval
    }
}
