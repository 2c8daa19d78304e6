import Auth
import FoundationEssentials
import Postgres
import Testing
import Time

@Suite struct SignInTests {
    private let now = AccountDatabase.now

    private func attempt(
        _ accounts: AccountDatabase,
        _ identifier: String,
        password: String = AccountDatabase.password,
        organizationID: UUID? = nil,
        client: Client? = nil,
        now: Timestamp = AccountDatabase.now
    ) async throws -> AccountRefusal? {
        let input = SignIn.Input(identifier: identifier, password: password, organizationID: organizationID)
        return try await refusal {
            _ = try await SignIn(accounts.services).signIn(input, client: client ?? accounts.client(), now: now)
        }
    }

    @Test func opensASessionInTheOrganization() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let tokens = try await SignIn(accounts.services).signIn(
            SignIn.Input(identifier: " \(person.email.uppercased()) ", password: AccountDatabase.password),
            client: accounts.client(),
            now: now
        )
        #expect(tokens.claims.userID == person.userID)
        #expect(tokens.claims.sessionID != person.sessionID)
        #expect(tokens.claims.membership == person.tokens.claims.membership)
        #expect(tokens.refreshTokenExpiresAt == now.adding(days: 14))
        #expect(tokens.accessTokenExpiresAt == now.adding(minutes: 15))
    }

    @Test func answersUnknownAndWrongAlike() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        for (identifier, password) in [
            (person.email, "wrong password"), ("nobody\(person.email)", AccountDatabase.password),
            ("nobody", AccountDatabase.password), (person.email, "nul \u{0} in it"), ("nul\u{0}", "wrong password"),
            (person.email, String(repeating: "x", count: 100_000)), ("", ""),
        ] {
            #expect(try await attempt(accounts, identifier, password: password) == .invalidCredentials)
        }
    }

    @Test func refusesTheSuspendedAndArchivedLikeTheUnknown() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        try accounts.execute(
            "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ('\(person.userID)', 'x', '\(person.userID)')"
        )
        #expect(try await attempt(accounts, person.email) == .invalidCredentials)
        let refreshed = try await refusal {
            _ = try await Refresh(accounts.services).refresh(
                person.tokens.refreshToken,
                client: accounts.client(),
                now: now
            )
        }
        #expect(refreshed == .unauthenticated)
    }

    @Test func choosesTheOrganizationThatIsAskedFor() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let organization = try #require(person.tokens.claims.membership?.organizationID)
        #expect(try await attempt(accounts, person.email, organizationID: organization) == nil)
        #expect(try await attempt(accounts, person.email, organizationID: UUID()) == .notFound(.organizationId))
        try accounts.execute(
            "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) VALUES ('\(organization)', 'x', '\(UUID())')"
        )
        #expect(try await attempt(accounts, person.email, organizationID: organization) == .organizationSuspended)
        #expect(try await attempt(accounts, person.email) == nil)
        let refreshed = try await refusal {
            _ = try await Refresh(accounts.services).refresh(
                person.tokens.refreshToken,
                client: accounts.client(),
                now: now
            )
        }
        #expect(refreshed == .organizationSuspended)
    }

    /// The sixth attempt is refused, with the right password too, until the window has passed; unknown names alike.
    @Test(arguments: [true, false]) func limitsFailuresPerAccount(isKnown: Bool) async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let identifier = isKnown ? person.email : "unknown\(person.email)"
        #expect(try await attempt(accounts, person.email) == nil)
        for minute in 0..<5 {
            let instant = now.adding(minutes: Int64(minute))
            #expect(try await attempt(accounts, identifier, password: "wrong", now: instant) == .invalidCredentials)
        }
        let limited = AccountRefusal.rateLimited(retryAfterSeconds: 600)
        for _ in 0..<3 {
            #expect(try await attempt(accounts, identifier, now: now.adding(minutes: 5)) == limited)
        }
        let later = try await attempt(accounts, identifier, now: now.adding(minutes: 15).adding(seconds: 1))
        #expect(later == (isKnown ? nil : .invalidCredentials))
    }

    /// An attempt that was not judged does not count.
    @Test func anOverloadDoesNotCountAgainstTheAccount() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        var busy = accounts.services
        busy.hasher = try PasswordHasher(queueLimit: 0)
        let input = SignIn.Input(identifier: person.email, password: AccountDatabase.password)
        for _ in 0..<6 {
            await #expect(throws: PasswordHasher.Failure.busy) {
                try await SignIn(busy).signIn(input, client: accounts.client(), now: now)
            }
        }
        let successes = "SELECT count(*) FROM auth_events WHERE user_id = $1 AND kind = 'sign_in' AND success"
        #expect(try accounts.count(successes, [.uuid(person.userID)]) == 0)
        for _ in 0..<5 {
            #expect(try await attempt(accounts, person.email, password: "wrong") == .invalidCredentials)
        }
        #expect(try await attempt(accounts, person.email) != nil)
    }

    /// However an identifier is written: what finds the account counts for it, and for unknown names alike.
    @Test(arguments: [true, false]) func spellingsOfAnIdentifierCountTogether(isKnown: Bool) async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let identifier = isKnown ? person.email : "unknown\(person.email)"
        let spellings = [
            identifier, "\t\(identifier)", "\(identifier)\n", "\u{00A0} \(identifier.uppercased())\u{2003}",
            "  \(identifier)\r\n",
        ]
        for spelling in spellings {
            #expect(try await attempt(accounts, spelling, password: "wrong") == .invalidCredentials)
        }
        for spelling in spellings + ["\(identifier)\t"] {
            #expect(try await attempt(accounts, spelling) == .rateLimited(retryAfterSeconds: 900), "\(spelling)")
        }
    }

    @Test func outerWhiteSpaceOfAnIdentifierMakesNoDifference() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        #expect(try await attempt(accounts, "\u{3000}\t\(person.email.uppercased())\u{00A0}\n") == nil)
    }

    /// At the same time, so that none sees the others' outcome.
    @Test func limitsAttemptsPerAddress() async throws {
        let accounts = try await AccountDatabase.shared()
        let client = accounts.client()
        let answers = try await withThrowingTaskGroup(of: AccountRefusal?.self) { group in
            for number in 0..<25 {
                group.addTask { try await attempt(accounts, "many\(number)@x.example", client: client) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { $0 == .invalidCredentials }.count == 20)
        #expect(answers.filter { $0 == .rateLimited(retryAfterSeconds: 60) }.count == 5)
    }

    @Test func signingOutEndsTheSessionAtOnce() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let viewer = Viewer(person.tokens.claims)
        try await SignOut(accounts.services, client: accounts.client()).signOut(viewer, now: now)
        let one = Statement<PersonScope>("one", "SELECT 1")
        do {
            _ = try await accounts.services.database.read([one()], in: viewer.personScope(isMutation: false, now: now))
            Issue.record("the session is still live")
        } catch { #expect(ViewerRefusal(error) == .unauthenticated) }
        let refreshed = try await refusal {
            _ = try await Refresh(accounts.services).refresh(
                person.tokens.refreshToken,
                client: accounts.client(),
                now: now
            )
        }
        #expect(refreshed == .tokenInvalid)
    }

    @Test func signingOutEverywhereCanKeepTheCurrentSession() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        for _ in 0..<2 { #expect(try await attempt(accounts, person.email) == nil) }
        let viewer = Viewer(person.tokens.claims)
        let signOut = SignOut(accounts.services, client: accounts.client())
        #expect(try await signOut.signOutEverywhere(viewer, keepingCurrent: true, now: now) == 2)
        #expect(try await !signOut.revoke(sessionID: UUID(), of: viewer, now: now))
        #expect(try await signOut.signOutEverywhere(viewer, keepingCurrent: false, now: now) == 1)
    }

    @Test func staleMembershipsAreNoticed() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let viewer = Viewer(person.tokens.claims)
        let member = try #require(person.tokens.claims.membership)
        try accounts.execute("UPDATE organization_members SET authz_epoch = 2 WHERE id = '\(member.memberID)'")
        let one = Statement<AuthScope>("one", "SELECT 1")
        do {
            _ = try await accounts.services.database.read([one()], in: viewer.authScope(isMutation: false, now: now))
            Issue.record("the token is still accepted")
        } catch { #expect(ViewerRefusal(error) == .tokenStale) }
        let renewed = try await Refresh(accounts.services)
            .refresh(person.tokens.refreshToken, client: accounts.client(), now: now)
        #expect(renewed.claims.membership?.memberEpoch == 2)
        let scope = Viewer(renewed.claims).authScope(isMutation: false, now: now)
        _ = try await accounts.services.database.read([one()], in: scope)
    }
}
