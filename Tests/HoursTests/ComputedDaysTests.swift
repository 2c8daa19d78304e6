import Hours
import Testing
import Time

@Suite("The days of an employee together")
struct ComputedDaysTests {
    private let office = Office()

    private func days(_ punches: [PunchEvent], expected: Set<WorkDay> = [], now: String) -> [WorkDay: ComputedDays.Day]
    {
        ComputedDays(
            of: punches,
            office.roster,
            expected: expected,
            maximumSessionMinutes: 960,
            now: office.at(now)
        ).days
    }

    @Test("A late punch changes its day and no other (case 7)") func latePunch() throws {
        let monday = WorkDay(date: office.date)
        let tuesday = WorkDay(date: office.date.advanced(byDays: 1))
        let punches = office.punches(["in +1 09:00", "out +1 17:00", "in 09:00"])
        let before = days(punches, now: "+1 18:00")
        #expect(before[monday]?.record.flags == [.autoClosed, .missingClockOut])
        let after = days(punches + office.punches(["out 16:00"]), now: "+1 18:00")
        #expect(after[monday]?.record.workedMinutes == 420)
        #expect(after[monday]?.record.flags == [])
        #expect(after[tuesday]?.record == before[tuesday]?.record)
        #expect(after[monday]?.punchIndices == [2, 3])
        #expect(after[monday]?.record.sessions.first?.clockInIndex == 0)
    }

    @Test func daysWithoutPunches() {
        let tuesday = WorkDay(date: office.date.advanced(byDays: 1))
        let saturday = WorkDay(date: office.date.advanced(byDays: 5))
        let records = days([], expected: [tuesday, saturday], now: "+6 00:00")
        #expect(records[tuesday]?.record.status == .absent)
        #expect(records[saturday]?.record.status == .restDay)
        #expect(records.count == 2)
    }

    @Test func circumstancesAreOfTheirDay() {
        let computed = ComputedDays(
            of: office.punches(["in 09:00", "out 18:00", "in +1 09:00", "out +1 18:00"]),
            office.roster,
            circumstances: [WorkDay(date: office.date): DayCircumstances(approvedOvertimeMinutes: 30)],
            maximumSessionMinutes: 960,
            now: office.at("+1 19:00")
        )
        let approved = computed.days.values.sorted { $0.record.firstInAt! < $1.record.firstInAt! }
            .map(\.record.approvedOvertimeMinutes)
        #expect(approved == [30, 0])
    }
}
