import Hours
import Schema

/// attendanceBreakStart: opens a break in the open session.
enum BreakStart: ClockAction {
    static let field = "attendanceBreakStart"
    static let payloadTypeName = "AttendanceBreakStartPayload"
    static let kind = PunchKind.breakStart
    static let isFenced = false

    static func check(_ punch: FittedPunch) throws(UserErrors) {
        let session = try punch.requireOpenSession()
        let breaks = punch.breaks(of: session)
        guard breaks.allSatisfy({ $0.end != nil }) else {
            throw UserErrors(.alreadyOnBreak, "There is an open break already. End it first.", path: ["input"])
        }
        try punch.require(after: nil, orAt: breaks.compactMap(\.end).max() ?? session.clockInAt)
        guard punch.computed.addedBreaks.contains(where: { $0.id == punch.eventID }) else {
            throw FittedPunch.outOfOrder
        }
    }
}
