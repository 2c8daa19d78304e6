import Hours
import Testing
import Time

@Suite("Random days, against an implementation that counts ticks")
struct RandomDayTests {
    private static let batchSize: UInt64 = 250

    @Test(arguments: 0..<UInt64(24))
    func agreesWithTheSlowDay(batch: UInt64) throws {
        var clocks: [String: WallClock] = [:]
        for seed in batch * Self.batchSize..<(batch + 1) * Self.batchSize {
            let scenario = try Scenario(seed: seed)
            let clock = clocks[scenario.zone] ?? WallClock(scenario.zone)
            clocks[scenario.zone] = clock
            compare(computeDay(scenario.input), SlowDay(scenario, clock), "seed \(seed): \(scenario)")
        }
    }

    private func compare(_ record: DayRecord, _ slow: SlowDay, _ comment: Comment) {
        #expect(record.sessions.map(Self.text) == slow.sessions.map(Self.text), comment)
        #expect(record.flags.map(\.rawValue) == slow.flags.sorted(), comment)
        #expect(record.status.rawValue == slow.status, comment)
        #expect(record.scheduledStart?.secondsSinceEpoch == slow.core?.start, comment)
        #expect(record.scheduledEnd?.secondsSinceEpoch == slow.core?.end, comment)
        let numbers = [
            record.scheduledMinutes, record.workedMinutes, record.breakMinutes, record.lateMinutes,
            record.earlyLeaveMinutes, record.overtimeMinutes,
        ]
        let expected = [
            slow.scheduled, slow.worked / 60, slow.breaks / 60, slow.late, slow.early, slow.overtime / 60,
        ]
        #expect(numbers.map(Int64.init) == expected, comment)
        #expect(record.firstInAt?.secondsSinceEpoch == slow.sessions.first?.start, comment)
        let lastOut = slow.sessions.filter { $0.state == .closed }.compactMap(\.end).max()
        #expect(record.lastOutAt?.secondsSinceEpoch == lastOut, comment)
    }

    private static func text(_ session: WorkSession) -> String {
        let breaks = session.breaks.map { text($0.start.secondsSinceEpoch, $0.end?.secondsSinceEpoch, $0.isPaid) }
        return "\(session.state) \(text(session.start.secondsSinceEpoch, session.end?.secondsSinceEpoch, breaks))"
    }

    private static func text(_ session: SlowDay.Session) -> String {
        let breaks = session.breaks.map { text($0.start, $0.end, $0.isPaid) }
        return "\(session.state) \(text(session.start, session.end, breaks))"
    }

    private static func text(_ start: Int64, _ end: Int64?, _ detail: some Any) -> String {
        "\(start)–\(end.map(String.init) ?? "") \(detail)"
    }

    @Test func theOrderOfPunchesDoesNotMatter() throws {
        for seed in 0..<UInt64(500) {
            let scenario = try Scenario(seed: seed)
            var random = SeededRandom(state: ~seed)
            var shuffled = scenario.input
            shuffled.punches.shuffle(using: &random)
            var record = computeDay(scenario.input)
            var other = computeDay(shuffled)
            #expect(record.sessions.map(Self.text) == other.sessions.map(Self.text))
            record.sessions = []
            other.sessions = []
            #expect(record == other)
        }
    }
}
