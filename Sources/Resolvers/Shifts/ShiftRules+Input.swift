import GraphQLEngine
import Hours
import Schema
import Time

extension ShiftRules {
    /// - Throws: the first rule that cannot hold.
    init(_ input: ShiftInput, zone: TimeZoneRules?) throws(ShiftError) {
        try self.init(
            start: input.startTime,
            end: input.endTime,
            zone: zone,
            weekdays: Weekdays(input.weekdays),
            earlyClockInMinutes: input.earlyClockInMinutes,
            lateClockOutMinutes: input.lateClockOutMinutes,
            lateGraceMinutes: input.lateGraceMinutes,
            earlyLeaveGraceMinutes: input.earlyLeaveGraceMinutes,
            breaks: BreakRule(
                mode: BreakRule.Mode(rawValue: input.breakMode.rawValue.lowercased()) ?? .punched,
                minutes: input.breakMinutes,
                isPaid: input.breakIsPaid
            ),
            overtime: OvertimeRule(
                afterMinutes: input.overtimeAfterMinutes,
                countsBeforeShift: input.overtimeBeforeShift,
                needsApproval: input.overtimeNeedsApproval
            ),
            rounding: Rounding(
                minutes: input.roundingMinutes,
                mode: Rounding.Mode(rawValue: input.roundingMode.rawValue.lowercased()) ?? .nearest
            ),
            halfDayBelowMinutes: input.halfDayBelowMinutes,
            absentBelowMinutes: input.absentBelowMinutes
        )
    }
}

extension Weekdays {
    init(_ days: [Weekday]) {
        self = days.reduce(into: []) { $0.insert(Weekdays($1)) }
    }

    private init(_ day: Weekday) {
        self.init(rawValue: 1 << UInt8(Weekday.allCases.firstIndex(of: day) ?? 0))
    }

    /// From Monday on.
    var list: [Weekday] { Weekday.allCases.filter { contains(Weekdays($0)) } }
}

extension InputErrors {
    /// The rules of a zone, which the system has to know.
    mutating func zone(_ name: String?, _ field: String) -> TimeZoneRules? {
        guard let name else { return nil }
        let rules = try? TimeZoneDatabase.system.rules(named: name)
        if rules == nil { add(.invalid, "There is no time zone of this name.", field) }
        return rules
    }

    /// A rule that cannot hold, at the member that it comes from.
    mutating func add(_ error: ShiftError) {
        switch error {
        case .noWeekdays: add(.required, "Name at least one weekday.", "weekdays")
        case .earlyClockInOutOfRange: addRange(720, "earlyClockInMinutes")
        case .lateClockOutOutOfRange: addRange(720, "lateClockOutMinutes")
        case .lateGraceOutOfRange: addRange(240, "lateGraceMinutes")
        case .earlyLeaveGraceOutOfRange: addRange(240, "earlyLeaveGraceMinutes")
        case .breakOutOfRange: addRange(480, "breakMinutes")
        case .overtimeOutOfRange: add(.outOfRange, "This must not be negative.", "overtimeAfterMinutes")
        case .unknownRounding: add(.outOfRange, "This must be 0, 5, 6, 10, 15 or 30 minutes.", "roundingMinutes")
        case .halfDayOutOfRange: add(.outOfRange, "This must be more than 0 minutes.", "halfDayBelowMinutes")
        case .absentOutOfRange: add(.outOfRange, "This must be more than 0 minutes.", "absentBelowMinutes")
        case .absentAboveHalfDay:
            add(.outOfRange, "This must not be more than halfDayBelowMinutes.", "absentBelowMinutes")
        }
    }

    private mutating func addRange(_ maximum: Int, _ field: String) {
        add(.outOfRange, "This must be between 0 and \(maximum) minutes.", field)
    }
}
