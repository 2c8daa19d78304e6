import Auth
import FoundationEssentials
import Postgres
import Testing
import Time

@Suite struct RegistrationTests {
    private let now = AccountDatabase.now

    private func input(email: String, username: String? = nil, slug: String? = nil) throws -> RegistrationInput {
        try RegistrationInput(
            email: email,
            password: AccountDatabase.password,
            displayName: "Ada",
            username: username,
            organizationName: "Engines",
            organizationSlug: slug
        )
    }

    @Test func makesAnOwnerWhoIsSignedIn() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts)
        let claims = try accounts.services.codec.verify(person.tokens.accessToken, now: now)
        #expect(claims == person.tokens.claims)
        #expect(claims.membership?.role == .owner)
        let viewer = Viewer(claims)
        let scope = try #require(viewer.tenantScope(isMutation: true, now: now))
        let name = Statement<TenantScope>("name", "SELECT name FROM organizations WHERE id = $1")
        #expect(try await accounts.services.database.read([name()], in: scope)[0][0].string(0) == "Analytical Engines")
        #expect(try await accounts.mailedTokens(to: person.email).count == 1)
    }

    @Test func worksWithoutAnOrganization() async throws {
        let accounts = try await AccountDatabase.shared()
        let person = try await TestPerson.register(accounts, organization: nil)
        #expect(person.tokens.claims.membership == nil)
        let viewer = Viewer(person.tokens.claims)
        #expect(viewer.tenantScope(isMutation: false, now: now) == nil)
        let one = Statement<PersonScope>("one", "SELECT 1")
        _ = try await accounts.services.database.read([one()], in: viewer.personScope(isMutation: false, now: now))
    }

    @Test func takenNamesLeaveNothingBehind() async throws {
        let accounts = try await AccountDatabase.shared()
        let unique = "u\(UInt32.random(in: 0 ... .max))"
        let registration = Registration(accounts.services)
        let first = try input(email: "\(unique)@example.com", username: unique, slug: unique)
        _ = try await registration.register(first, client: accounts.client(), now: now)
        let attempts = [
            (try input(email: "\(unique.uppercased())@EXAMPLE.com"), AccountRefusal.taken(.email)),
            (try input(email: "x\(unique)@example.com", username: unique.uppercased()), .taken(.username)),
            (try input(email: "y\(unique)@example.com", slug: unique), .taken(.organizationSlug)),
        ]
        for (attempt, expected) in attempts {
            let answer = try await refusal {
                _ = try await registration.register(attempt, client: accounts.client(), now: now)
            }
            #expect(answer == expected)
        }
        let like: [Parameter] = [.text("%\(unique)@%")]
        #expect(try accounts.count("SELECT count(*) FROM user_identifiers WHERE normalized LIKE $1", like) == 1)
        #expect(
            try accounts.count(
                "SELECT count(*) FROM users u WHERE NOT EXISTS (SELECT FROM user_profile p WHERE p.user_id = u.id)"
            ) == 0
        )
        #expect(
            try accounts.count(
                "SELECT count(*) FROM organizations o WHERE NOT EXISTS (SELECT FROM organization_slugs s WHERE s.organization_id = o.id)"
            ) == 0
        )
    }

    @Test func derivedSlugsAreMadeUnique() async throws {
        let accounts = try await AccountDatabase.shared()
        let first = try await TestPerson.register(accounts, organization: "  Ünïque & Co  ")
        let second = try await TestPerson.register(accounts, organization: "Ünïque & Co")
        let ids = [first, second].compactMap { $0.tokens.claims.membership?.organizationID }
        let slugs = try OwnerConnection(accounts.url).query(
            "SELECT slug FROM organization_slugs WHERE organization_id = ANY ($1) ORDER BY length(slug)",
            [.uuids(ids)]
        )
        #expect(slugs[0].string(0) == "n-que-co")
        #expect(slugs[1].string(0).hasPrefix("n-que-co-"))
    }

    @Test func concurrentRegistrationsOfOneAddressGiveOneAccount() async throws {
        let accounts = try await AccountDatabase.shared()
        let email = "race\(UInt64.random(in: 0 ... .max))@example.com"
        let answers = try await withThrowingTaskGroup(of: AccountRefusal?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await refusal {
                        _ = try await Registration(accounts.services)
                            .register(input(email: email), client: accounts.client(), now: now)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.filter { $0 == nil }.count == 1)
        #expect(answers.filter { $0 == .taken(.email) }.count == 7)
    }

    @Test func canBeSwitchedOff() async throws {
        let accounts = try await AccountDatabase.shared()
        var configuration = accounts.services.configuration
        configuration.isRegistrationEnabled = false
        let closed = AccountServices(
            database: accounts.services.database,
            hasher: accounts.services.hasher,
            codec: accounts.services.codec,
            refreshKeys: try TokenKeys(current: TokenKey(id: "r", secret: [UInt8](repeating: 2, count: 32))),
            configuration: configuration
        )
        let answer = try await refusal {
            _ = try await Registration(closed)
                .register(input(email: "closed@example.com"), client: accounts.client(), now: now)
        }
        #expect(answer == .registrationDisabled)
    }

    @Test func checksItsFields() throws {
        func cause(_ make: () throws(AccountRefusal) -> RegistrationInput) -> AccountRefusal? {
            do throws(AccountRefusal) {
                _ = try make()
                return nil
            } catch { return error }
        }
        func change(
            email: String = "a@b.example",
            password: String = AccountDatabase.password,
            name: String = "Ada",
            username: String? = nil,
            slug: String? = nil
        ) -> AccountRefusal? {
            cause { () throws(AccountRefusal) in
                try RegistrationInput(
                    email: email,
                    password: password,
                    displayName: name,
                    username: username,
                    organizationName: "Engines",
                    organizationSlug: slug
                )
            }
        }
        #expect(change() == nil)
        for email in ["a", "a@", "@b", "a@b@c", "a b@c.example", "a@.c", "a@b..c"] {
            #expect(change(email: email) == .invalid(.email), "\(email)")
        }
        #expect(change(email: " ") == .required(.email))
        #expect(change(email: String(repeating: "a", count: 320) + "@b.example") == .tooLong(.email))
        #expect(change(password: "short") == .passwordTooWeak(.tooShort))
        #expect(change(name: " \n") == .required(.displayName))
        #expect(change(name: "A\u{0}da") == .invalid(.displayName))
        #expect(change(name: String(repeating: "a", count: 201)) == .tooLong(.displayName))
        for username in ["ab", "-abc", "a@bc", "äbc", "abc."] {
            #expect(change(username: username) == .invalid(.username), "\(username)")
        }
        for slug in ["", "-a", "a-", "a_b", "ä", String(repeating: "a", count: 64)] {
            #expect(change(slug: slug) == .invalid(.organizationSlug), "\(slug)")
        }
        #expect(change(slug: "ENGINES-2") == nil)
    }
}
