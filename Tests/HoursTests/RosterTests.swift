import Hours
import Testing
import Time

@Suite("Which shift applies")
struct RosterTests {
    private let zone = TimeZoneRules("Europe/Berlin")
    private let monday = CalendarDate("2026-01-05")

    private func shift(_ start: String, _ end: String, _ weekdays: Weekdays = .mondayToFriday) throws -> ShiftRules {
        try ShiftRules(start: LocalTime(start), end: LocalTime(end), weekdays: weekdays)
    }

    @Test func onItsWeekdaysWithinItsDates() throws {
        let early = ShiftAssignment(
            .shift(try shift("06:00", "14:00")),
            validFrom: monday.advanced(byDays: 1),
            validThrough: monday.advanced(byDays: 9)
        )
        let roster = Roster(assignments: [early], zone: zone)
        let days = roster.shifts(from: monday.advanced(byDays: -7), through: monday.advanced(byDays: 20))
        #expect(days.map { monday.days(until: $0.workDate) } == [1, 2, 3, 4, 7, 8, 9])
        #expect(!roster.isRestDay(monday))
        #expect(roster.isRestDay(monday.advanced(byDays: 5)))
        #expect(roster.plan(on: monday) == .unscheduled(zone))
        #expect(roster.plan(on: monday.advanced(byDays: 6)) == .restDay(zone))
        #expect(roster.shifts(from: monday, through: monday.advanced(byDays: -1)).isEmpty)
    }

    @Test func oneAssignmentAfterAnother() throws {
        let assignments = [
            ShiftAssignment(.shift(try shift("14:00", "22:00")), validFrom: monday.advanced(byDays: 2)),
            ShiftAssignment(
                .shift(try shift("06:00", "14:00")),
                validFrom: monday,
                validThrough: monday.advanced(byDays: 1)
            ),
        ]
        let roster = Roster(assignments: assignments, zone: zone)
        let shifts = roster.shifts(from: monday, through: monday.advanced(byDays: 3))
        #expect(shifts.map(\.assignmentIndex) == [1, 1, 0, 0])
    }

    @Test func rotations() throws {
        let early = try shift("06:00", "14:00", .all)
        let night = try shift("22:00", "06:00", .all)
        let rotation = try Rotation(anchor: monday, cycle: [early, night, nil])
        let assignment = ShiftAssignment(.rotation(rotation), validFrom: monday.advanced(byDays: -4))
        let roster = Roster(assignments: [assignment], zone: zone)
        let shifts = roster.shifts(from: monday.advanced(byDays: -5), through: monday.advanced(byDays: 3))
        #expect(shifts.map { monday.days(until: $0.workDate) } == [-3, -2, 0, 1, 3])
        #expect(shifts.map(\.rules) == [early, night, early, night, early])
        #expect(roster.isRestDay(monday.advanced(byDays: 2)))
        #expect(throws: RotationError.empty) { try Rotation(anchor: monday, cycle: []) }
        #expect(throws: RotationError.tooLong) {
            try Rotation(anchor: monday, cycle: Array(repeating: nil, count: 367))
        }
    }

    @Test func slotsOfASplitDay() throws {
        let assignments = try [("17:00", "21:00", 2), ("09:00", "13:00", 1)].map { start, end, slot in
            ShiftAssignment(.shift(try shift(start, end)), slot: slot, validFrom: monday)
        }
        let roster = Roster(assignments: assignments, zone: zone)
        #expect(roster.shifts(on: monday).map(\.slot) == [1, 2])
        #expect(roster.plan(on: monday, slot: 2).shift?.assignmentIndex == 0)
        #expect(roster.lastWindowEnd(on: monday) == Timestamp("2026-01-06T01:00:00+01:00"))
    }

    @Test func windowsAndInstants() throws {
        let roster = Office("22:00", "06:00").roster
        let shift = try #require(roster.shifts(on: monday).first)
        #expect(shift.startsAt == Timestamp("2026-01-05T22:00:00+01:00"))
        #expect(shift.endsAt == Timestamp("2026-01-06T06:00:00+01:00"))
        #expect(shift.windowStartsAt == Timestamp("2026-01-05T21:00:00+01:00"))
        #expect(shift.windowEndsAt == Timestamp("2026-01-06T10:00:00+01:00"))
        #expect(roster.shift(at: shift.windowStartsAt) == shift && roster.shift(at: shift.windowEndsAt) == shift)
        #expect(roster.shift(at: shift.windowStartsAt.adding(seconds: -1)) == nil)
        #expect(roster.shift(at: shift.windowEndsAt.adding(seconds: 1)) == nil)
    }

    @Test func holidays() throws {
        let half = Holiday(monday, part: .morning)
        let roster = { (holidays: [Holiday]) in
            Roster(
                assignments: [ShiftAssignment(.shift(try shift("09:00", "17:00")), validFrom: monday)],
                holidays: holidays,
                zone: zone
            ).shifts(on: monday)[0]
        }
        #expect(try roster([Holiday(monday)]).isHoliday)
        #expect(try roster([half, Holiday(monday, part: .afternoon)]).isHoliday)
        #expect(try !roster([half]).isHoliday)
        #expect(try roster([half]).holiday == .morning)
        #expect(try roster([Holiday(monday, isOptional: true)]).holiday == nil)
        #expect(try roster([Holiday(monday.advanced(byDays: 1))]).holiday == nil)
    }

    @Test func aShiftHasItsOwnZone() throws {
        var rules = try shift("09:00", "17:00")
        rules.zone = TimeZoneRules("Asia/Tokyo")
        let roster = Roster(assignments: [ShiftAssignment(.shift(rules), validFrom: monday)], zone: zone)
        #expect(roster.shifts(on: monday).first?.startsAt == Timestamp("2026-01-05T00:00:00Z"))
        #expect(
            roster.workDay(of: Timestamp("2026-01-05T23:30:00Z"), kind: .clockIn).date == monday.advanced(byDays: 1)
        )
    }

    /// What the clocks skip begins when they are put forward; of what comes twice the first counts.
    @Test(arguments: [
        ("2026-03-29", "02:30", "10:00", "2026-03-29T01:00:00Z", "2026-03-29T08:00:00Z"),
        ("2026-10-25", "02:30", "10:00", "2026-10-25T00:30:00Z", "2026-10-25T09:00:00Z"),
        ("2026-10-24", "18:00", "02:30", "2026-10-24T16:00:00Z", "2026-10-25T00:30:00Z"),
    ])
    func timesAtAChangeOfTheClocks(date: String, start: String, end: String, first: String, last: String) throws {
        let rules = try shift(start, end, .all)
        let roster = Roster(assignments: [ShiftAssignment(.shift(rules), validFrom: monday)], zone: zone)
        let shift = try #require(roster.shifts(on: CalendarDate(date)).first)
        #expect(shift.startsAt == Timestamp(first) && shift.endsAt == Timestamp(last))
    }

    @Test func aShiftWithinSkippedTimeDoesNotTakePlace() throws {
        let rules = try shift("02:10", "02:50", .all)
        let roster = Roster(assignments: [ShiftAssignment(.shift(rules), validFrom: monday)], zone: zone)
        #expect(roster.shifts(on: CalendarDate("2026-03-29")).isEmpty)
        #expect(roster.shifts(on: CalendarDate("2026-03-30")).count == 1)
    }
}
