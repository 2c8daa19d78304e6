import Auth
import FoundationEssentials
import Postgres
import Testing
import Time

@Suite struct RefreshTests {
    private let now = AccountDatabase.now

    private func refresh(
        _ token: String,
        at instant: Timestamp,
        _ accounts: AccountDatabase
    ) async throws -> IssuedTokens {
        try await Refresh(accounts.services).refresh(token, client: accounts.client(), now: instant)
    }

    private func refused(
        _ token: String,
        at instant: Timestamp,
        _ accounts: AccountDatabase
    ) async throws -> AccountRefusal? {
        try await refusal { _ = try await refresh(token, at: instant, accounts) }
    }

    @Test func rotates() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let second = try await refresh(person.tokens.refreshToken, at: now.adding(minutes: 5), accounts)
        #expect(second.refreshToken != person.tokens.refreshToken)
        #expect(second.claims.sessionID == person.sessionID)
        #expect(second.claims.membership == person.tokens.claims.membership)
        #expect(second.refreshTokenExpiresAt == person.tokens.refreshTokenExpiresAt)
        let third = try await refresh(second.refreshToken, at: now.adding(minutes: 10), accounts)
        #expect(third.refreshToken != second.refreshToken)
    }

    @Test("Concurrent refreshes give one successor (case 23)") func concurrentRefreshesGiveOneSuccessor() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let token = person.tokens.refreshToken
        let successors = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<24 {
                group.addTask { try await refresh(token, at: now.adding(seconds: 1), accounts).refreshToken }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(successors.count == 24)
        #expect(Set(successors).count == 1)
        let rows = "SELECT count(*) FROM refresh_tokens WHERE session_id = $1"
        #expect(try accounts.count(rows, [.uuid(person.sessionID)]) == 2)
    }

    @Test("Replays are answered within the grace, of the last token only (case 23)")
    func replaysWithinTheGraceOfTheLastTokenOnly() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let first = person.tokens.refreshToken
        let second = try await refresh(first, at: now, accounts).refreshToken
        #expect(try await refresh(first, at: now.adding(seconds: 10), accounts).refreshToken == second)
        _ = try await refresh(second, at: now.adding(seconds: 2), accounts)
        #expect(try await refused(first, at: now.adding(seconds: 3), accounts) == .tokenReused)
    }

    @Test("Reuse after the grace revokes the family (case 23)") func reuseAfterTheGraceRevokesTheFamily() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let first = person.tokens.refreshToken
        let second = try await refresh(first, at: now, accounts)
        #expect(try await refused(first, at: now.adding(seconds: 11), accounts) == .tokenReused)
        #expect(try await refused(second.refreshToken, at: now.adding(seconds: 12), accounts) == .tokenInvalid)
        #expect(try await refused(first, at: now.adding(seconds: 13), accounts) == .tokenInvalid)
        let revoked = "SELECT count(*) FROM user_sessions WHERE id = $1 AND revoke_reason = 'refresh_reuse'"
        #expect(try accounts.count(revoked, [.uuid(person.sessionID)]) == 1)
        let live = "SELECT count(*) FROM refresh_tokens WHERE session_id = $1 AND revoked_at IS NULL"
        #expect(try accounts.count(live, [.uuid(person.sessionID)]) == 0)
        let scope = Viewer(second.claims).authScope(isMutation: false, now: now.adding(seconds: 12))
        do {
            _ = try await accounts.services.database.read([Statement<AuthScope>("one", "SELECT 1")()], in: scope)
            Issue.record("the access token is still accepted")
        } catch { #expect(ViewerRefusal(error) == .unauthenticated) }
    }

    @Test func expiresWithTheSession() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let token = person.tokens.refreshToken
        #expect(try await refused(token, at: now.adding(days: 14), accounts) == .tokenExpired)
        let late = try await refresh(token, at: now.adding(days: 14).adding(seconds: -60), accounts)
        #expect(late.accessTokenExpiresAt == now.adding(days: 14))
    }

    @Test func losesTheOrganizationWithTheMembership() async throws {
        let accounts = try await AccountDatabase.shared()
        let owner = try await TestPerson.register(accounts)
        let guest = try await TestPerson.register(accounts, organization: nil)
        let organization = try #require(owner.tokens.claims.membership?.organizationID)
        try accounts.execute(
            """
            INSERT INTO organization_members (organization_id, user_id, access_state)
            VALUES ('\(organization)', '\(guest.userID)', 'suspended');
            UPDATE user_sessions SET active_organization_id = '\(organization)' WHERE id = '\(guest.sessionID)'
            """
        )
        let renewed = try await refresh(guest.tokens.refreshToken, at: now, accounts)
        #expect(renewed.claims.membership == nil)
        let one = Statement<AuthScope>("one", "SELECT 1")
        let scope = Viewer(renewed.claims).authScope(isMutation: false, now: now)
        _ = try await accounts.services.database.read([one()], in: scope)
    }

    @Test func limitsGuessesPerAddress() async throws {
        let accounts = try await AccountDatabase.shared()
        let client = accounts.client()
        let refresh = Refresh(accounts.services)
        for _ in 0..<20 {
            let guess = OpaqueToken.random(routingID: UUID()).text
            let answer = try await refusal { _ = try await refresh.refresh(guess, client: client, now: now) }
            #expect(answer == .tokenInvalid)
        }
        let guess = OpaqueToken.random(routingID: UUID()).text
        let answer = try await refusal { _ = try await refresh.refresh(guess, client: client, now: now) }
        #expect(answer == .rateLimited(retryAfterSeconds: 60))
        #expect(try await refusal { _ = try await refresh.refresh("", client: client, now: now) } == .tokenInvalid)
    }
}
