import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Events of users whom nobody has mapped wait for the mapping.
@Suite struct KeptDeviceEventsTests {
    private static let morning = [
        SyncClient.event("1", "7", "08:00"), SyncClient.event("2", "7", "11:00"), SyncClient.event("3", "8", "08:00"),
    ]

    private func keptCount(_ fixture: TenantFixture) throws -> Int {
        try fixture.owner().query("SELECT FROM unmapped_device_events").count
    }

    @Test("Events of an unknown user are kept, and applied by the mapping (case 6)") func theMappingAppliesThem()
        async throws
    {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture)
            #expect(try await client.sync(Self.morning).outcomes == ["UNMAPPED", "UNMAPPED", "UNMAPPED"])
            #expect(try fixture.punches(of: member).isEmpty)
            try await fixture.identify([("7", member)], on: client.device)
            #expect(try fixture.punches(of: member) == ["clock_in 10 08:00", "clock_out 10 11:00"])
            #expect(try fixture.days(of: member) == ["2026-03-10 180 present"])
            #expect(try keptCount(fixture) == 1)
            let rows = try fixture.owner().query(
                "SELECT device_event_id, ip IS NOT NULL, source::text FROM attendance_events ORDER BY occurred_at"
            )
            #expect(rows.map { $0.string(0) } == ["1", "2"])
            #expect(rows.allSatisfy { $0.bool(1) && $0.string(2) == "biometric_device" })
            #expect(try await client.sync(Self.morning).outcomes == ["DUPLICATE", "DUPLICATE", "DUPLICATE"])
        }
    }

    @Test func anIdOnTheDeviceGoesBeforeOneForEveryDevice() async throws {
        try await TenantFixture.with { fixture in
            let (member, manager) = (fixture.first.member, fixture.first.manager)
            let (gate, door) = (try await SyncClient(fixture), try await SyncClient(fixture))
            for client in [gate, door] { _ = try await client.sync(Self.morning) }
            try await fixture.identify([("7", member)], on: gate.device)
            try await fixture.identify([("7", manager)], on: nil)
            #expect(try fixture.punches(of: member).count == 2)
            #expect(try fixture.punches(of: manager).count == 2)
            let later = [SyncClient.event("9", "7", "11:30")]
            _ = try await gate.sync(later)
            #expect(try fixture.punches(of: member).count == 3)
            #expect(try fixture.punches(of: manager).count == 2)
        }
    }

    @Test func whatALockedPeriodRefusesIsKept() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture)
            _ = try await client.sync(Self.morning + [SyncClient.event("4", "7", on: "2026-03-05", "08:00", nil)])
            let owner = try fixture.owner()
            _ = try owner.query(
                """
                INSERT INTO attendance_periods (organization_id, name, days, status, locked_by, locked_at)
                VALUES ($1, 'P', '[2026-03-01,2026-03-06)', 'locked', $2, now())
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            try await fixture.identify([("7", member)], on: client.device)
            #expect(try fixture.punches(of: member) == ["clock_in 10 08:00", "clock_out 10 11:00"])
            #expect(try keptCount(fixture) == 2)
            _ = try owner.query("UPDATE attendance_periods SET status = 'open', locked_at = NULL, locked_by = NULL")
            try await fixture.identify([("7", member)], on: client.device)
            #expect(try fixture.punches(of: member).first == "clock_in 05 08:00")
            #expect(try keptCount(fixture) == 1)
        }
    }

    @Test func howManyWaitCostsNothing() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            _ = try await client.sync([SyncClient.event("0", "1", on: "2026-03-09", "08:00", nil)])
            let one = try await fixture.statements.during {
                try await fixture.identify([("1", fixture.first.member)], on: client.device)
            }
            let items = (0..<200).map { number in
                SyncClient.event("n\(number)", "\(2 + number % 2)", "0\(number / 60):\(10 + number % 50)")
            }
            _ = try await client.sync(items)
            let many = try await fixture.statements.during {
                let users = [("2", fixture.first.manager), ("3", fixture.first.admin)]
                try await fixture.identify(users, on: client.device)
            }
            #expect(many.count <= one.count + 1)
        }
    }
}
