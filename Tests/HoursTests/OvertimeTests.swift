import Hours
import Testing
import Time

@Suite("Overtime: minutes after the end beyond the threshold; on free days all")
struct OvertimeTests {
    @Test(arguments: [("17:00", 0), ("17:15", 0), ("17:20", 0), ("17:45", 25), ("20:00", 160)] as [(String, Int32)])
    func beyondTheThreshold(clockOut: String, minutes: Int32) {
        let day = Office { $0.overtime.afterMinutes = 20 }.day("in 09:00", "out \(clockOut)")
        #expect(day.overtimeMinutes == minutes)
    }

    @Test func breaksAfterTheEndAreNone() {
        #expect(Office().day("in 09:00", "out 18:00").overtimeMinutes == 60)
        #expect(Office().day("in 09:00", "break 17:00", "back 17:20", "out 18:00").overtimeMinutes == 40)
        #expect(Office().day("in 09:00", "paid 17:00", "back 17:20", "out 18:00").overtimeMinutes == 60)
    }

    @Test func neverMoreThanWorked() {
        let day = Office { $0.breaks = BreakRule(mode: .fixed, minutes: 60) }.day("in 16:30", "out 18:00")
        #expect(day.workedMinutes == 30)
        #expect(day.overtimeMinutes == 30)
    }

    @Test func allMinutesOfRestDaysAndHolidays() {
        var office = Office()
        office.date = CalendarDate("2026-01-10")
        let saturday = office.day("in 07:00", "break 09:00", "back 09:30", "out 11:00")
        #expect(saturday.status == .restDay)
        #expect(saturday.workedMinutes == 210 && saturday.overtimeMinutes == 210)
        #expect(saturday.flags == [.workedOnRestDay])
        office.date = CalendarDate("2026-01-05")
        office.holidays = [Holiday(office.date)]
        let holiday = office.day("in 07:00", "out 11:00")
        #expect(holiday.status == .holiday)
        #expect(holiday.workedMinutes == 240 && holiday.overtimeMinutes == 240)
        #expect(holiday.lateMinutes + holiday.earlyLeaveMinutes + holiday.scheduledMinutes == 0)
        #expect(holiday.flags == [.workedOnHoliday])
    }

    @Test func halfOfADayOff() {
        var office = Office()
        office.holidays = [Holiday(office.date, part: .afternoon)]
        let day = office.day("in 09:00", "out 14:00")
        #expect(day.scheduledMinutes == 240)
        #expect(day.overtimeMinutes == 60)
        #expect(day.earlyLeaveMinutes == 0)
        #expect(day.status == .present)
        #expect(office.day("in 09:30", "out 12:00").lateMinutes == 30)
        #expect(office.day("in 09:30", "out 12:00").earlyLeaveMinutes == 60)
        office.holidays = [Holiday(office.date, part: .morning)]
        #expect(office.day("in 13:10", "out 17:00").lateMinutes == 10)
    }

    @Test func approval() {
        let decided = { (input: inout DayInput) in input.circumstances.approvedOvertimeMinutes = 45 }
        #expect(Office().day("in 09:00", "out 18:00").approvedOvertimeMinutes == 0)
        #expect(Office().day("in 09:00", "out 18:00", change: decided).approvedOvertimeMinutes == 45)
        // What was approved and is no overtime any more is not approved any more.
        #expect(Office().day("in 09:00", "out 17:10", change: decided).approvedOvertimeMinutes == 10)
        let free = Office { $0.overtime.needsApproval = false }
        #expect(free.day("in 09:00", "out 18:00").approvedOvertimeMinutes == 60)
    }
}
