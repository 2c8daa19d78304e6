import FoundationEssentials
import Hours
import Postgres
import Time

@testable import Resolvers

/// Employees in many zones with split, overnight and no shifts, and their punches around a change of the clocks.
struct RandomAttendance {
    private var random: SplitMix
    private(set) var punches: [UUID: [DayEdits.Punch]] = [:]
    private(set) var employees: [UUID] = []

    /// Europe and America change their clocks within this fortnight.
    static let first = CalendarDate(iso: "2026-10-24")!

    init(seed: UInt64, count: Int, _ fixture: TenantFixture) throws {
        random = SplitMix(state: seed)
        let owner = try fixture.owner()
        let zones = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", nil]
        let shifts = [
            try fixture.insertShift("Night", "22:00", "06:00"), try fixture.insertShift("Day", "08:00", "16:30"),
            try fixture.insertShift("Evening", "17:00", "21:00", weekdays: 31),
            try fixture.insertShift("Tokyo", "09:00", "18:00", timeZone: "Asia/Tokyo"),
        ]
        _ = try owner.query(
            """
            UPDATE shifts SET break_mode = 'greater_of', break_minutes = 30, rounding_minutes = 15, late_grace_minutes = 5
            WHERE name = 'Day'
            """
        )
        for number in 0..<count {
            let employee = UUID()
            employees.append(employee)
            let zone = zones[number % zones.count]
            try fixture.first.insertEmployee(employee, number: "R-\(number)", timeZone: zone, owner)
            for slot in 1...2 where number % 4 != 0 {
                let shift = shifts[Int.random(in: 0..<shifts.count, using: &random)]
                _ = try fixture.insertAssignment(of: employee, to: shift, from: "2026-10-20", slot: Int16(slot))
            }
            punches[employee] = draw(employee)
        }
    }

    private mutating func draw(_ employee: UUID) -> [DayEdits.Punch] {
        var instant = Self.first.startOfDay
        var kind = PunchKind.clockIn
        return (0..<16).map { _ in
            instant = instant.adding(minutes: 30 * Int64.random(in: 0...24, using: &random))
            let isOdd = Int.random(in: 0..<5, using: &random) == 0
            let event = PunchEvent(
                kind,
                at: instant,
                isAutomatic: kind == .clockOut && isOdd,
                isPaid: kind == .breakStart ? isOdd : nil
            )
            let next: PunchKind = kind == .clockIn ? .clockOut : .clockIn
            kind = Int.random(in: 0..<3, using: &random) == 0 ? PunchKind.allCases.randomElement(using: &random)! : next
            return DayEdits.Punch(id: UUID(), employeeID: employee, event: event)
        }
    }

    mutating func shuffled(_ punches: [DayEdits.Punch]) -> [DayEdits.Punch] {
        punches.shuffled(using: &random)
    }
}

/// Sebastiano Vigna's SplitMix64: the same days for the same seed.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
