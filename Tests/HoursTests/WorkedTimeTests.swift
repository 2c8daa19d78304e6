import Hours
import Testing
import Time

@Suite("Worked time: sessions without unpaid breaks, in whole minutes of the day's sum")
struct WorkedTimeTests {
    @Test func sessionsWithoutUnpaidBreaks() {
        let day = Office().day("in 09:00", "break 12:00", "back 12:45", "paid 15:00", "back 15:10", "out 17:00")
        #expect(day.workedMinutes == 435)
        #expect(day.breakMinutes == 55)
        #expect(day.status == .present)
        #expect(day.firstInAt == Office().at("09:00") && day.lastOutAt == Office().at("17:00"))
    }

    @Test func minutesAreWholeInTheSum() {
        let day = Office().day("in 09:00:00", "out 09:01:30", "in 09:02:00", "out 09:03:30")
        #expect(day.workedMinutes == 3)
        #expect(Office().day("in 09:00", "out 09:00:59").workedMinutes == 0)
    }

    @Test("Touching sessions are legal (case 5)") func touchingSessions() {
        let day = Office().day("in 13:00", "out 13:00", "in 09:00", "out 17:00")
        #expect(day.sessions.map(\.state) == [.closed, .closed])
        #expect(day.sessions[0].end == day.sessions[1].start)
        #expect(day.workedMinutes == 480)
        #expect(day.flags.isEmpty)
    }

    @Test func minutesBeforeTheShiftCountOnlyIfItSaysSo() {
        #expect(Office().day("in 08:30", "out 17:00").workedMinutes == 480)
        let early = Office { $0.overtime.countsBeforeShift = true }.day("in 08:30", "out 17:00")
        #expect(early.workedMinutes == 510)
        #expect(early.overtimeMinutes == 30)
        // Nor do breaks of that time.
        #expect(Office().day("in 08:00", "break 08:50", "back 09:10", "out 17:00").workedMinutes == 470)
    }

    @Test func withoutAShift() {
        let day = Office().unscheduled("in 06:00", "break 10:00", "back 10:30", "out 20:00")
        #expect(day.workedMinutes == 810)
        #expect(day.lateMinutes + day.earlyLeaveMinutes + day.overtimeMinutes + day.scheduledMinutes == 0)
        #expect(day.status == .present)
        #expect(day.scheduledStart == nil)
        #expect(Office().unscheduled("in 06:00").status == .pending)
        #expect(Office().unscheduled(now: "+3 00:00").status == .pending)
        #expect(Office().unscheduled("in 06:00", "out 07:00", "in 08:00").status == .present)
    }

    @Test(
        "Worked time is a difference of instants (case 2)",
        arguments: [
            ("Europe/Berlin", "2026-03-28", 420), ("Europe/Berlin", "2026-10-24", 540),
            ("Europe/Berlin", "2026-06-06", 480),
            ("America/New_York", "2026-03-07", 420), ("America/New_York", "2026-10-31", 540),
            ("Australia/Lord_Howe", "2026-10-03", 450), ("Australia/Lord_Howe", "2026-04-04", 510),
            ("Pacific/Apia", "2011-12-29", 120), ("Pacific/Apia", "2011-09-23", 420),
        ] as [(String, String, Int32)]
    )
    func nightsOverChangesOfTheClocks(zone: String, date: String, minutes: Int32) throws {
        var office = Office("22:00", "06:00") { $0.weekdays = .all }
        office.zone = zone
        office.date = CalendarDate(date)
        let shift = try #require(office.roster.shifts(on: office.date).first)
        #expect(shift.minutes == minutes)
        let day = office.day("in 22:00", "out +1 06:00", now: "+1 07:00")
        #expect(day.workedMinutes == minutes)
        #expect(day.scheduledMinutes == minutes)
        #expect(day.lateMinutes + day.earlyLeaveMinutes + day.overtimeMinutes == 0)
        #expect(day.status == .present)
    }
}
