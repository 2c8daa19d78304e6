import Hours
import Testing
import Time

@Suite("The outcome of a day")
struct StatusTests {
    private let office = Office {
        $0.halfDayBelowMinutes = 300
        $0.absentBelowMinutes = 120
    }

    @Test(
        arguments: [
            ("10:59", .absent), ("11:00", .halfDay), ("13:59", .halfDay), ("14:00", .present), ("17:00", .present),
        ] as [(String, DayStatus)]
    )
    func thresholds(clockOut: String, status: DayStatus) {
        #expect(office.day("in 09:00", "out \(clockOut)").status == status)
    }

    @Test func thresholdsWaitForAnOpenSession() {
        #expect(office.day("in 09:00", "out 10:00", "in 10:30").status == .present)
        #expect(office.day("in 09:00").status == .pending)
    }

    @Test func halfOfTheThresholdOnHalfOfADay() {
        var office = office
        office.holidays = [Holiday(office.date, part: .afternoon)]
        #expect(office.day("in 09:00", "out 11:30").status == .present)
        #expect(office.day("in 09:00", "out 11:29").status == .halfDay)
    }

    @Test func absentOnceTheLastWindowHasPassed() {
        #expect(office.day(now: "09:00").status == .pending)
        #expect(office.day(now: "21:00").status == .pending)
        #expect(office.day(now: "21:00:01").status == .absent)
        #expect(office.day(now: "21:01") { $0.lastWindowEndsAt = office.at("23:00") }.status == .pending)
    }

    @Test func freeDays() {
        var office = office
        office.holidays = [Holiday(office.date)]
        #expect(office.day(now: "+2 00:00").status == .holiday)
        #expect(office.day(now: "+2 00:00").flags.isEmpty)
        office.date = CalendarDate("2026-01-10")
        #expect(office.day(now: "+2 00:00").status == .restDay)
        #expect(office.day().scheduledMinutes == 0 && office.day().scheduledStart == nil)
    }

    @Test("Leave stays leave, and work in it is flagged") func leave() {
        let onLeave = { (input: inout DayInput) in input.circumstances.leave = .whole }
        #expect(office.day(now: "+1 00:00", change: onLeave).status == .onLeave)
        let worked = office.day("in 10:00", "out 12:00", change: onLeave)
        #expect(worked.status == .onLeave)
        #expect(worked.flags == [.workedOnLeave])
        #expect(worked.workedMinutes == 120)
        #expect(worked.lateMinutes + worked.earlyLeaveMinutes == 0)
        let morning = office.day("in 13:05", "out 17:00") { $0.circumstances.leave = .morning }
        #expect(morning.lateMinutes == 5)
        #expect(morning.status == .present)
    }

    @Test func aDecisionOverridesTheStatusOnly() {
        let day = office.day("in 09:30", "out 10:00") { $0.circumstances.statusOverride = .remote }
        #expect(day.status == .remote)
        #expect(day.flags == [.overridden])
        #expect(day.workedMinutes == 30 && day.lateMinutes == 30)
    }
}
