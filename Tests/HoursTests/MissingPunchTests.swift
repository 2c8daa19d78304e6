import Hours
import Testing
import Time

@Suite("Punches that are missing, made up, or taken back")
struct MissingPunchTests {
    private let office = Office()

    @Test func anOpenSessionCountsOnceItIsClosed() {
        let day = office.day("in 09:00", "break 12:00", now: "12:10")
        #expect(day.status == .pending)
        #expect(day.workedMinutes == 0 && day.breakMinutes == 0)
        #expect(day.sessions.map(\.state) == [.open])
        #expect(day.flags.isEmpty)
        #expect(day.lastOutAt == nil)
    }

    @Test("A forgotten session is flagged and then ended (case 8)") func aForgottenSessionIsFlaggedAndThenEnded() {
        let input = office.input(["in 09:00"])
        #expect(input.forgottenAt(clockIn: office.at("09:00")) == office.at("21:00"))
        #expect(office.day("in 09:00", now: "21:00").flags.isEmpty)
        #expect(office.day("in 09:00", now: "21:00:01").flags == [.missingClockOut])
        let closed = office.day("in 09:00", "auto 21:00", now: "21:05")
        #expect(closed.flags == [.autoClosed, .missingClockOut])
        #expect(closed.sessions.map(\.state) == [.autoClosed])
        #expect(closed.workedMinutes == 0)
        #expect(closed.lastOutAt == nil)
        #expect(closed.status == .pending)
    }

    @Test func withoutAShiftASessionIsForgottenWhenItLastedTooLong() {
        var input = office.input(["in 09:00"], now: "+1 01:00:01")
        input.plan = .unscheduled(TimeZoneRules(office.zone))
        input.lastWindowEndsAt = nil
        #expect(input.forgottenAt(clockIn: office.at("09:00")) == office.at("+1 01:00"))
        #expect(computeDay(input).flags == [.missingClockOut])
    }

    @Test("A correction mends what the system ended (case 8)", arguments: ["17:00", "20:59", "23:00"])
    func aCorrectionMendsWhatTheSystemEnded(clockOut: String) {
        let day = office.day("in 09:00", "auto 21:00", "out \(clockOut)", now: "+1 09:00")
        #expect(day.sessions.map(\.state) == [.closed])
        #expect(day.sessions[0].clockOutIndex == 2)
        #expect(day.lastOutAt == office.at(clockOut))
        #expect(day.flags.isEmpty)
        #expect(day.status == .present)
    }

    @Test func aSecondClockInLeavesTheFirstWithoutAnEnd() {
        let day = office.day("in 09:00", "in 13:00", "out 17:00")
        #expect(day.sessions.map(\.state) == [.autoClosed, .closed])
        #expect(day.sessions[0].end == office.at("13:00"))
        #expect(day.workedMinutes == 240)
        #expect(day.flags == [.autoClosed, .missingClockOut])
        let mended = office.day("in 09:00", "in 13:00", "out 17:00", "out 12:30")
        #expect(mended.workedMinutes == 450)
        #expect(mended.flags.isEmpty)
    }

    @Test func theSamePunchTwiceIsOne() {
        let day = office.day("in 09:00", "in 09:00", "out 17:00")
        #expect(day.workedMinutes == 480)
        #expect(day.flags.isEmpty)
    }

    @Test func aClockInOfAnotherDayEndsAForgottenSession() {
        let day = office.day("in 09:00", now: "+1 09:00") {
            $0.otherClockIns = [office.at("18:00"), office.at("08:00")]
        }
        #expect(day.sessions.map(\.end) == [office.at("18:00")])
        let later = office.day("in 09:00", now: "+1 09:00") { $0.otherClockIns = [office.at("+1 09:00")] }
        #expect(later.sessions.map(\.state) == [.autoClosed])
        #expect(later.sessions.map(\.end) == [office.at("21:00")])
    }

    @Test func aClockOutAlone() {
        let day = office.day("out 17:00", now: "+1 00:00")
        #expect(day.flags == [.missingClockIn])
        #expect(day.status == .pending)
        #expect(day.sessions.isEmpty && day.workedMinutes == 0)
    }

    @Test func voidedPunchesAreNotThere() {
        let day = office.day("in 07:00", "in 09:00", "out 12:00", "out 17:00") { input in
            input.punches[0].isVoided = true
            input.punches[2].isVoided = true
        }
        #expect(day.workedMinutes == 480)
        #expect(day.firstInAt == office.at("09:00"))
        let empty = office.day("in 09:00", now: "+1 00:00") { $0.punches[0].isVoided = true }
        #expect(empty.status == .absent)
        #expect(empty.sessions.isEmpty)
    }
}
