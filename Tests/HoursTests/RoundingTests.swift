import Hours
import Testing
import Time

@Suite("Rounding: per punch, for the day only")
struct RoundingTests {
    private func day(_ minutes: Int, _ mode: Rounding.Mode, _ texts: [String]) -> DayRecord {
        computeDay(Office { $0.rounding = Rounding(minutes: minutes, mode: mode) }.input(texts))
    }

    @Test(
        arguments: [
            (15, .nearest, "09:07", "16:53", 480), (15, .nearest, "09:07:30", "16:52:29", 450),
            (15, .up, "09:01", "16:46", 465), (15, .down, "09:14", "16:59", 465), (6, .nearest, "09:02", "16:58", 480),
            (30, .down, "09:29", "17:29", 480), (0, .up, "09:01", "16:59", 478), (15, .up, "09:15", "17:00", 465),
        ] as [(Int, Rounding.Mode, String, String, Int32)]
    )
    func punches(_ minutes: Int, _ mode: Rounding.Mode, _ clockIn: String, _ clockOut: String, _ worked: Int32) {
        let day = day(minutes, mode, ["in \(clockIn)", "out \(clockOut)"])
        #expect(day.workedMinutes == worked)
        #expect(day.firstInAt == Office().at(clockIn) && day.lastOutAt == Office().at(clockOut))
        #expect(day.sessions[0].start == Office().at(clockIn))
    }

    @Test func breaksAreRoundedToo() {
        let day = day(15, .nearest, ["in 09:00", "break 12:04", "back 12:40", "out 17:00"])
        #expect(day.breakMinutes == 45)
    }

    @Test func latenessIsOfTheRoundedPunch() {
        #expect(day(15, .down, ["in 09:14"]).lateMinutes == 0)
        #expect(day(15, .up, ["in 09:01"]).lateMinutes == 15)
    }

    /// Nepal is 5:45 ahead of UTC: half hours there are none of UTC.
    @Test func byTheClockOnTheWall() {
        var office = Office { $0.rounding = Rounding(minutes: 30, mode: .down) }
        office.zone = "Asia/Kathmandu"
        #expect(office.day("in 09:10", "out 17:20").workedMinutes == 480)
    }
}
