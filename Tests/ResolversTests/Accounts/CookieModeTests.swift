import Auth
import FoundationEssentials
import JSON
import Resolvers
import Schema
import Testing
import Time

/// What becomes of the cookies of a page in a browser.
@Suite struct CookieModeTests {
    private static let without = CookieSession(refreshToken: nil, isInUse: false)
    private static let inUse = CookieSession(refreshToken: nil, isInUse: true)

    /// `set`, `clear`, or nil for cookies that stay.
    private func kind(_ change: CookieChange?) -> String? {
        switch change {
        case .set: "set"
        case .clear: "clear"
        case nil: nil
        }
    }

    private func login(_ person: RegisteredPerson, _ more: String = "") -> String {
        """
        mutation { authLogin(input: {identifier: "\(person.email)", password: "\(RegisteredPerson.password)"\(more)}) {
          tokens { accessToken refreshToken } userErrors { code } } }
        """
    }

    @Test func onlyWhoAsksForCookiesGetsThem() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let plain = try await fixture.run(login(person), as: nil, cookies: Self.without)
            #expect(kind(plain.cookieChange) == nil)
            let asked = try await fixture.run(login(person, ", useCookies: true"), as: nil, cookies: Self.without)
            guard case .set(let tokens)? = asked.cookieChange else { throw Missing() }
            #expect(.string(tokens.accessToken) == asked.response["data"]?["authLogin"]?["tokens"]?["accessToken"])
            let forged = try await fixture.run(login(person, ", useCookies: true"), as: nil)
            #expect(forged.response.errorCode == "BAD_USER_INPUT")
            #expect(kind(forged.cookieChange) == nil)
            let wrong = """
                mutation { authLogin(input: {identifier: "x", password: "y", useCookies: true}) { userErrors { code } } }
                """
            #expect(kind(try await fixture.run(wrong, as: nil, cookies: Self.without).cookieChange) == nil)
        }
    }

    @Test func aRefreshTakesItsTokenFromTheCookie() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let cookies = CookieSession(refreshToken: person.refreshToken, isInUse: true)
            let document = "mutation { authRefresh(input: {}) { userErrors { code } } }"
            let refreshed = try await fixture.run(document, as: nil, cookies: cookies)
            #expect(kind(refreshed.cookieChange) == "set")
            let later = Timestamp.now().adding(minutes: 5)
            let reused = try await fixture.run(document, as: nil, now: later, cookies: cookies)
            #expect(reused.response["data"]?["authRefresh"]?.userErrorCodes == ["TOKEN_REUSED"])
            #expect(kind(reused.cookieChange) == "clear")
            for none in [Self.inUse, nil] {
                let missing = try await fixture.run(document, as: nil, cookies: none)
                #expect(missing.response["data"]?["authRefresh"]?.userErrorCodes == ["REQUIRED"])
            }
        }
    }

    @Test func aRefreshWithATokenOfItsOwnLeavesTheCookies() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let document = """
                mutation { authRefresh(input: {refreshToken: "\(person.refreshToken)"}) { userErrors { code } } }
                """
            let refreshed = try await fixture.run(document, as: nil, cookies: Self.inUse)
            #expect(refreshed.response["data"]?["authRefresh"] == ["userErrors": []])
            #expect(kind(refreshed.cookieChange) == nil)
        }
    }

    @Test func cookiesFollowTheirSession() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            try person.join(fixture.first, fixture)
            let organization = GlobalID(.organization, fixture.first.id)
            let entered = try await fixture.run(
                "mutation { authSwitchOrganization(input: {organizationId: \"\(organization)\"}) { tokens { accessToken } } }",
                as: person.viewer,
                cookies: Self.inUse
            )
            #expect(kind(entered.cookieChange) == "set")
            let endings = [
                "authLogout(input: {}) { success }", "authLogoutAll(input: {}) { revokedCount }",
                "userDeactivateSelf(input: {password: \"\(RegisteredPerson.password)\"}) { success }",
            ]
            for ending in endings {
                for cookies in [Self.inUse, Self.without] {
                    guard ending.hasPrefix("auth") || cookies.isInUse else { continue }
                    let viewer = try await person.signInAgain(fixture).viewer
                    let ended = try await fixture.run("mutation { \(ending) }", as: viewer, cookies: cookies)
                    #expect(ended.response["errors"] == nil, "\(ended.response.text)")
                    #expect(kind(ended.cookieChange) == (cookies.isInUse ? "clear" : nil), "\(ending)")
                }
            }
        }
    }

    @Test func cookiesStayWhereTheSessionDoes() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = GlobalID(.session, try await person.signInAgain(fixture).viewer.claims.sessionID)
            let own = GlobalID(.session, person.viewer.claims.sessionID)
            let documents = [
                ("authLogoutAll(input: {keepCurrent: true}) { revokedCount }", nil),
                ("sessionRevoke(input: {sessionId: \"\(other)\"}) { userErrors { code } }", nil),
                ("userDeactivateSelf(input: {password: \"wrong\"}) { success }", nil),
                ("sessionRevoke(input: {sessionId: \"\(own)\"}) { userErrors { code } }", "clear"),
            ]
            for (field, expected) in documents {
                let answer = try await fixture.run("mutation { \(field) }", as: person.viewer, cookies: Self.inUse)
                #expect(answer.response["errors"] == nil, "\(answer.response.text)")
                #expect(kind(answer.cookieChange) == expected, "\(field)")
            }
        }
    }

    private struct Missing: Error {}
}
