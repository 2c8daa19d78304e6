import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Testing
import Time

/// Changing a password, and choosing another one after it was forgotten.
@Suite struct PasswordTests {
    private static let new = "9Zr! mount kilim"

    private func change(
        _ fixture: TenantFixture,
        as viewer: Viewer,
        from current: String = RegisteredPerson.password,
        to new: String = PasswordTests.new,
        _ more: JSONObject = [:],
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        var input: JSONObject = ["currentPassword": .string(current), "newPassword": .string(new)]
        for member in more { input[member.key] = member.value }
        return try await fixture.payload("passwordChange", input, "success", as: viewer, now: now)
    }

    private func request(_ email: String, _ fixture: TenantFixture, now: Timestamp = .now()) async throws -> JSONValue {
        try await fixture.payload("passwordResetRequest", ["email": .string(email)], "accepted", as: nil, now: now)
    }

    private func confirm(
        _ token: String,
        _ fixture: TenantFixture,
        _ password: String = PasswordTests.new,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let input: JSONObject = ["token": .string(token), "newPassword": .string(password)]
        return try await fixture.payload("passwordResetConfirm", input, "success", as: nil, now: now)
    }

    /// The tokens of the letters about passwords to an address.
    private func tokens(to email: String, _ fixture: TenantFixture) async throws -> [String] {
        try await fixture.deliverMail().filter { $0.to.text == email && $0.subject == "Choose a new password" }
            .compactMap { $0.link?.split(separator: "?token=").last.map(String.init) }
    }

