import FoundationEssentials
import JSON
import Postgres
import Testing

/// What a caller learns of a change whose connection was lost.
@Suite struct DatabaseLossTests {
    private static let document = """
        mutation { departmentCreate(input: {name: "Sales"}) { department { id } userErrors { code } } }
        """

    /// A trigger that makes the new department wait: at COMMIT, or when it is inserted.
    private static func slow(_ timing: String, _ fixture: TenantFixture) throws {
        try fixture.owner().execute(
            """
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_sleep(6); RETURN NULL; END $$;
            CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON departments
              DEFERRABLE INITIALLY \(timing) FOR EACH ROW EXECUTE FUNCTION wait()
            """
        )
    }

    /// Ends the session that waits in the trigger.
    private static func terminateWaiting(_ fixture: TenantFixture) async throws {
        let owner = try fixture.owner()
        for _ in 0..<250 {
            let ended = try owner.query(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event = 'PgSleep'
                """
            )
            if ended.count > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("nothing waits in the trigger")
    }

    @Test(arguments: [("DEFERRED", "OUTCOME_UNKNOWN"), ("IMMEDIATE", "UNAVAILABLE")])
    func aLossIsUnknownFromCommitOn(_ timing: String, _ code: String) async throws {
        try await TenantFixture.with { fixture in
            try Self.slow(timing, fixture)
            async let response = fixture.execute(Self.document, as: fixture.first.admin.viewer)
            try await Self.terminateWaiting(fixture)
            #expect(try await response.errorCode == code)
        }
    }
}
