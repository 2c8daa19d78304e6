import Testing
import Time

@testable import Resolvers

@Suite("The computation of a day")
struct DayComputationTests {
    private let nine = Timestamp(rfc3339: "2026-01-05T09:00:00Z")!

    private func interval(
        _ start: Int64,
        _ end: Int64?,
        _ state: WorkInterval.State = .closed,
        _ pauses: [WorkInterval.Pause] = []
    ) -> WorkInterval {
        WorkInterval(start: at(start), end: end.map(at), state: state, pauses: pauses)
    }

    /// Seconds after nine.
    private func at(_ seconds: Int64) -> Timestamp { nine.adding(seconds: seconds) }

    private func pause(_ start: Int64, _ end: Int64?, isPaid: Bool = false) -> WorkInterval.Pause {
        WorkInterval.Pause(start: at(start), end: end.map(at), isPaid: isPaid)
    }

    @Test("A day without sessions is pending and has nothing in it")
    func emptyDay() {
        #expect(DayComputation.compute([]) == DayComputation())
        #expect(DayComputation().status == .pending)
    }

    @Test("Unpaid breaks are no work, paid ones are; both are breaks")
    func breaks() {
        let pauses = [pause(600, 1200), pause(1800, 2100, isPaid: true)]
        let day = DayComputation.compute([interval(0, 3600, .closed, pauses)])
        #expect(day.workedMinutes == 50)
        #expect(day.breakMinutes == 15)
        #expect(day.firstInAt == at(0))
        #expect(day.lastOutAt == at(3600))
        #expect(day.status == .present)
    }

    @Test("Minutes are whole in the day's sum, not in each session")
    func wholeMinutesOfTheSum() {
        let day = DayComputation.compute([interval(0, 90), interval(90, 180)])
        #expect(day.workedMinutes == 3)
        #expect(DayComputation.compute([interval(0, 119)]).workedMinutes == 1)
    }

    @Test("An open session begins the day and counts nothing yet")
    func openSession() {
        let day = DayComputation.compute([interval(0, nil, .open, [pause(60, 600)])])
        #expect(day.workedMinutes == 0)
        #expect(day.breakMinutes == 0)
        #expect(day.firstInAt == at(0))
        #expect(day.lastOutAt == nil)
        #expect(day.status == .pending)
    }

    @Test("What the system closed counts nothing, what was voided is not there")
    func autoClosedAndVoided() {
        let day = DayComputation.compute([interval(0, 600, .voided), interval(1200, 7200, .autoClosed)])
        #expect(day.workedMinutes == 0)
        #expect(day.firstInAt == at(1200))
        #expect(day.lastOutAt == nil)
        #expect(day.status == .pending)
    }

    @Test("What still lasts counts until now, and never less than nothing")
    func openUntilNow() {
        let open = interval(0, nil, .open, [pause(600, nil)])
        #expect(open.workedMicroseconds(until: at(1200)) == 600_000_000)
        #expect(interval(60, nil, .open).workedMicroseconds(until: at(0)) == 0)
    }

    @Test("Random days", arguments: 0..<200)
    func randomDay(seed: UInt64) {
        var random = SplitMix64(state: seed)
        let day = RandomDay(from: nine, using: &random)
        let numbers = DayComputation.compute(day.intervals)
        #expect(numbers.workedMinutes == Int32(day.workedMicroseconds / 60_000_000))
        #expect(numbers.breakMinutes == Int32(day.pausedMicroseconds / 60_000_000))
        #expect((numbers.status == .present) == day.hasClosed)
        #expect((numbers.lastOutAt != nil) == day.hasClosed)
        if let first = numbers.firstInAt, let last = numbers.lastOutAt { #expect(first < last) }
        #expect(DayComputation.compute(day.intervals.shuffled(using: &random)) == numbers)
        #expect(numbers.lateMinutes + numbers.earlyLeaveMinutes + numbers.overtimeMinutes == 0)
    }
}

/// A day that is made in the order of time, one stretch after another, while its sums are kept.
private struct RandomDay {
    var intervals: [WorkInterval] = []
    var workedMicroseconds: Int64 = 0
    var pausedMicroseconds: Int64 = 0
    var hasClosed = false
    private var cursor: Timestamp

    init(from start: Timestamp, using random: inout SplitMix64) {
        cursor = start
        let states: [WorkInterval.State] = [.closed, .closed, .closed, .autoClosed, .voided]
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            append(states.randomElement(using: &random) ?? .closed, &random)
        }
        if Bool.random(using: &random) {
            intervals.append(WorkInterval(start: cursor, end: nil, state: .open, pauses: []))
        }
    }

    private mutating func append(_ state: WorkInterval.State, _ random: inout SplitMix64) {
        let start = cursor
        var pauses: [WorkInterval.Pause] = []
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            count(advance(&random), in: state, isWork: true)
            let pauseStart = cursor
            let isPaid = Bool.random(using: &random)
            let length = advance(&random)
            count(length, in: state, isWork: isPaid)
            if state == .closed { pausedMicroseconds += length }
            pauses.append(WorkInterval.Pause(start: pauseStart, end: cursor, isPaid: isPaid))
        }
        count(advance(&random), in: state, isWork: true)
        intervals.append(WorkInterval(start: start, end: cursor, state: state, pauses: pauses))
        if state == .closed { hasClosed = true }
        if Bool.random(using: &random) { _ = advance(&random) }
    }

    private mutating func count(_ length: Int64, in state: WorkInterval.State, isWork: Bool) {
        if state == .closed && isWork { workedMicroseconds += length }
    }

    private mutating func advance(_ random: inout SplitMix64) -> Int64 {
        let length = Int64.random(in: 1...5_400_000_000, using: &random)
        cursor = cursor.adding(microseconds: length)
        return length
    }
}

/// Sebastiano Vigna's generator: the same days for the same seed.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
