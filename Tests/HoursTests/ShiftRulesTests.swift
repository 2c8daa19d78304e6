import Hours
import Testing
import Time

@Suite("What a shift may say")
struct ShiftRulesTests {
    private func error(_ change: (inout ShiftRules) -> Void) -> ShiftError? {
        var rules = Office().rules
        change(&rules)
        do throws(ShiftError) {
            _ = try ShiftRules(
                start: rules.start,
                end: rules.end,
                weekdays: rules.weekdays,
                earlyClockInMinutes: rules.earlyClockInMinutes,
                lateClockOutMinutes: rules.lateClockOutMinutes,
                lateGraceMinutes: rules.lateGraceMinutes,
                earlyLeaveGraceMinutes: rules.earlyLeaveGraceMinutes,
                breaks: rules.breaks,
                overtime: rules.overtime,
                rounding: rules.rounding,
                halfDayBelowMinutes: rules.halfDayBelowMinutes,
                absentBelowMinutes: rules.absentBelowMinutes
            )
            return nil
        } catch {
            return error
        }
    }

    @Test func refusals() {
        #expect(error { $0.weekdays = [] } == .noWeekdays)
        #expect(error { $0.weekdays = Weekdays(rawValue: 128) } == .noWeekdays)
        #expect(error { $0.earlyClockInMinutes = 721 } == .earlyClockInOutOfRange)
        #expect(error { $0.lateClockOutMinutes = -1 } == .lateClockOutOutOfRange)
        #expect(error { $0.lateGraceMinutes = 241 } == .lateGraceOutOfRange)
        #expect(error { $0.earlyLeaveGraceMinutes = 241 } == .earlyLeaveGraceOutOfRange)
        #expect(error { $0.breaks.minutes = 481 } == .breakOutOfRange)
        #expect(error { $0.overtime.afterMinutes = -1 } == .overtimeOutOfRange)
        #expect(error { $0.rounding.minutes = 7 } == .unknownRounding)
        #expect(error { $0.halfDayBelowMinutes = 0 } == .halfDayOutOfRange)
        #expect(error { $0.absentBelowMinutes = 0 } == .absentOutOfRange)
        #expect(error { ($0.halfDayBelowMinutes, $0.absentBelowMinutes) = (100, 101) } == .absentAboveHalfDay)
        #expect(error { ($0.halfDayBelowMinutes, $0.absentBelowMinutes) = (100, 100) } == nil)
    }

    @Test func aShiftThatEndsWhenItStartsLastsADay() {
        #expect(Office("09:00", "09:00").rules.crossesMidnight)
        #expect(Office("22:00", "06:00").rules.crossesMidnight)
        #expect(!Office("09:00", "09:01").rules.crossesMidnight)
    }
}
