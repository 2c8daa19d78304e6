import Auth
import FoundationEssentials
import Hours
import JSON
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

/// Periods that come into being while days are being written.
@Suite("Writers and new periods", .serialized)
struct PeriodRaceTests {
    private func create(_ fixture: TenantFixture) async throws -> JSONValue {
        try await fixture.mutate(
            "attendancePeriodCreate",
            ["name": "January", "range": ["from": "2026-01-01", "to": "2026-01-31"]],
            "period { id }",
            as: fixture.first.owner.viewer
        )
    }

    @Test("A period waits to be created for a mutation that found none, so nothing slips in behind its lock (case 10)")
    func creationWaits() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            var scope = bench.scope
            let person = Principal.person(fixture.first.member.viewer)
            scope.viewerCheck = person.check(isMutation: true, now: bench.now)
            let day = try #require(CalendarDate(iso: "2026-01-15"))
            let created = try await fixture.database.transaction(in: scope) { transaction in
                let stored = try await StoredDays.read([EmployeeDays(member, from: day, through: day)], in: transaction)
                #expect(stored.periods.isEmpty)
                let creation = Task { try await create(fixture) }
                try await fixture.untilSomebodyWaits()
                #expect(try fixture.owner().query("SELECT FROM attendance_periods").isEmpty)
                return creation
            }
            #expect(try await created.value["userErrors"] == [])
        }
    }

    @Test("The scheduler leaves days alone whose period was created and locked while it was about to close them")
    func schedulerWaits() async throws {
        try await TenantFixture.with { fixture in
            #expect(
                try await ClockClient(fixture, fixture.first.member).clockIn(at: "2026-01-05T08:00:00Z").codes == []
            )
            let owner = try fixture.owner()
            try owner.execute("BEGIN")
            _ = try owner.query(
                "SELECT pg_advisory_xact_lock(3, hashtext($1::text))::text",
                [.uuid(fixture.first.id)]
            )
            let now = try instant("2026-01-06T03:00:00Z")
            let closing = Task { try await DayClosing(database: fixture.database).close(now: now) }
            try await fixture.untilSomebodyWaits()
            _ = try owner.query(
                """
                INSERT INTO attendance_periods (organization_id, name, days, status, locked_by, locked_at)
                VALUES ($1, 'January', '[2026-01-01,2026-02-01)', 'locked', $2, now())
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            try owner.execute("COMMIT")
            try await closing.value
            #expect(try owner.query("SELECT status::text FROM attendance_sessions").map { $0.string(0) } == ["open"])
        }
    }

    @Test("Punches and a new period that is locked at once: what is stored was there when the period was locked")
    func nothingSlipsIn() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let people = [fixture.first.admin, fixture.first.manager, fixture.first.member]
            let count = "SELECT count(*) FROM attendance_events"
            let stored = try await withThrowingTaskGroup(of: Int64?.self) { group in
                for (number, person) in people.enumerated() {
                    group.addTask {
                        let clock = ClockClient(fixture, person)
                        for hour in 10..<16 {
                            let minute = "\(hour):0\(number)"
                            _ = try await clock.clockIn(at: "2026-01-05T\(minute):00Z")
                            _ = try await clock.clockOut(at: "2026-01-05T\(hour):30:00Z")
                        }
                        return nil
                    }
                }
                group.addTask {
                    let id = try #require(try await create(fixture).at("period.id"))
                    let input: JSONObject = ["periodId": id, "force": true]
                    let owner = fixture.first.owner.viewer
                    let locked = try await fixture.mutate("attendancePeriodLock", input, as: owner)
                    #expect(locked["userErrors"] == [], "\(locked.text)")
                    return try fixture.owner().query(count)[0].int64(0)
                }
                return try await group.reduce(into: nil) { $0 = $0 ?? $1 }
            }
            #expect(try fixture.owner().query(count)[0].int64(0) == stored)
        }
    }
}
