import Hours
import Schema

/// attendanceBreakEnd: ends the open break.
enum BreakEnd: ClockAction {
    static let field = "attendanceBreakEnd"
    static let payloadTypeName = "AttendanceBreakEndPayload"
    static let kind = PunchKind.breakEnd
    static let isFenced = false

    static func check(_ punch: FittedPunch) throws(UserErrors) {
        let session = try punch.requireOpenSession()
        guard let pause = punch.breaks(of: session).first(where: { $0.end == nil }) else {
            throw UserErrors(.notOnBreak, "There is no open break.", path: ["input"])
        }
        try punch.require(after: pause.start, orAt: nil)
    }
}
