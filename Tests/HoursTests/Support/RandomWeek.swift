import Hours
import Time

/// Some days of an employee with split, overlapping, overnight and no shifts, near a change of the clocks.
struct RandomWeek {
    let zone: String
    let roster: Roster
    let punches: [PunchEvent]
    let maximumSessionMinutes: Int

    init(seed: UInt64) throws {
        var random = SeededRandom(state: seed)
        let change = random.pick(Scenario.changes)
        zone = change.zone
        let first = CalendarDate(change.date).advanced(byDays: -3)
        var assignments: [ShiftAssignment] = []
        for slot in 1...random.pick([1, 1, 2, 3]) where !random.once(in: 10) {
            assignments.append(try Self.assignment(slot, from: first, &random))
        }
        roster = Roster(assignments: assignments, zone: TimeZoneRules(zone))
        maximumSessionMinutes = random.pick([60, 480, 960, 2880])
        punches = Self.punches(from: first, &random)
    }

    private static func assignment(
        _ slot: Int,
        from first: CalendarDate,
        _ random: inout SeededRandom
    ) throws -> ShiftAssignment {
        let times = (0..<48).map { LocalTime(hour: $0 / 2, minute: $0 % 2 * 30)! }
        let shifts = try (0..<2).map { _ in
            try ShiftRules(
                start: random.pick(times),
                end: random.pick(times),
                zone: random.once(in: 6) ? TimeZoneRules("Asia/Tokyo") : nil,
                weekdays: random.once(in: 3) ? .mondayToFriday : .all,
                earlyClockInMinutes: random.pick([0, 30, 60, 720]),
                lateClockOutMinutes: random.pick([0, 60, 240, 720])
            )
        }
        let rotation = try Rotation(anchor: first, cycle: shifts + [nil])
        return ShiftAssignment(
            random.once(in: 3) ? .rotation(rotation) : .shift(shifts[0]),
            slot: slot,
            validFrom: first.advanced(byDays: Int.random(in: -3...3, using: &random)),
            validThrough: random.once(in: 3) ? first.advanced(byDays: 4) : nil
        )
    }

    private static func punches(from first: CalendarDate, _ random: inout SeededRandom) -> [PunchEvent] {
        var instant = first.startOfDay
        var kind = PunchKind.clockIn
        var punches: [PunchEvent] = []
        for _ in 0..<16 {
            instant = instant.adding(minutes: 30 * Int64.random(in: 0...24, using: &random))
            punches.append(
                PunchEvent(
                    kind,
                    at: instant,
                    isAutomatic: kind == .clockOut && random.once(in: 6),
                    isVoided: random.once(in: 15)
                )
            )
            kind = random.once(in: 6) ? random.pick(PunchKind.allCases) : kind == .clockIn ? .clockOut : .clockIn
        }
        return punches.shuffled(using: &random)
    }
}
