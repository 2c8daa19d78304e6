import Hours
import Testing

@Suite("How a shift deducts breaks")
struct BreakRuleTests {
    private static let punched = ["in 09:00", "break 12:00", "back 12:20", "paid 14:00", "back 14:10", "out 17:00"]

    private func day(
        _ mode: BreakRule.Mode,
        _ minutes: Int,
        isPaid: Bool = false,
        _ texts: [String] = punched
    ) -> DayRecord {
        let office = Office { $0.breaks = BreakRule(mode: mode, minutes: minutes, isPaid: isPaid) }
        return computeDay(office.input(texts))
    }

    @Test(
        arguments: [
            (.none, 30, 480, 30), (.fixed, 45, 435, 45), (.punched, 45, 460, 30), (.greaterOf, 45, 435, 45),
            (.greaterOf, 15, 460, 30),
        ] as [(BreakRule.Mode, Int, Int32, Int32)]
    )
    func modes(mode: BreakRule.Mode, minutes: Int, worked: Int32, breaks: Int32) {
        let day = day(mode, minutes)
        #expect(day.workedMinutes == worked)
        #expect(day.breakMinutes == breaks)
    }

    @Test func whatIsPaidIsNotDeducted() {
        #expect(day(.fixed, 45, isPaid: true).workedMinutes == 480)
        #expect(day(.fixed, 45, isPaid: true).breakMinutes == 45)
        // Punches that do not say are paid as the shift's breaks are.
        #expect(day(.punched, 0, isPaid: true).workedMinutes == 480)
        #expect(day(.greaterOf, 45, isPaid: true).workedMinutes == 480)
        let unpaid = ["in 09:00", "unpaid 12:00", "back 12:20", "out 17:00"]
        #expect(day(.punched, 0, isPaid: true, unpaid).workedMinutes == 460)
        #expect(day(.greaterOf, 45, isPaid: true, unpaid).workedMinutes == 460)
    }

    @Test func aDayWithoutWorkHasNoBreak() {
        #expect(day(.fixed, 45, []).breakMinutes == 0)
        #expect(day(.fixed, 45, ["in 09:00", "out 09:30"]).workedMinutes == 0)
        #expect(day(.fixed, 45, ["in 09:00", "out 09:30"]).breakMinutes == 30)
        #expect(day(.fixed, 45, ["in 09:00"]).breakMinutes == 0)
    }

    @Test func theEndOfASessionEndsItsBreak() {
        let day = day(.punched, 0, ["in 09:00", "break 16:00", "out 17:00"])
        #expect(day.workedMinutes == 420)
        #expect(day.sessions[0].breaks[0].end == day.sessions[0].end)
        #expect(day.flags.isEmpty)
    }

    @Test(arguments: [
        ["back 10:00", "in 11:00", "out 12:00"], ["break 10:00", "in 11:00", "out 12:00"],
        ["in 09:00", "break 10:00", "break 10:30", "back 11:00", "out 12:00"],
        ["in 09:00", "break 10:00", "back 10:30", "back 11:00", "out 12:00"],
    ])
    func breaksThatDoNotMatchAreFlagged(texts: [String]) {
        #expect(day(.punched, 0, texts).flags == [.unmatchedBreak])
    }

    @Test func aBreakBegunTwiceBeganOnce() {
        let day = day(.punched, 0, ["in 09:00", "break 10:00", "break 10:30", "back 11:00", "out 12:00"])
        #expect(day.breakMinutes == 60)
    }
}
