import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Testing
import Time

@Suite struct AuthenticationTests {
    private static let login = """
        mutation ($input: AuthLoginInput!) {
          authLogin(input: $input) {
            viewer { user { email } organization { name } }
            tokens { accessToken refreshToken tokenType }
            userErrors { __typename code path ... on RateLimitError { retryAfterSeconds } }
            clientMutationId
          }
        }
        """
    private static let refresh = """
        mutation ($input: AuthRefreshInput!) {
          authRefresh(input: $input) { tokens { accessToken refreshToken } userErrors { code path } }
        }
        """
    private static let ownAddress = "{ viewer { user { email } } }"

    @Test func registrationAnswersAsTheNewViewer() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: "Difference Engines")
            let viewer = person.payload
            #expect(viewer["user"]?["email"] == .string(person.email))
            #expect(viewer["user"]?["emailVerified"] == false)
            #expect(viewer["user"]?["state"] == "ACTIVE")
            #expect(viewer["session"] == ["isCurrent": true, "organization": ["name": "Difference Engines"]])
            #expect(viewer["organization"]?["slug"] == "difference-engines")
            #expect(viewer["organization"]?["state"] == "ACTIVE")
            #expect(viewer["member"]?["role"] == "OWNER")
            let membership: JSONValue = [
                "role": "OWNER", "organization": ["name": "Difference Engines"], "user": ["displayName": "Ada"],
            ]
            #expect(viewer["memberships"] == [membership])
        }
    }

    @Test func registrationWithoutAnOrganization() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            #expect(person.payload["organization"] == .null)
            #expect(person.payload["memberships"] == [])
            let response = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(response.errorCode == "NO_ORGANIZATION")
        }
    }

    @Test func registrationNamesTheFieldThatIsWrong() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            func errors(_ changes: JSONObject) async throws -> JSONValue? {
                var input: JSONObject = [
                    "email": "new@example.com", "password": .string(RegisteredPerson.password), "displayName": "Eve",
                ]
                for member in changes { input[member.key] = member.value }
                let document = """
                    mutation ($input: AuthRegisterInput!) {
                      authRegister(input: $input) { tokens { accessToken } userErrors { code path } }
                    }
                    """
                let data = try await fixture.data(document, ["input": .object(input)], as: nil)
                #expect(data["authRegister"]?["tokens"] == .null)
                return data["authRegister"]?["userErrors"]
            }
            #expect(
                try await errors(["email": .string(person.email)]) == [["code": "TAKEN", "path": ["input", "email"]]]
            )
            #expect(
                try await errors(["password": "short"]) == [
                    ["code": "PASSWORD_TOO_WEAK", "path": ["input", "password"]]
                ]
            )
            #expect(
                try await errors(["timeZone": "Mars/Olympus"]) == [["code": "INVALID", "path": ["input", "timeZone"]]]
            )
        }
    }

    @Test func signInAnswersAlikeForAWrongPasswordAndAnUnknownIdentifier() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            func login(_ identifier: String, _ password: String) async throws -> JSONValue? {
                let input: JSONObject = [
                    "identifier": .string(identifier), "password": .string(password), "clientMutationId": "c",
                ]
                return try await fixture.data(Self.login, ["input": .object(input)], as: nil)["authLogin"]
            }
            let wrong = try await login(person.email, "wrong password")
            #expect(wrong == (try await login("nobody@example.com", "wrong password")))
            #expect(wrong?.userErrorCodes == ["INVALID_CREDENTIALS"])
            let right = try await login(person.email, RegisteredPerson.password)
            #expect(right?.userErrorCodes == [])
            #expect(right?["clientMutationId"] == "c")
            #expect(right?["tokens"]?["tokenType"] == "Bearer")
            #expect(right?["viewer"]?["user"]?["email"] == .string(person.email))
            for _ in 0..<4 { _ = try await login(person.email, "wrong password") }
            let limited = try await login(person.email, "wrong password")
            #expect(limited?["userErrors"]?[0]?["__typename"] == "RateLimitError")
            #expect((limited?["userErrors"]?[0]?["retryAfterSeconds"]?.intValue ?? 0) > 0)
        }
    }

    @Test func signInToSomebodyElsesOrganizationFindsNothing() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let foreign = try #require(other.payload["organization"]?["id"])
            for id in [foreign, "nonsense"] as [JSONValue] {
                let input: JSONObject = [
                    "identifier": .string(person.email), "password": .string(RegisteredPerson.password),
                    "organizationId": id,
                ]
                let payload = try await fixture.data(Self.login, ["input": .object(input)], as: nil)["authLogin"]
                #expect(payload?.userErrorCodes == ["NOT_FOUND"])
                #expect(payload?["tokens"] == .null)
            }
        }
    }

    @Test func aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            func refresh(_ token: String, afterMinutes minutes: Int64 = 0) async throws -> JSONValue? {
                let input: JSONObject = ["refreshToken": .string(token)]
                let now = Timestamp.now().adding(minutes: minutes)
                return try await fixture.data(Self.refresh, ["input": .object(input)], as: nil, now: now)["authRefresh"]
            }
            let first = try await refresh(person.refreshToken)
            let renewed = try RegisteredPerson.viewer(first?["tokens"])
            _ = try await fixture.data(Self.ownAddress, as: renewed)
            let reused = try await refresh(person.refreshToken, afterMinutes: 5)
            #expect(reused?.userErrorCodes == ["TOKEN_REUSED"])
            #expect(reused?["userErrors"]?[0]?["path"] == ["input", "refreshToken"])
            #expect(try await fixture.execute(Self.ownAddress, as: renewed).errorCode == "UNAUTHENTICATED")
            #expect(try await refresh("nonsense")?.userErrorCodes == ["TOKEN_INVALID"])
            #expect(
                try await refresh(try #require(first?["tokens"]?["refreshToken"]?.stringValue))?.userErrorCodes == [
                    "TOKEN_INVALID"
                ]
            )
        }
    }

    @Test func logoutEndsTheToken() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.member.viewer
            _ = try await fixture.data(Self.ownAddress, as: viewer)
            let logout = "mutation { authLogout(input: {}) { success userErrors { code } } }"
            let answer = try await fixture.data(logout, as: viewer)
            #expect(answer["authLogout"] == ["success": true, "userErrors": []])
            for document in [Self.ownAddress, "{ organization { id } }", "{ viewer { memberships { id } } }", logout] {
                #expect(try await fixture.execute(document, as: viewer).errorCode == "UNAUTHENTICATED", "\(document)")
            }
            let send = "mutation { emailVerificationSend(input: {}) { sentAt } }"
            #expect(try await fixture.execute(send, as: viewer).errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func noFieldOfAnEndedTokenIsAnsweredBesideOnesThatAreRefused() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.member.viewer
            _ = try await fixture.data("mutation { authLogout(input: {}) { success } }", as: viewer)
            let document = """
                { organization { id } viewer { memberships { id } sessions { id } user { displayName } } }
                """
            let response = try await fixture.execute(document, as: viewer)
            #expect(response["data"] == ["organization": nil, "viewer": nil])
        }
    }

    /// The document was planned with the rights of the request's token, which are more than those signed in to.
    @Test func signingInCarriesNoRightsOfTheRequestsToken() async throws {
        try await TenantFixture.with { fixture in
            let founder = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture, organization: nil)
            _ = try fixture.owner().query(
                "INSERT INTO organization_members (organization_id, user_id) VALUES ($1, $2)",
                [.uuid(fixture.first.id), .uuid(other.viewer.claims.userID)]
            )
            let document = """
                mutation ($login: AuthLoginInput!) {
                  authLogin(input: $login) { userErrors { code } }
                  organizationUpdate(input: { name: "Taken over" }) { organization { name } }
                }
                """
            let login: JSONObject = [
                "identifier": .string(other.email), "password": .string(RegisteredPerson.password),
            ]
            let response = try await fixture.execute(document, ["login": .object(login)], as: founder.viewer)
            #expect(response["data"]?["authLogin"] == ["userErrors": []])
            #expect(response["data"]?["organizationUpdate"] == .null)
            #expect(response.errorCode == "FORBIDDEN")
            let names = try fixture.owner().query("SELECT name FROM organizations ORDER BY name")
            #expect(names.map { $0.string(0) } == ["Analytical Engines", "First", "Second"])
        }
    }

    @Test func anAddressIsVerifiedByTheLinkOfItsLetter() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let send = "mutation { emailVerificationSend(input: {}) { sentAt userErrors { code } } }"
            let sent = try await fixture.data(send, as: person.viewer)
            #expect(sent["emailVerificationSend"]?["sentAt"]?.stringValue != nil)
            let letters = try await fixture.deliverMail().filter { $0.to.text == person.email }
            let token = try #require(letters.last?.link?.split(separator: "?token=").last)
            let verify = """
                mutation ($token: String!) {
                  emailVerify(input: { token: $token }) { user { email emailVerified } userErrors { code path } }
                }
                """
            let variables: JSONObject = ["token": .string(String(token))]
            let verified = try await fixture.data(verify, variables, as: nil)
            #expect(verified["emailVerify"]?["user"] == ["email": .string(person.email), "emailVerified": true])
            let again = try await fixture.data(verify, variables, as: nil)
            #expect(again["emailVerify"]?["userErrors"] == [["code": "TOKEN_INVALID", "path": ["input", "token"]]])
            let pointless = try await fixture.data(send, as: person.viewer)
            #expect(pointless["emailVerificationSend"]?.userErrorCodes == ["INVALID_TRANSITION"])
        }
    }
}
