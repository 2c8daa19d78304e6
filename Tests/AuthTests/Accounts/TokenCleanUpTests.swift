import Auth
import FoundationEssentials
import Jobs
import Postgres
import Testing
import Time

@Suite struct TokenCleanUpTests {
    /// What is long over goes; what lives or ended lately stays, and sessions keep their refresh tokens together.
    @Test func removesWhatIsLongOver() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        _ = try await accounts.mailedTokens(to: person.email)
        let past = Timestamp(secondsSinceEpoch: 1_000_000_000)
        let old = TestRows(userID: person.userID, endedAt: past.adding(days: -31))
        let recent = TestRows(userID: person.userID, endedAt: past.adding(days: -29))
        for rows in [old, recent] { try rows.insert(accounts) }
        let worker = try JobWorker(
            database: accounts.services.database,
            handlers: [TokenCleanUp(database: accounts.services.database, clock: .fixed(past))],
            onEvent: { _ in }
        )
        try await accounts.services.database.transaction(in: AuthScope()) {
            _ = try await $0.run(NewJob(kind: TokenCleanUp.jobKind).enqueued())
        }
        let run = Task { await worker.run() }
        try await accounts.lettersAreSent()
        worker.stop()
        await run.value
        #expect(try old.counts(accounts) == [0, 0])
        #expect(try recent.counts(accounts) == [2, 1])
        let own = "SELECT count(*) FROM refresh_tokens WHERE user_id = $1 AND session_id = $2"
        #expect(try accounts.count(own, [.uuid(person.userID), .uuid(person.sessionID)]) == 1)
    }
}

/// A session with two refresh tokens, and a mailed token, which all ended at one instant.
private struct TestRows {
    let userID: UUID
    let endedAt: Timestamp
    private let sessionID = UUID()
    private let mailedID = UUID()

    func insert(_ accounts: AccountDatabase) throws {
        let owner = try OwnerConnection(accounts.url)
        let key: [Parameter] = [.uuid(userID), .uuid(sessionID), .timestamp(endedAt)]
        _ = try owner.query(
            "INSERT INTO user_sessions (user_id, id, expires_at) VALUES ($1, $2, $3)",
            key
        )
        _ = try owner.query(
            """
            WITH first AS (SELECT gen_random_uuid() AS id)
            INSERT INTO refresh_tokens (user_id, session_id, id, parent_id, token_hash, expires_at, rotated_at)
            SELECT $1, $2, id, NULL::uuid, sha256(id::text::bytea), $3, $3 FROM first
            UNION ALL SELECT $1, $2, gen_random_uuid(), id, sha256(('2' || id)::bytea), $3, NULL FROM first
            """,
            key
        )
        _ = try owner.query(
            """
            INSERT INTO user_tokens (user_id, id, purpose, token_hash, created_at, expires_at, consumed_at)
            VALUES ($1, $2, 'password_reset', sha256($2::text::bytea), $3::timestamptz - interval '1 h', $3, $3)
            """,
            [.uuid(userID), .uuid(mailedID), .timestamp(endedAt)]
        )
    }

    /// Of refresh tokens and mailed tokens.
    func counts(_ accounts: AccountDatabase) throws -> [Int] {
        [
            try accounts.count("SELECT count(*) FROM refresh_tokens WHERE session_id = $1", [.uuid(sessionID)]),
            try accounts.count("SELECT count(*) FROM user_tokens WHERE id = $1", [.uuid(mailedID)]),
        ]
    }
}
