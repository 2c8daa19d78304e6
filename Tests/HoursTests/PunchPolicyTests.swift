import Hours
import Testing
import Time

@Suite("Which punches are taken")
struct PunchPolicyTests {
    private let now = Timestamp("2026-01-05T09:00:00Z")

    private func refusal(
        _ seconds: Int64,
        _ reporter: PunchPolicy.Reporter,
        equal: [Int64] = []
    ) -> PunchPolicy.Refusal? {
        do throws(PunchPolicy.Refusal) {
            let equalPunches = equal.map { now.adding(seconds: $0) }
            try PunchPolicy().check(now.adding(seconds: seconds), from: reporter, now: now, equalPunches: equalPunches)
            return nil
        } catch {
            return error
        }
    }

    @Test("Nobody punches in the future, but for the skew (case 7)", arguments: PunchPolicy.Reporter.allCases)
    func nobodyPunchesInTheFuture(reporter: PunchPolicy.Reporter) {
        #expect(refusal(300, reporter) == nil)
        #expect(refusal(301, reporter) == .inFuture)
    }

    @Test("How far in the past each may report (case 7)") func thePastThatEachMayReport() {
        #expect(refusal(-300, .person) == nil)
        #expect(refusal(-301, .person) == .tooOld)
        #expect(refusal(-14 * 86_400, .device) == nil)
        #expect(refusal(-14 * 86_400 - 1, .device) == .tooOld)
        #expect(refusal(-1000 * 86_400, .manager) == nil)
    }

    @Test func theCooldownIsForDevices() {
        #expect(refusal(0, .device, equal: [-29]) == .duplicate)
        #expect(refusal(-40, .device, equal: [-11]) == .duplicate)
        #expect(refusal(0, .device, equal: [-30, 30]) == nil)
        #expect(refusal(0, .person, equal: [-1]) == nil)
        #expect(refusal(0, .manager, equal: [0]) == nil)
    }
}
