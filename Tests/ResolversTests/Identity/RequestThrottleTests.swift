import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing
import Time

/// How often may be asked for what costs a letter or can be guessed.
@Suite struct RequestThrottleTests {
    private static let errors = "userErrors { code ... on RateLimitError { retryAfterSeconds } }"

    /// The same mutation many times in one request; the aliases are `m0`, `m1` and so on.
    private static func repeated(_ count: Int, _ field: (Int) -> String) -> String {
        "mutation { \((0..<count).map { "m\($0): \(field($0))" }.joined(separator: "\n")) }"
    }

    private static func codes(_ data: JSONValue, _ count: Int) -> [String] {
        (0..<count).map { data["m\($0)"]?.userErrorCodes.first ?? "NONE" }
    }

    @Test func lettersToConfirmAnAddressAreFew() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            let document = Self.repeated(25) { _ in "emailVerificationSend(input: {}) { sentAt \(Self.errors) }" }
            let sent = try await fixture.data(document, as: person.viewer, now: now)
            let limited = Array(repeating: "RATE_LIMITED", count: 20)
            #expect(Self.codes(sent, 25) == Array(repeating: "NONE", count: 5) + limited)
            #expect(sent["m24"]?["sentAt"] == .null)
            #expect(sent["m24"]?["userErrors"]?[0]?["retryAfterSeconds"] == 3_600)
            let once = Self.repeated(1) { _ in "emailVerificationSend(input: {}) { sentAt \(Self.errors) }" }
            #expect(Self.codes(try await fixture.data(once, as: other.viewer, now: now), 1) == ["NONE"])
            let early = now.adding(minutes: 59)
            #expect(Self.codes(try await fixture.data(once, as: person.viewer, now: early), 1) == ["RATE_LIMITED"])
            let late = now.adding(minutes: 61)
            #expect(Self.codes(try await fixture.data(once, as: person.viewer, now: late), 1) == ["NONE"])
        }
    }

    @Test func anAddressTriesFewTokens() async throws {
        try await TenantFixture.with { fixture in
            let now = Timestamp.now()
            let document = Self.repeated(25) { _ in
                "emailVerify(input: {token: \"\(OpaqueToken.random(routingID: UUID()).text)\"}) { \(Self.errors) }"
            }
            let data = try await fixture.data(document, as: nil, now: now)
            let invalid = Array(repeating: "TOKEN_INVALID", count: 20)
            #expect(Self.codes(data, 25) == invalid + Array(repeating: "RATE_LIMITED", count: 5))
            #expect(data["m24"]?["userErrors"]?[0]?["retryAfterSeconds"] == 60)
            let later = try await fixture.data(document, as: nil, now: now.adding(seconds: 61))
            #expect(later["m0"]?.userErrorCodes == ["TOKEN_INVALID"])
        }
    }

    private static func memberAdd(_ email: String) -> String {
        "memberAdd(input: {email: \"\(email)\"}) { member { id } \(errors) }"
    }

    /// People with a verified address and no organization.
    private static func people(_ count: Int, _ owner: OwnerConnection) throws {
        try owner.execute(
            """
            CREATE TEMPORARY TABLE new AS SELECT gen_random_uuid() AS id, n FROM generate_series(0, \(count - 1)) n;
            INSERT INTO users (id) SELECT id FROM new;
            INSERT INTO user_profile (user_id, display_name) SELECT id, 'New' FROM new;
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            SELECT id, 'email', 'known' || n || '@example.com', true, now() FROM new
            """
        )
    }

    /// Past the limit those who have an account are answered like those who have none.
    @Test func nobodyFindsOutByTryingWhoHasAnAccount() async throws {
        try await TenantFixture.with { fixture in
            try Self.people(1, fixture.owner())
            let now = Timestamp.now()
            let (owner, admin) = (fixture.first.owner.viewer, fixture.first.admin.viewer)
            let guesses = Self.repeated(25) { Self.memberAdd($0 < 24 ? "no\($0)@example.com" : "known0@example.com") }
            let data = try await fixture.data(guesses, as: admin, now: now)
            let unknown = Array(repeating: "NOT_FOUND", count: 20)
            #expect(Self.codes(data, 25) == unknown + Array(repeating: "RATE_LIMITED", count: 5))
            #expect(data["m24"]?["userErrors"]?[0]?["retryAfterSeconds"] == 60)
            let known = Self.repeated(1) { _ in Self.memberAdd("known0@example.com") }
            let minuteLater = now.adding(seconds: 61)
            let limited = try await fixture.data(known, as: admin, now: minuteLater)
            #expect(limited["m0"]?["userErrors"]?[0]?["retryAfterSeconds"] == 839)
            #expect(Self.codes(try await fixture.data(known, as: owner, now: minuteLater), 1) == ["NONE"])
            let windowLater = now.adding(minutes: 16)
            #expect(Self.codes(try await fixture.data(known, as: admin, now: windowLater), 1) == ["ALREADY_MEMBER"])
        }
    }

    @Test func addingManyMembersIsNoGuessing() async throws {
        try await TenantFixture.with { fixture in
            try Self.people(25, fixture.owner())
            let document = Self.repeated(25) { Self.memberAdd("known\($0)@example.com") }
            let admin = fixture.first.admin.viewer
            let added = try await fixture.data(document, as: admin)
            #expect(Self.codes(added, 25) == Array(repeating: "NONE", count: 25))
            let again = try await fixture.data(document, as: admin)
            #expect(Self.codes(again, 25) == Array(repeating: "ALREADY_MEMBER", count: 25))
        }
    }
}
