import Hours
import Schema

/// attendanceClockIn: opens a session in the record of its day.
enum ClockIn: ClockAction {
    static let field = "attendanceClockIn"
    static let payloadTypeName = "AttendanceClockInPayload"
    static let kind = PunchKind.clockIn
    static let isFenced = true

    static func check(_ punch: FittedPunch) throws(UserErrors) {
        try punch.requireNoOpenSession()
        guard punch.standsAlone else { throw .sessionOverlap(punch.overlappedSessionIDs) }
    }
}
