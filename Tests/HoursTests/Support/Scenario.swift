import Hours
import Time

/// A random day of somebody's work, near a change of the clocks.
struct Scenario: CustomStringConvertible {
    enum Day { case shift, restDay, unassigned }

    /// A punch in seconds since 1970.
    struct Second {
        let kind: PunchKind
        let second: Int64
        let isAutomatic: Bool
        let isVoided: Bool
        let isPaid: Bool?
    }

    static let changes: [(zone: String, date: String)] = [
        ("Europe/Berlin", "2026-03-29"), ("Europe/Berlin", "2026-10-25"), ("America/New_York", "2026-03-08"),
        ("America/New_York", "2026-11-01"), ("Australia/Lord_Howe", "2026-04-05"),
        ("Australia/Lord_Howe", "2026-10-04"), ("Pacific/Apia", "2011-12-30"), ("Pacific/Apia", "2011-09-24"),
        ("Pacific/Apia", "2012-04-01"),
    ]

    let zone: String
    let date: CalendarDate
    let day: Day
    let rules: ShiftRules
    let holiday: DayPart?
    let circumstances: DayCircumstances
    let seconds: [Second]
    /// Clock-ins of other days.
    let others: [Int64]
    let now: Int64
    let maximumSessionMinutes = 960

    init(seed: UInt64) throws {
        var random = SeededRandom(state: seed)
        let change = random.pick(Self.changes)
        zone = change.zone
        date = CalendarDate(change.date).advanced(byDays: Int.random(in: -2...1, using: &random))
        day = random.pick([.shift, .shift, .shift, .shift, .shift, .shift, .restDay, .unassigned])
        rules = try Self.rules(&random)
        holiday = random.once(in: 5) ? random.pick(DayPart.allCases) : nil
        circumstances = DayCircumstances(
            leave: random.once(in: 8) ? random.pick(DayPart.allCases) : nil,
            statusOverride: random.once(in: 15) ? random.pick(DayStatus.allCases) : nil,
            approvedOvertimeMinutes: Int32.random(in: 0...120, using: &random)
        )
        let start = Int64(date.days) * 86_400 + Int64(rules.start.secondOfDay) - 50_400
        seconds = Self.punches(from: start, &random)
        let own = seconds.filter { $0.kind == .clockIn }.map(\.second)
        others = (0..<random.pick([0, 0, 0, 1, 3])).map { _ in
            start + 20 * Int64.random(in: 0...10_000, using: &random)
        }.filter { !own.contains($0) }
        now = start + 20 * Int64.random(in: 0...15_000, using: &random)
    }

    private static func rules(_ random: inout SeededRandom) throws -> ShiftRules {
        let times = (0..<288).map { LocalTime(hour: $0 / 12, minute: $0 % 12 * 5)! }
        let halfDay = random.once(in: 2) ? nil : Int.random(in: 1...400, using: &random)
        let absent = random.once(in: 2) ? nil : Int.random(in: 1...(halfDay ?? 300), using: &random)
        return try ShiftRules(
            start: random.pick(times),
            end: random.pick(times),
            weekdays: random.once(in: 5) ? .mondayToFriday : .all,
            earlyClockInMinutes: Int.random(in: 0...720, using: &random),
            lateClockOutMinutes: Int.random(in: 0...720, using: &random),
            lateGraceMinutes: random.pick([0, 0, 5, 15, 240]),
            earlyLeaveGraceMinutes: random.pick([0, 0, 5, 15, 240]),
            breaks: BreakRule(
                mode: random.pick(BreakRule.Mode.allCases),
                minutes: random.pick([0, 15, 30, 45, 60, 480]),
                isPaid: random.once(in: 3)
            ),
            overtime: OvertimeRule(
                afterMinutes: random.pick([0, 0, 15, 60]),
                countsBeforeShift: random.once(in: 3),
                needsApproval: random.once(in: 2)
            ),
            rounding: Rounding(
                minutes: random.pick([0, 0, 5, 6, 10, 15, 30]),
                mode: random.pick(Rounding.Mode.allCases)
            ),
            halfDayBelowMinutes: halfDay,
            absentBelowMinutes: absent
        )
    }

    /// Mostly a day as it should be, with punches left out, doubled, voided and made up.
    private static func punches(from start: Int64, _ random: inout SeededRandom) -> [Second] {
        let days: [[PunchKind]] = [
            [], [.clockIn], [.clockIn, .clockOut], [.clockIn, .clockOut], [.clockIn, .clockOut, .clockIn, .clockOut],
            [.clockIn, .breakStart, .breakEnd, .clockOut], [.clockIn, .breakStart, .breakEnd, .clockOut],
            [.clockIn, .breakStart, .clockOut, .clockIn, .breakStart, .breakEnd, .breakStart, .breakEnd, .clockOut],
        ]
        var kinds = random.pick(days)
        for _ in 0..<random.pick([0, 0, 0, 1, 2, 4]) {
            if !kinds.isEmpty, random.once(in: 3) { kinds.remove(at: Int.random(in: 0..<kinds.count, using: &random)) }
            kinds.insert(random.pick(PunchKind.allCases), at: Int.random(in: 0...kinds.count, using: &random))
        }
        var second = start + 20 * Int64.random(in: 0...4000, using: &random)
        let punches = kinds.map { kind in
            second +=
                random.once(in: 12) ? 0 : 20 * Int64.random(in: 1...random.pick([90, 1000, 2000]), using: &random)
            return Second(
                kind: kind,
                second: second,
                isAutomatic: kind == .clockOut && random.once(in: 6),
                isVoided: random.once(in: 15),
                isPaid: random.pick([nil, nil, true, false])
            )
        }
        return punches.shuffled(using: &random)
    }

    // MARK: As the program takes it

    var roster: Roster {
        let zone = TimeZoneRules(zone)
        let holidays = holiday.map { [Holiday(date, part: $0)] } ?? []
        let from = date.advanced(byDays: -30)
        switch day {
        case .unassigned: return Roster(assignments: [], holidays: holidays, zone: zone)
        case .shift:
            return Roster(
                assignments: [ShiftAssignment(.shift(rules), validFrom: from)],
                holidays: holidays,
                zone: zone
            )
        case .restDay:
            let off = try! Rotation(anchor: date, cycle: [nil, rules])
            return Roster(
                assignments: [ShiftAssignment(.rotation(off), validFrom: from)],
                holidays: holidays,
                zone: zone
            )
        }
    }

    var punches: [PunchEvent] {
        seconds.map { punch in
            PunchEvent(
                punch.kind,
                at: Timestamp(secondsSinceEpoch: punch.second),
                isAutomatic: punch.isAutomatic,
                isVoided: punch.isVoided,
                isPaid: punch.isPaid
            )
        }
    }

    var input: DayInput {
        DayInput(
            plan: roster.plan(on: date),
            punches: punches,
            circumstances: circumstances,
            otherClockIns: others.map { Timestamp(secondsSinceEpoch: $0) },
            maximumSessionMinutes: maximumSessionMinutes,
            now: Timestamp(secondsSinceEpoch: now)
        )
    }

    var description: String {
        let punches = seconds.sorted { $0.second < $1.second }.map { punch in
            let marks = (punch.isAutomatic ? "*" : "") + (punch.isVoided ? "-" : "")
            return "\(marks)\(punch.kind) \(Timestamp(secondsSinceEpoch: punch.second))"
        }
        let others = others.map { Timestamp(secondsSinceEpoch: $0) }
        return
            "\(zone) \(date) \(day) holiday \(String(describing: holiday)) \(circumstances) \(rules) \(punches) \(others)"
    }
}
