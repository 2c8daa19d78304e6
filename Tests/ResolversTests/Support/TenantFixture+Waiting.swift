import Postgres
import Testing

extension TenantFixture {
    /// Returns when somebody waits for a lock in the fixture's database.
    func untilSomebodyWaits() async throws {
        let owner = try owner()
        let waiting = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
            """
        for _ in 0..<500 {
            if try owner.query(waiting)[0].int64(0) > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("nobody waits for a lock")
    }
}
