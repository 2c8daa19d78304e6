import Hours
import Testing

@Suite("What a punch is when the machine does not say")
struct KindInferenceTests {
    private let office = Office()

    private func kind(_ time: String, _ texts: String...) -> PunchKind {
        PunchKind.inferred(at: office.at(time), among: office.punches(texts), maximumSessionMinutes: 960)
    }

    @Test func inAndOutTakeTurns() {
        #expect(kind("09:00") == .clockIn)
        #expect(kind("17:00", "in 09:00") == .clockOut)
        #expect(kind("13:00", "in 09:00", "out 12:00") == .clockIn)
        #expect(kind("17:00", "in 13:00", "in 09:00", "break 15:00", "out 12:00") == .clockOut)
    }

    @Test func onlyWhatCameBeforeCounts() {
        #expect(kind("12:00", "in 09:00", "out 17:00", "auto 21:00") == .clockOut)
        #expect(kind("08:00", "in 09:00") == .clockIn)
        #expect(kind("22:00", "in 09:00", "auto 21:00") == .clockIn)
    }

    @Test func sessionsEnd() {
        #expect(kind("+1 01:00", "in 09:00") == .clockOut)
        #expect(kind("+1 01:00:01", "in 09:00") == .clockIn)
    }

    @Test func voidedPunchesAreNotThere() {
        var punches = office.punches(["in 09:00"])
        punches[0].isVoided = true
        let kind = PunchKind.inferred(at: office.at("17:00"), among: punches, maximumSessionMinutes: 960)
        #expect(kind == .clockIn)
    }
}
