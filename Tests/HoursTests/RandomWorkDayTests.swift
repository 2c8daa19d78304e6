import Hours
import Testing
import Time

@Suite("Random weeks: which day a punch belongs to")
struct RandomWorkDayTests {
    @Test(arguments: 0..<UInt64(10))
    func agreesWithTheSlowSearch(batch: UInt64) throws {
        var clocks: [String: WallClock] = [:]
        for seed in batch * 200..<(batch + 1) * 200 {
            let week = try RandomWeek(seed: seed)
            let days = week.roster.workDays(of: week.punches, maximumSessionMinutes: week.maximumSessionMinutes)
            #expect(days == SlowWorkDays(week, &clocks).workDays(), "seed \(seed)")
        }
    }

    /// What the database holds records to.
    @Test func sessionsOfAllDaysNeitherOverlapNorStayOpenTogether() throws {
        for seed in 0..<UInt64(2000) {
            let week = try RandomWeek(seed: seed)
            let computed = ComputedDays(
                of: week.punches,
                week.roster,
                maximumSessionMinutes: week.maximumSessionMinutes,
                now: Timestamp("2026-12-01T00:00:00Z")
            )
            let sessions = computed.days.values.flatMap(\.record.sessions).sorted { $0.start < $1.start }
            #expect(sessions.filter { $0.state == .open }.count <= 1, "seed \(seed)")
            for (session, next) in zip(sessions, sessions.dropFirst()) {
                #expect(session.end.map { session.start < $0 && $0 <= next.start } ?? false, "seed \(seed)")
            }
            let indices = computed.days.values.flatMap(\.punchIndices).sorted()
            #expect(indices == Array(week.punches.indices))
        }
    }
}
