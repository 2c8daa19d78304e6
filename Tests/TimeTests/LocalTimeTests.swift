import Testing
import Time

@Suite struct LocalTimeTests {
    @Test(arguments: [("00:00", 0), ("09:05", 32_700), ("23:59:59", 86_399)] as [(String, Int32)])
    func readsAndWrites(_ text: String, _ second: Int32) {
        #expect(LocalTime(iso: text)?.secondOfDay == second)
        #expect(LocalTime(iso: text)?.description == text)
        #expect(LocalTime(secondsAfterMidnight: Int64(second)) == LocalTime(iso: text))
    }

    @Test(arguments: [
        "", "9:00", "24:00", "12:60", "12:00:60", "12", "12:", "12:00:", "12:00:0", "12:00Z", "-1:00", "12.00",
    ])
    func refuses(_ text: String) {
        #expect(LocalTime(iso: text) == nil)
    }

    @Test func hasParts() throws {
        let time = try #require(LocalTime(hour: 13, minute: 14, second: 15))
        #expect(time.hour == 13 && time.minute == 14 && time.second == 15)
        #expect(LocalTime(iso: "13:14:00")?.description == "13:14")
        #expect(LocalTime.midnight < time)
        #expect(LocalTime(secondsAfterMidnight: 86_400) == nil && LocalTime(secondsAfterMidnight: -1) == nil)
    }
}