    @Test func aChangeEndsTheOtherSessions() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let second = try await person.signInAgain(fixture)
            let changed = try await change(fixture, as: second.viewer)
            #expect(changed == ["success": true, "userErrors": []])
            #expect(try await fixture.refusal(of: second.viewer) == nil)
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
            #expect(try await fixture.signIn(person.email).userErrorCodes == ["INVALID_CREDENTIALS"])
            #expect(try await fixture.signIn(person.email, Self.new).userErrorCodes == [])
            let letters = try await fixture.deliverMail().filter { $0.to.text == person.email }.map(\.subject)
            #expect(letters.contains("Your password was changed"))
            #expect(try fixture.securityLog(of: person.viewer).contains("password_change"))
        }
    }

    @Test func lettersAreInThePersonsLanguage() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            _ = try await fixture.deliverMail()
            let profile = try await fixture.payload("userProfileUpdate", ["locale": "de-CH"], as: person.viewer)
            #expect(profile["userErrors"] == [])
            _ = try await request(person.email, fixture)
            #expect(try await fixture.deliverMail().map(\.subject) == ["Wählen Sie ein neues Passwort"])
            _ = try await change(fixture, as: person.viewer)
            #expect(try await fixture.deliverMail().map(\.subject) == ["Ihr Passwort wurde geändert"])
        }
    }

    @Test func aChangeCanLeaveTheOtherSessions() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let second = try await person.signInAgain(fixture)
            let changed = try await change(fixture, as: second.viewer, ["revokeOtherSessions": false])
            #expect(changed["success"] == true)
            #expect(try await fixture.refusal(of: person.viewer) == nil)
        }
    }

    @Test func aChangeNamesTheFieldThatIsWrong() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            for password in ["short", "password1234", String(repeating: "x", count: 129), person.email] {
                let weak = try await change(fixture, as: person.viewer, to: password)
                #expect(weak.userErrorCodes == ["PASSWORD_TOO_WEAK"])
                #expect(weak.userErrorField == "newPassword")
                #expect(weak["success"] == false)
            }
            let wrong = try await change(fixture, as: person.viewer, from: "wrong password")
            #expect(wrong.userErrorCodes == ["INVALID_CREDENTIALS"])
            #expect(wrong.userErrorField == "currentPassword")
            #expect(try await fixture.signIn(person.email).userErrorCodes == [])
        }
    }

    /// Whoever holds a token of somebody else's does not find out the password with it.
    @Test func wrongPasswordsAreCounted() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            for _ in 0..<5 {
                let wrong = try await change(fixture, as: person.viewer, from: "wrong password", now: now)
                #expect(wrong.userErrorCodes == ["INVALID_CREDENTIALS"], "\(wrong.text)")
            }
            let limited = try await change(fixture, as: person.viewer, now: now)
            #expect(limited.userErrorCodes == ["RATE_LIMITED"])
            #expect(limited["userErrors"]?[0]?["retryAfterSeconds"] == 900)
            let input: JSONObject = ["password": .string(RegisteredPerson.password)]
            let elsewhere = try await fixture.payload("userDeactivateSelf", input, as: person.viewer, now: now)
            #expect(elsewhere.userErrorCodes == ["RATE_LIMITED"])
            let later = now.adding(minutes: 14)
            #expect(try await change(fixture, as: person.viewer, now: later).userErrorCodes == ["RATE_LIMITED"])
        }
    }

    @Test func aForgottenPasswordIsChosenAnewByTheLinkOfALetter() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let requested = try await request(" \(person.email.uppercased())\t", fixture)
            #expect(requested == ["accepted": true, "userErrors": []])
            let token = try #require(try await tokens(to: person.email, fixture).first)
            let weak = try await confirm(token, fixture, "short")
            #expect(weak.userErrorCodes == ["PASSWORD_TOO_WEAK"])
            #expect(weak.userErrorField == "newPassword")
            #expect(try await confirm(token, fixture) == ["success": true, "userErrors": []])
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
            #expect(try await fixture.refresh(person.refreshToken).userErrorCodes == ["TOKEN_INVALID"])
            #expect(try await fixture.signIn(person.email).userErrorCodes == ["INVALID_CREDENTIALS"])
            #expect(try await fixture.signIn(person.email, Self.new).userErrorCodes == [])
            let again = try await confirm(token, fixture, "another good one 7")
            #expect(again.userErrorCodes == ["TOKEN_INVALID"])
            #expect(again.userErrorField == "token")
            let letters = try await fixture.deliverMail().filter { $0.to.text == person.email }.map(\.subject)
            #expect(letters == ["Your password was changed"])
        }
    }

    @Test func aResetLinkIsGoodForAnHour() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let now = Timestamp.now()
            _ = try await request(person.email, fixture, now: now)
            let token = try #require(try await tokens(to: person.email, fixture).first)
            let late = try await confirm(token, fixture, now: now.adding(minutes: 60))
            #expect(late.userErrorCodes == ["TOKEN_EXPIRED"])
            #expect(late.userErrorField == "token")
            let last = now.adding(minutes: 60).adding(seconds: -1)
            #expect(try await confirm(token, fixture, now: last).userErrorCodes == [])
        }
    }

    @Test func theLastResetLinkCounts() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            _ = try await request(person.email, fixture)
            let first = try #require(try await tokens(to: person.email, fixture).first)
            _ = try await request(person.email, fixture)
            let second = try #require(try await tokens(to: person.email, fixture).first)
            #expect(try await confirm(first, fixture).userErrorCodes == ["TOKEN_INVALID"])
            #expect(try await confirm(second, fixture).userErrorCodes == [])
        }
    }

    /// A password that is changed makes the link useless, which somebody else may have asked for.
    @Test func aChangeEndsTheResetLink() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            _ = try await request(person.email, fixture)
            let token = try #require(try await tokens(to: person.email, fixture).first)
            #expect(try await change(fixture, as: person.viewer)["success"] == true)
            #expect(try await confirm(token, fixture, "another good one 7").userErrorCodes == ["TOKEN_INVALID"])
        }
    }

    @Test func ofConfirmationsAtOnceOneSetsThePassword() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            _ = try await request(person.email, fixture)
            let token = try #require(try await tokens(to: person.email, fixture).first)
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<12 {
                    group.addTask { try await confirm(token, fixture, "good password \(number)").userErrorCodes }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter(\.isEmpty).count == 1)
            #expect(answers.filter { $0 == ["TOKEN_INVALID"] }.count == 11)
        }
    }

    /// Neither who is asked for nor how often shows who has an account.
    @Test(arguments: [true, false]) func lettersToResetAreFew(isKnown: Bool) async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let email = isKnown ? person.email : "nobody@example.com"
            let now = Timestamp.now()
            for _ in 0..<5 { #expect(try await request(email, fixture, now: now)["accepted"] == true) }
            let limited = try await request(email, fixture, now: now)
            #expect(limited["accepted"] == false)
            #expect(limited.userErrorCodes == ["RATE_LIMITED"])
            #expect(limited["userErrors"]?[0]?["retryAfterSeconds"] == 3_600)
            #expect(try await request(email, fixture, now: now.adding(minutes: 61))["accepted"] == true)
        }
    }

    @Test func anAddressTriesFewResetTokens() async throws {
        try await TenantFixture.with { fixture in
            let now = Timestamp.now()
            for _ in 0..<20 {
                let token = OpaqueToken.random(routingID: UUID()).text
                let unknown = try await confirm(token, fixture, now: now)
                #expect(unknown.userErrorCodes == ["TOKEN_INVALID"])
            }
            #expect(try await confirm("nonsense", fixture, now: now).userErrorCodes == ["RATE_LIMITED"])
        }
    }

    @Test func thoseWhoAreSuspendedGetNoLink() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            _ = try fixture.owner().query(
                "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(person.viewer.claims.userID)]
            )
            #expect(try await request(person.email, fixture)["accepted"] == true)
            #expect(try await tokens(to: person.email, fixture) == [])
        }
    }
}
