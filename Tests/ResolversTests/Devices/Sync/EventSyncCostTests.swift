import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// The number of statements does not depend on how many events of how many employees there are.
@Suite struct EventSyncCostTests {
    private static let employeeCount = 100

    private func statements(_ fixture: TenantFixture, _ body: () async throws -> Void) async throws -> Int {
        let counters = fixture.database.counters
        let before = counters.statements + counters.viewerChecks
        try await body()
        return counters.statements + counters.viewerChecks - before
    }

    /// Employees of the first organization with a user id on every device.
    private func insertEmployees(_ fixture: TenantFixture) throws {
        let owner = try fixture.owner()
        for number in 1...Self.employeeCount {
            let id = UUID()
            try fixture.first.insertEmployee(id, number: "S-\(number)", owner)
            _ = try owner.query(
                """
                INSERT INTO employee_device_identities (organization_id, external_user_id, employee_id)
                VALUES ($1, $2, $3)
                """,
                [.uuid(fixture.first.id), .text("\(number)"), .uuid(id)]
            )
        }
    }

    @Test func fiveHundredEventsTakeAsManyAsOne() async throws {
        try await TenantFixture.with { fixture in
            try insertEmployees(fixture)
            let client = try await SyncClient(fixture)
            let one = try await statements(fixture) {
                let batch = [SyncClient.event("0", "1", on: "2026-03-09", "08:00", nil)]
                let payload = try await client.sync(batch)
                #expect(payload.outcomes == ["ACCEPTED"])
            }
            let times = ["05:00", "08:00", "09:00", "09:30", "11:00"]
            let items = (1...Self.employeeCount).flatMap { user in
                times.map { SyncClient.event("\(user) \($0)", user % 10 == 0 ? "unknown" : "\(user)", $0) }
            }
            let many = try await statements(fixture) {
                let payload = try await client.sync(items)
                #expect(payload["acceptedCount"] == 450)
            }
            #expect(one <= 12)
            #expect(many <= 12)
            let replay = try await statements(fixture) { _ = try await client.sync(items) }
            #expect(replay <= 12)
        }
    }
}
