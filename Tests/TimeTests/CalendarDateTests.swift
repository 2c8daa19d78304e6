import Testing
import Time

@Suite struct CalendarDateTests {
    @Test(
        arguments: [
            ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-21", 20_778), ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896), ("1969-12-31", -1),
        ] as [(String, Int32)]
    )
    func readsAndWrites(_ text: String, _ days: Int32) {
        #expect(CalendarDate(iso: text)?.days == days)
        #expect(CalendarDate(days: days).description == text)
    }

    @Test(arguments: [
        "", "2026-1-1", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
        "0000-01-01", "2026-11-21Z", "2026/11/21", "20261121", "-2026-11-21",
    ])
    func refuses(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test func everyDayOfFourCenturiesIsReadBack() {
        var expected = (year: 1800, month: 1, day: 1)
        var date = CalendarDate(year: 1800, month: 1, day: 1)!
        while date.year < 2200 {
            #expect(date.components == expected)
            #expect(CalendarDate(year: expected.year, month: expected.month, day: expected.day) == date)
            date = date.advanced(byDays: 1)
            expected.day += 1
            if expected.day > CalendarDate.length(ofMonth: expected.month, year: expected.year) {
                expected = expected.month == 12 ? (expected.year + 1, 1, 1) : (expected.year, expected.month + 1, 1)
            }
        }
    }

    @Test func weekdays() {
        #expect(CalendarDate(iso: "1970-01-01")?.weekday == 4)
        #expect(CalendarDate(iso: "2026-11-21")?.weekday == 6)
        #expect(CalendarDate(iso: "1969-12-28")?.weekday == 7)
        #expect(CalendarDate(iso: "1969-12-29")?.weekday == 1)
    }

    @Test func arithmetic() {
        let date = CalendarDate(iso: "2024-02-28")!
        #expect(date.advanced(byDays: 2).description == "2024-03-01")
        #expect(date.advanced(byDays: -59).description == "2023-12-31")
        #expect(date.advanced(byDays: .max).days == .max)
        #expect(date.days(until: CalendarDate(iso: "2024-03-01")!) == 2)
        #expect(date.startOfDay.description == "2024-02-28T00:00:00Z")
    }
}
