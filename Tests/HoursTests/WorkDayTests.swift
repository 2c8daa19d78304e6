import Hours
import Testing
import Time

@Suite("Which day a punch belongs to")
struct WorkDayTests {
    private let night = Office("22:00", "06:00") { $0.weekdays = .all }
    private let monday = WorkDay(date: CalendarDate("2026-01-05"))
    private let tuesday = WorkDay(date: CalendarDate("2026-01-06"))

    @Test("A punch belongs to the day on which its shift starts (case 1)") func theDayOnWhichTheShiftStarts() {
        let punches = night.punches(["in 21:50", "break +1 01:00", "back +1 01:30", "out +1 06:10"])
        #expect(night.roster.workDays(of: punches, maximumSessionMinutes: 960) == Array(repeating: monday, count: 4))
        // Each by itself.
        for punch in punches { #expect(night.roster.workDay(of: punch.at, kind: punch.kind) == monday) }
        let day = night.day("in 21:50", "break +1 01:00", "back +1 01:30", "out +1 06:10", now: "+1 07:00")
        #expect(day.sessions.count == 1)
        #expect(day.workedMinutes == 460)
    }

    @Test(
        "Of two windows the core decides, then the nearer edge (case 1)",
        arguments: [
            // In both windows: the core decides, then the nearer edge.
            ("12:00", 1), ("12:59:59", 1), ("13:00", 2), ("13:30", 2), ("08:00", 1), ("20:00", 2),
        ]
    )
    func ofTwoWindowsTheCoreThenTheNearerEdge(time: String, slot: Int) throws {
        #expect(try split("13:00").workDay(of: night.at(time), kind: .clockIn).slot == slot)
    }

    @Test("A day before a move keeps its date and its schedule (case 3)") func daysBeforeAMove() throws {
        let newYork = TimeZoneRules("America/New_York")
        let before = try #require(Timestamp(rfc3339: "2026-01-06T00:00:00Z"))
        let after = try #require(Timestamp(rfc3339: "2026-01-07T02:00:00Z"))
        var roster = Roster(assignments: [], zone: newYork)
        #expect(roster.workDay(of: before, kind: .clockIn) == monday)
        roster.earlierZones = [tuesday.date: TimeZoneRules("Europe/Berlin")]
        #expect(roster.workDay(of: before, kind: .clockIn) == tuesday)
        #expect(roster.workDay(of: after, kind: .clockIn) == tuesday)
        var nights = night.roster
        nights.earlierZones = [tuesday.date: TimeZoneRules("Asia/Kolkata")]
        let start = try #require(Timestamp(rfc3339: "2026-01-06T16:30:00Z"))
        #expect(nights.shifts(on: tuesday.date).map(\.startsAt) == [start])
    }

    @Test func halfWayAClockInIsOfTheLaterShift() throws {
        let roster = try split("15:00")
        #expect(roster.workDay(of: night.at("14:00"), kind: .clockIn).slot == 2)
        #expect(roster.workDay(of: night.at("14:00"), kind: .clockOut).slot == 1)
        #expect(roster.workDay(of: night.at("13:59"), kind: .clockIn).slot == 1)
        #expect(roster.workDay(of: night.at("14:01"), kind: .clockOut).slot == 2)
    }

    /// 09:00 to 13:00 and from the time to 19:00.
    private func split(_ second: String) throws -> Roster {
        let assignments = try [("09:00", "13:00"), (second, "19:00")].enumerated().map { index, times in
            let rules = try ShiftRules(
                start: LocalTime(times.0),
                end: LocalTime(times.1),
                earlyClockInMinutes: 240
            )
            return ShiftAssignment(.shift(rules), slot: index + 1, validFrom: monday.date)
        }
        return Roster(assignments: assignments, zone: TimeZoneRules("Europe/Berlin"))
    }

    @Test func theEndOfASessionIsOfItsDayHoweverLate() {
        let office = Office()
        let punches = office.punches(["in 09:00", "out +1 00:30"])
        #expect(office.roster.workDays(of: punches, maximumSessionMinutes: 960) == [monday, monday])
        let tooLate = office.punches(["in 09:00", "out +1 01:01"])
        #expect(office.roster.workDays(of: tooLate, maximumSessionMinutes: 960) == [monday, tuesday])
    }

    @Test func whatWasEndedOrVoidedHoldsNothing() {
        let office = Office()
        var punches = office.punches(["in 20:00", "out 23:00", "out +1 00:30"])
        #expect(office.roster.workDays(of: punches, maximumSessionMinutes: 960) == [monday, monday, tuesday])
        punches[1].isVoided = true
        #expect(office.roster.workDays(of: punches, maximumSessionMinutes: 960) == [monday, monday, monday])
        punches[0].isVoided = true
        #expect(office.roster.workDays(of: punches, maximumSessionMinutes: 960) == [monday, monday, tuesday])
    }

    @Test func withoutAShiftTheLocalDateOfTheClockIn() {
        let instant = Timestamp("2026-01-05T23:30:00Z")
        let zones = ["Europe/Berlin": "2026-01-06", "America/New_York": "2026-01-05", "Pacific/Apia": "2026-01-06"]
        for (zone, date) in zones {
            let roster = Roster(assignments: [], zone: TimeZoneRules(zone))
            #expect(roster.workDay(of: instant, kind: .clockIn) == WorkDay(date: CalendarDate(date)))
        }
        let roster = Roster(assignments: [], zone: TimeZoneRules("Europe/Berlin"))
        let punches = night.punches(["in 22:00", "out +1 06:00"])
        #expect(roster.workDays(of: punches, maximumSessionMinutes: 960) == [monday, monday])
    }

    /// 30 December 2011 never was in Samoa: the night of the 29th ends at midnight, and the day before the 31st is it.
    @Test func aDayThatNeverWas() throws {
        var office = night
        office.zone = "Pacific/Apia"
        office.date = CalendarDate("2011-12-29")
        let skipped = CalendarDate("2011-12-30")
        #expect(office.roster.shifts(on: skipped).isEmpty)
        #expect(!office.roster.isRestDay(skipped))
        let shift = try #require(office.roster.shifts(on: office.date).first)
        #expect(shift.endsAt == Timestamp("2011-12-31T00:00:00+14:00"))
        let clockOut = Timestamp("2011-12-31T01:00:00+14:00")
        #expect(office.roster.workDay(of: clockOut, kind: .clockOut) == WorkDay(date: office.date))
        let days = office.roster.shifts(from: office.date, through: CalendarDate("2011-12-31")).map(\.workDate)
        #expect(days == [office.date, CalendarDate("2011-12-31")])
    }
}
