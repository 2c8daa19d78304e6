import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Resolvers
import Testing
import Time

/// Who has an account shows neither in what is answered nor in the work that is done for it.
@Suite struct EnumerationTests {
    /// What a request was answered, and what it took.
    private struct Work: Equatable {
        let answer: JSONValue
        /// Names of the statements, in order.
        let statements: [String]
        let hashCount: Int
    }

    private func work(_ fixture: TenantFixture, _ body: () async throws -> JSONValue) async throws -> Work {
        let hasher = fixture.services.accounts.hasher
        let before = hasher.startedCount
        var answer = JSONValue.null
        let statements = try await fixture.statements.during { answer = try await body() }
        return Work(answer: answer, statements: statements, hashCount: hasher.startedCount - before)
    }

    @Test("A wrong password takes the same work for everybody (case 26)")
    func aWrongPasswordTakesTheSameWorkForEverybody() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let gone = try await RegisteredPerson.register(fixture)
            let gonePerson = gone.viewer.claims.userID
            try fixture.owner().execute(
                "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ('\(gonePerson)', 'x', '\(gonePerson)')"
            )
            let known = try await work(fixture) { try await fixture.signIn(person.email, "wrong password") }
            #expect(known.hashCount == 1)
            #expect(!known.statements.isEmpty)
            for (identifier, password) in [
                ("nobody@example.com", "wrong password"), ("nobody", "wrong password"), (person.email, "nul \u{0}"),
                (gone.email, "wrong password"), (gone.email, RegisteredPerson.password), ("nul\u{0}", "x"),
                ("", String(repeating: "x", count: 10_000)),
            ] {
                let other = try await work(fixture) { try await fixture.signIn(identifier, password) }
                #expect(other == known, "\(identifier)")
            }
        }
    }

    @Test("A reset takes the same work for everybody (case 26)") func aResetTakesTheSameWorkForEverybody() async throws
    {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            func request(_ email: String) async throws -> JSONValue {
                try await fixture.payload("passwordResetRequest", ["email": .string(email)], "accepted", as: nil)
            }
            let known = try await work(fixture) { try await request(person.email) }
            #expect(known.answer == ["accepted": true, "userErrors": []])
            #expect(known.statements.contains("insert mailed token"))
            #expect(known.statements.contains("enqueue job"))
            for email in ["nobody@example.com", "no address", "", "nul\u{0}@example.com"] {
                let unknown = try await work(fixture) { try await request(email) }
                #expect(unknown == known, "\(email)")
            }
            let letters = try await fixture.deliverMail().filter { $0.subject == "Choose a new password" }
            #expect(letters.map(\.to.text) == [person.email])
            #expect(try fixture.count("jobs WHERE status = 'dead'") == 0)
        }
    }

    @Test func anAddressToChangeToTakesTheSameWorkForEverybody() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            func request(_ email: String) async throws -> JSONValue {
                let input: JSONObject = ["newEmail": .string(email), "password": .string(RegisteredPerson.password)]
                return try await fixture.payload("userEmailChangeRequest", input, "sentAt", as: person.viewer, now: now)
            }
            let taken = try await work(fixture) { try await request(other.email) }
            let free = try await work(fixture) { try await request("free@example.com") }
            #expect(taken == free)
            #expect(taken.hashCount == 1)
        }
    }
}
