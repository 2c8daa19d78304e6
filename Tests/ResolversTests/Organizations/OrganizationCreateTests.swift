import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing

@Suite struct OrganizationCreateTests {
    private static let document = """
        mutation ($input: OrganizationCreateInput!) {
          payload: organizationCreate(input: $input) {
            organization { name slug description industry countryCode timeZone locale state settings { version } }
            member { role user { displayName } }
            tokens { accessToken refreshToken }
            userErrors { code path }
          }
        }
        """

    @Test func theSessionGoesOnInTheNewOrganization() async throws {
        try await TenantFixture.with { fixture in
            let old = fixture.first.member.viewer
            let input: JSONValue = [
                "name": " Difference Engines ", "slug": "Difference", "description": "Two\nlines",
                "industry": "Engines", "countryCode": "gb", "timeZone": "Europe/London", "locale": "en-GB",
            ]
            let payload = try await fixture.data(Self.document, ["input": input], as: old)["payload"]
            #expect(payload?["userErrors"] == [])
            let organization: JSONValue = [
                "name": "Difference Engines", "slug": "difference", "description": "Two\nlines", "industry": "Engines",
                "countryCode": "GB", "timeZone": "Europe/London", "locale": "en-GB", "state": "ACTIVE",
                "settings": ["version": 1],
            ]
            #expect(payload?["organization"] == organization)
            #expect(payload?["member"] == ["role": "OWNER", "user": ["displayName": "Somebody"]])
            #expect(try await fixture.execute("{ organization { name } }", as: old).errorCode == "TOKEN_STALE")
            let new = try RegisteredPerson.viewer(payload?["tokens"])
            let name: JSONValue = ["organization": ["name": "Difference Engines"]]
            #expect(try await fixture.data("{ organization { name } }", as: new) == name)
            let refresh = try await fixture.data(
                """
                mutation ($token: String!) { authRefresh(input: {refreshToken: $token}) {
                    viewer { organization { name } } userErrors { code } } }
                """,
                ["token": try #require(payload?["tokens"]?["refreshToken"])],
                as: nil
            )
            #expect(refresh["authRefresh"]?["viewer"] == name)
            let audits = try fixture.owner().query(
                """
                SELECT actor_user_id, session_id, new_values ->> 'slug' FROM audit_logs
                WHERE action = 'organizationCreate' AND organization_id = entity_id
                """
            )
            #expect(audits.count == 1)
            #expect(audits[0].uuid(0) == old.claims.userID)
            #expect(audits[0].uuid(1) == old.claims.sessionID)
            #expect(audits[0].string(2) == "difference")
        }
    }

    @Test func slugsAreMadeFromNamesAndNeverSomebodyElses() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: "Engines")
            _ = try await fixture.data(
                #"mutation { organizationUpdate(input: {slug: "new"}) { userErrors { code } } }"#,
                as: person.viewer
            )
            let taken = try await fixture.data(
                Self.document,
                ["input": ["name": "Other", "slug": "engines"]],
                as: fixture.first.admin.viewer
            )
            #expect(taken["payload"]?.userErrorCodes == ["TAKEN"])
            #expect(taken["payload"]?["userErrors"]?[0]?["path"] == ["input", "slug"])
            let made = try await fixture.data(
                Self.document,
                ["input": ["name": "Engines"]],
                as: fixture.first.admin.viewer
            )
            let slug = made["payload"]?["organization"]?["slug"]?.stringValue
            #expect(slug?.hasPrefix("engines-") == true)
        }
    }

    @Test(
        arguments: [
            (["name": " "], "REQUIRED", "name"), (["name": "A", "slug": "-a"], "INVALID", "slug"),
            (["name": "A", "timeZone": "Mars/Olympus"], "INVALID", "timeZone"),
            (["name": "A", "countryCode": "GBR"], "INVALID", "countryCode"),
            (["name": "A", "locale": "x"], "INVALID", "locale"),
        ] as [(JSONValue, String, String)]
    )
    func badValuesAreNamed(input: JSONValue, code: String, field: String) async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.owner.viewer
            let payload = try await fixture.data(Self.document, ["input": input], as: viewer)["payload"]
            #expect(payload?.userErrorCodes == [code])
            #expect(payload?["userErrors"]?[0]?["path"] == ["input", .string(field)])
            #expect(payload?["tokens"] == .null)
            #expect(try await fixture.execute("{ organization { name } }", as: viewer)["errors"] == nil)
        }
    }

    @Test func somebodyWithoutAnOrganizationMayAndAnonymousCallersMayNot() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            let data = try await fixture.data(
                """
                mutation { organizationCreate(input: {name: "First of all"}) { organization { slug } member { role } } }
                """,
                as: person.viewer
            )
            let made: JSONValue = ["organization": ["slug": "first-of-all"], "member": ["role": "OWNER"]]
            #expect(data["organizationCreate"] == made)
            let anonymous = try await fixture.execute(Self.document, ["input": ["name": "A"]], as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }
}
