import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Schema
import Testing
import Time

/// Ending sessions: here, one of them, everywhere.
@Suite struct SessionTests {
    private static func id(_ viewer: Viewer) -> JSONValue {
        .string(GlobalID(.session, viewer.claims.sessionID).description)
    }

    @Test func logoutAllEndsEverySession() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let second = try await person.signInAgain(fixture)
            let payload = try await fixture.payload("authLogoutAll", [:], "revokedCount", as: person.viewer)
            #expect(payload == ["revokedCount": 2, "userErrors": []])
            for viewer in [person.viewer, second.viewer] {
                #expect(try await fixture.refusal(of: viewer) == "UNAUTHENTICATED")
            }
            for token in [person.refreshToken, second.refreshToken] {
                #expect(try await fixture.refresh(token).userErrorCodes == ["TOKEN_INVALID"])
            }
            #expect(try await fixture.refusal(of: other.viewer) == nil)
            #expect(try fixture.securityLog(of: person.viewer).contains("sign_out_everywhere"))
        }
    }

    @Test func logoutAllCanKeepTheCurrentSession() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let second = try await person.signInAgain(fixture)
            let payload = try await fixture.payload(
                "authLogoutAll",
                ["keepCurrent": true],
                "revokedCount",
                as: second.viewer
            )
            #expect(payload["revokedCount"] == 1)
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
            #expect(try await fixture.refusal(of: second.viewer) == nil)
            #expect(try await fixture.refresh(second.refreshToken).userErrorCodes == [])
        }
    }

    @Test func sessionsAreListedAndRevokedOneByOne() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let second = try await person.signInAgain(fixture)
            let list = "{ viewer { sessions { id isCurrent rememberMe ip userAgent } } }"
            let listed = try await fixture.data(list, as: second.viewer)["viewer"]?["sessions"]?.arrayValue
            #expect(listed?.count == 2)
            #expect(listed?.filter { $0["isCurrent"] == true }.compactMap { $0["id"] } == [Self.id(second.viewer)])
            #expect(listed?.allSatisfy { $0["ip"] == "192.0.2.7" && $0["userAgent"] == "tests" } == true)
            let input: JSONObject = ["sessionId": Self.id(person.viewer)]
            let revoked = try await fixture.payload(
                "sessionRevoke",
                input,
                "session { id isCurrent }",
                as: second.viewer
            )
            #expect(revoked == ["session": ["id": Self.id(person.viewer), "isCurrent": false], "userErrors": []])
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
            #expect(try await fixture.refresh(person.refreshToken).userErrorCodes == ["TOKEN_INVALID"])
            let left = try await fixture.data(list, as: second.viewer)["viewer"]?["sessions"]?.arrayValue
            #expect(left?.compactMap { $0["id"] } == [Self.id(second.viewer)])
            let again = try await fixture.payload("sessionRevoke", input, "session { id }", as: second.viewer)
            #expect(again.userErrorCodes == ["NOT_FOUND"])
        }
    }

    @Test func nobodyRevokesSomebodyElsesSession() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let other = try await RegisteredPerson.register(fixture)
            let organization = GlobalID(.organization, other.viewer.claims.sessionID)
            for id in [Self.id(other.viewer), "nonsense", .string(organization.description)] as [JSONValue] {
                let payload = try await fixture.payload(
                    "sessionRevoke",
                    ["sessionId": id],
                    "session { id }",
                    as: person.viewer
                )
                #expect(payload["session"] == .null)
                #expect(payload.userErrorCodes == ["NOT_FOUND"])
                #expect(payload.userErrorField == "sessionId")
            }
            #expect(try await fixture.refusal(of: other.viewer) == nil)
        }
    }

    @Test func theCurrentSessionCanBeRevokedToo() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let input: JSONObject = ["sessionId": Self.id(person.viewer)]
            let payload = try await fixture.payload("sessionRevoke", input, "session { isCurrent }", as: person.viewer)
            #expect(payload["session"]?["isCurrent"] == true)
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
        }
    }

    /// Whatever became of the organization and of the membership in it.
    @Test(arguments: ["suspended", "removed"]) func signingOutNeedsNoOrganization(_ fate: String) async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.first.member
            let statement =
                fate == "suspended"
                ? "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) VALUES ($1, 'x', $2)"
                : """
                UPDATE organization_members SET ended_at = clock_timestamp(), end_reason = 'removed',
                    authz_epoch = authz_epoch + 1
                WHERE organization_id = $1 AND user_id = $2
                """
            _ = try fixture.owner().query(statement, [.uuid(fixture.first.id), .uuid(person.userID)])
            #expect(
                try await fixture.refusal(of: person.viewer)
                    == (fate == "suspended" ? "TENANT_SUSPENDED" : "TOKEN_STALE")
            )
            let payload = try await fixture.payload("authLogout", [:], "success", as: person.viewer)
            #expect(payload["success"] == true)
            #expect(try await fixture.refusal(of: person.viewer) == "UNAUTHENTICATED")
        }
    }

    @Test func anonymousCallersHaveNoSessions() async throws {
        try await TenantFixture.with { fixture in
            let inputs: [(String, JSONObject)] = [
                ("authLogoutAll", [:]), ("sessionRevoke", ["sessionId": "x"]),
                ("authSwitchOrganization", ["organizationId": "x"]),
                ("passwordChange", ["currentPassword": "x", "newPassword": "y"]), ("userProfileUpdate", [:]),
                ("userEmailChangeRequest", ["newEmail": "x", "password": "y"]),
                ("userDeactivateSelf", ["password": "x"]),
            ]
            for (field, input) in inputs {
                let response = try await fixture.payload(field, input, as: nil)
                #expect(response.errorCode == "UNAUTHENTICATED", "\(field)")
            }
        }
    }

    /// A refresh token that is used a second time ends the session, and its person gets to know.
    @Test func thePersonIsToldOfAReusedToken() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            #expect(try await fixture.refresh(person.refreshToken).userErrorCodes == [])
            let later = Timestamp.now().adding(minutes: 5)
            #expect(try await fixture.refresh(person.refreshToken, now: later).userErrorCodes == ["TOKEN_REUSED"])
            let letters = try await fixture.deliverMail().filter { $0.to.text == person.email }.map(\.subject)
            #expect(letters.sorted() == ["Confirm your e-mail address", "You were signed out on one device"])
            #expect(try fixture.securityLog(of: person.viewer).contains("refresh_reuse"))
        }
    }

    @Test func beingRememberedMakesTheSessionLonger() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let now = Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch)
            for (isRemembered, days) in [(true, 90), (false, 14)] as [(Bool, Int64)] {
                let input: JSONObject = [
                    "identifier": .string(person.email), "password": .string(RegisteredPerson.password),
                    "rememberMe": .bool(isRemembered),
                ]
                let payload = try await fixture.payload(
                    "authLogin",
                    input,
                    "tokens { refreshTokenExpiresAt } viewer { session { rememberMe } }",
                    as: nil,
                    now: now
                )
                #expect(payload["viewer"]?["session"]?["rememberMe"] == .bool(isRemembered))
                let expiry = try #require(payload["tokens"]?["refreshTokenExpiresAt"]?.stringValue)
                #expect(Timestamp(rfc3339: expiry) == now.adding(days: days))
            }
        }
    }
}
