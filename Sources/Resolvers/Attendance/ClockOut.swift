import Hours
import Schema

/// attendanceClockOut: closes the open session and its open break, or one that the system closed too early.
enum ClockOut: ClockAction {
    static let field = "attendanceClockOut"
    static let payloadTypeName = "AttendanceClockOutPayload"
    static let kind = PunchKind.clockOut
    static let isFenced = true

    static func check(_ punch: FittedPunch) throws(UserErrors) {
        guard let session = punch.session, let stored = punch.stored(session) else {
            _ = try punch.requireOpenSession()
            throw FittedPunch.outOfOrder
        }
        guard stored.status == .open || stored.status == .autoClosed else { throw FittedPunch.outOfOrder }
        let breaks = punch.breaks(of: session).filter { $0.end != stored.clockOutAt || $0.end == nil }
        try punch.require(
            after: breaks.filter { $0.end == nil }.map(\.start).max(),
            orAt: breaks.compactMap(\.end).max()
        )
    }
}
