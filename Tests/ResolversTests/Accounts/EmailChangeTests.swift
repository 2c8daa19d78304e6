import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Testing
import Time

@Suite struct EmailChangeTests {
    private func request(
        _ newEmail: String,
        _ fixture: TenantFixture,
        as viewer: Viewer,
        password: String = RegisteredPerson.password,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let input: JSONObject = ["newEmail": .string(newEmail), "password": .string(password)]
        return try await fixture.payload("userEmailChangeRequest", input, "sentAt", as: viewer, now: now)
    }

    private func verify(_ token: String, _ fixture: TenantFixture, now: Timestamp = .now()) async throws -> JSONValue {
        let fields = "user { email emailVerified }"
        return try await fixture.payload("emailVerify", ["token": .string(token)], fields, as: nil, now: now)
    }

    /// The token of the letter with this subject.
    private func token(
        to email: String,
        _ fixture: TenantFixture,
        _ subject: String = "Confirm your new e-mail address"
    ) async throws -> String? {
        try await fixture.deliverMail().last { $0.to.text == email && $0.subject == subject }?
            .link?.split(separator: "?token=").last.map(String.init)
    }

    @Test func theNewAddressConfirmsAndTheOldOneIsTold() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let new = "new\(person.email)"
            let sent = try await request(" \(new)\n", fixture, as: person.viewer)
            #expect(sent["sentAt"]?.stringValue != nil)
            // Until then nothing changes.
            #expect(try await fixture.signIn(person.email).userErrorCodes == [])
            #expect(try await fixture.signIn(new).userErrorCodes == ["INVALID_CREDENTIALS"])
            let token = try #require(try await token(to: new, fixture))
            let verified = try await verify(token, fixture)
            #expect(verified["user"] == ["email": .string(new), "emailVerified": true])
            #expect(try await fixture.signIn(new).userErrorCodes == [])
            #expect(try await fixture.signIn(person.email).userErrorCodes == ["INVALID_CREDENTIALS"])
            let letters = try await fixture.deliverMail()
            #expect(letters.map(\.to.text) == [person.email])
            #expect(letters.map(\.subject) == ["Your e-mail address was changed"])
            #expect(try await verify(token, fixture).userErrorCodes == ["TOKEN_INVALID"])
            #expect(try fixture.securityLog(of: person.viewer).contains("email_change"))
            #expect(try await fixture.refusal(of: person.viewer) == nil)
        }
    }

    /// The old address can be registered by somebody else, and its pending links are worth nothing.
    @Test func theOldAddressIsFree() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let confirming = try #require(try await token(to: person.email, fixture, "Confirm your e-mail address"))
            _ = try await fixture.payload("passwordResetRequest", ["email": .string(person.email)], as: nil)
            let resetting = try #require(try await token(to: person.email, fixture, "Choose a new password"))
            _ = try await request("new\(person.email)", fixture, as: person.viewer)
            _ = try await verify(try #require(try await token(to: "new\(person.email)", fixture)), fixture)
            #expect(try await verify(confirming, fixture).userErrorCodes == ["TOKEN_INVALID"])
            let reset: JSONObject = ["token": .string(resetting), "newPassword": "another good one 7"]
            let refused = try await fixture.payload("passwordResetConfirm", reset, as: nil)
            #expect(refused.userErrorCodes == ["TOKEN_INVALID"])
            let registration: JSONObject = [
                "email": .string(person.email), "password": .string(RegisteredPerson.password), "displayName": "Eve",
            ]
            #expect(try await fixture.payload("authRegister", registration, as: nil).userErrorCodes == [])
        }
    }

    @Test func namesTheFieldThatIsWrong() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let cases = [
                ("", "REQUIRED"), ("no address", "INVALID"), ("a\u{0}@example.com", "INVALID"),
                ("\(String(repeating: "x", count: 320))@example.com", "TOO_LONG"),
                (person.email.uppercased(), "INVALID"),
            ]
            for (email, code) in cases {
                let payload = try await request(email, fixture, as: person.viewer)
                #expect(payload.userErrorCodes == [code])
                #expect(payload.userErrorField == "newEmail")
                #expect(payload["sentAt"] == .null)
            }
            let wrong = try await request("new\(person.email)", fixture, as: person.viewer, password: "wrong password")
            #expect(wrong.userErrorCodes == ["INVALID_CREDENTIALS"])
            #expect(wrong.userErrorField == "password")
        }
    }

    /// The request is answered alike for a free address and somebody else's; whoever opens the letter sees.
    @Test func aTakenAddressShowsToItsHolderOnly() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let sent = try await request(other.email, fixture, as: person.viewer)
            #expect(sent.userErrorCodes == [])
            #expect(sent["sentAt"]?.stringValue != nil)
            let token = try #require(try await token(to: other.email, fixture))
            let taken = try await verify(token, fixture)
            #expect(taken.userErrorCodes == ["TAKEN"])
            #expect(taken.userErrorField == "token")
            #expect(try await fixture.signIn(person.email).userErrorCodes == [])
            #expect(try await fixture.signIn(other.email).userErrorCodes == [])
        }
    }

    @Test func ofTwoWhoWantAnAddressOneGetsIt() async throws {
        try await TenantFixture.with { fixture in
            var tokens: [String] = []
            for _ in 0..<4 {
                let person = try await RegisteredPerson.register(fixture)
                _ = try await request("wanted@example.com", fixture, as: person.viewer)
                tokens.append(try #require(try await token(to: "wanted@example.com", fixture)))
            }
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for token in tokens { group.addTask { try await verify(token, fixture).userErrorCodes } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter(\.isEmpty).count == 1)
            #expect(answers.filter { $0 == ["TAKEN"] }.count == 3)
        }
    }

    @Test func lettersAreFew() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            for number in 0..<5 {
                let sent = try await request("n\(number)@example.com", fixture, as: person.viewer, now: now)
                #expect(sent.userErrorCodes == [])
            }
            let limited = try await request("n5@example.com", fixture, as: person.viewer, now: now)
            #expect(limited.userErrorCodes == ["RATE_LIMITED"])
            #expect(limited["userErrors"]?[0]?["retryAfterSeconds"] == 3_600)
        }
    }

    @Test func theLinkIsGoodForADay() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            _ = try await request("new\(person.email)", fixture, as: person.viewer, now: now)
            let token = try #require(try await token(to: "new\(person.email)", fixture))
            let late = try await verify(token, fixture, now: now.adding(hours: 24))
            #expect(late.userErrorCodes == ["TOKEN_EXPIRED"])
            let last = now.adding(hours: 24).adding(seconds: -1)
            #expect(try await verify(token, fixture, now: last).userErrorCodes == [])
        }
    }
}
