import Hours
import Testing

@Suite("Lateness and leaving early: nothing within the grace, beyond it all of it")
struct PunctualityTests {
    private let office = Office {
        $0.lateGraceMinutes = 5
        $0.earlyLeaveGraceMinutes = 10
    }

    @Test(
        arguments: [
            ("08:50", 0), ("09:00", 0), ("09:05:00", 0), ("09:05:01", 5), ("09:06", 6), ("11:30", 150),
        ] as [(String, Int32)]
    )
    func late(clockIn: String, minutes: Int32) {
        #expect(office.day("in \(clockIn)").lateMinutes == minutes)
        #expect(office.day("in \(clockIn)", "out 12:00", "in 13:00", "out 17:00").lateMinutes == minutes)
    }

    @Test(arguments: [("17:30", 0), ("17:00", 0), ("16:50", 0), ("16:49", 11), ("12:00", 300)] as [(String, Int32)])
    func early(clockOut: String, minutes: Int32) {
        #expect(office.day("in 09:00", "out \(clockOut)").earlyLeaveMinutes == minutes)
    }

    @Test func nobodyLeavesEarlyWhoIsThereOrWhoseEndIsUnknown() {
        #expect(office.day("in 09:00", "out 12:00", "in 13:00").earlyLeaveMinutes == 0)
        #expect(office.day("in 09:00", "out 12:00", "in 13:00", "auto 21:00", now: "21:05").earlyLeaveMinutes == 0)
    }

    @Test func lessThanAMinuteIsNone() {
        #expect(Office().day("in 09:00:59").lateMinutes == 0)
        #expect(Office().day("in 09:01").lateMinutes == 1)
    }
}
