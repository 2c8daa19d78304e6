import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

/// Kept events of mapped users whose period was locked are applied when it is reopened.
@Suite struct KeptEventsApplyingTests {
    private static let work = [
        SyncClient.event("1", "7", on: "2026-03-05", "08:00", nil),
        SyncClient.event("2", "7", on: "2026-03-05", "11:00", nil),
        SyncClient.event("3", "8", on: "2026-03-05", "08:00", nil),
    ]

    /// Creates and locks a period. Answers its id.
    private func lockPeriod(_ fixture: TenantFixture, _ from: String, _ to: String) async throws -> JSONValue {
        let owner = fixture.first.owner.viewer
        let input: JSONObject = ["name": .string(from), "range": ["from": .string(from), "to": .string(to)]]
        let created = try await fixture.mutate("attendancePeriodCreate", input, "period { id }", as: owner)
        let id = try #require(created.at("period.id"), "\(created.text)")
        let locked = try await fixture.mutate("attendancePeriodLock", ["periodId": id], as: owner)
        #expect(locked["userErrors"] == [])
        return id
    }

    private func reopen(_ fixture: TenantFixture, _ period: JSONValue) async throws {
        let input: JSONObject = ["periodId": period, "reason": "late punches"]
        let payload = try await fixture.mutate("attendancePeriodReopen", input, as: fixture.first.owner.viewer)
        #expect(payload["userErrors"] == [], "\(payload.text)")
    }

    private func keptCount(_ fixture: TenantFixture) throws -> Int {
        try fixture.owner().query("SELECT FROM unmapped_device_events").count
    }

    @Test func reopeningAppliesThem() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture)
            _ = try await client.sync(Self.work + [SyncClient.event("4", "7", on: "2026-03-08", "08:00", nil)])
            let first = try await lockPeriod(fixture, "2026-03-01", "2026-03-06")
            _ = try await lockPeriod(fixture, "2026-03-07", "2026-03-09")
            try await fixture.identify([("7", member)], on: client.device)
            #expect(try fixture.punches(of: member).isEmpty)
            try await reopen(fixture, first)
            _ = try await fixture.deliverMail()
            #expect(try fixture.punches(of: member) == ["clock_in 05 08:00", "clock_out 05 11:00"])
            #expect(try fixture.days(of: member) == ["2026-03-05 180 present"])
            #expect(try keptCount(fixture) == 2)
            let log = try fixture.owner().query(
                """
                SELECT entity_type, new_values::text, actor_device_id IS NULL FROM audit_logs
                WHERE action = 'attendanceEventsSync' AND actor_kind = 'system'
                """
            )
            #expect(log.map { $0.string(0) } == ["Device"] && log[0].bool(2))
            #expect(log.first?.string(1) == #"{"acceptedCount": 2}"#)
        }
    }

    @Test func applyingTwiceChangesNothing() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            _ = try await client.sync(Self.work)
            let period = try await lockPeriod(fixture, "2026-03-01", "2026-03-06")
            try await fixture.identify([("7", fixture.first.member), ("8", fixture.first.manager)], on: client.device)
            try await reopen(fixture, period)
            let work = try work("2026-03-01", "2026-03-06")
            let scope = DayBench(fixture).scope
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await KeptEventsApplying(database: fixture.database, chunkSize: 2).apply(work, in: scope)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try keptCount(fixture) == 0)
            #expect(try fixture.owner().query("SELECT FROM attendance_events").count == 3)
            _ = try await fixture.deliverMail()
            #expect(try fixture.owner().query("SELECT FROM attendance_events").count == 3)
        }
    }

    @Test func howManyWaitCostsNothing() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            let days = [("2026-03-02", 1), ("2026-03-06", 60)]
            var counts: [Int] = []
            for (day, number) in days {
                let items = (0..<number).map {
                    SyncClient.event("\(day) \($0)", "7", on: day, "08:\(10 + $0 % 50)", nil)
                }
                _ = try await client.sync(items)
            }
            let period = try await lockPeriod(fixture, "2026-03-01", "2026-03-06")
            try await fixture.identify([("7", fixture.first.member)], on: client.device)
            #expect(try keptCount(fixture) == 61)
            try await reopen(fixture, period)
            for (day, _) in days {
                let names = try await fixture.statements.during {
                    let applying = KeptEventsApplying(database: fixture.database)
                    try await applying.apply(try work(day, day), in: DayBench(fixture).scope)
                }
                counts.append(names.count)
            }
            #expect(try keptCount(fixture) == 0)
            #expect(counts[1] <= counts[0], "\(counts)")
        }
    }

    private func work(_ first: String, _ last: String) throws -> KeptEventsWork {
        KeptEventsWork(
            first: try #require(CalendarDate(iso: first)),
            last: try #require(CalendarDate(iso: last))
        )
    }
}
