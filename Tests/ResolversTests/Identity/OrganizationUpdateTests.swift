import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct OrganizationUpdateTests {
    private static let document = """
        mutation ($input: OrganizationUpdateInput!) {
          organizationUpdate(input: $input) {
            organization { name slug description industry countryCode timeZone locale isPublic version }
            userErrors { __typename code path ... on StaleVersionError { currentVersion } }
          }
        }
        """

    private func update(_ input: JSONObject, _ fixture: TenantFixture, as viewer: Viewer) async throws -> JSONValue? {
        try await fixture.data(Self.document, ["input": .object(input)], as: viewer)["organizationUpdate"]
    }

    @Test func whatIsGivenChangesAndNullClears() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.admin.viewer
            let first = try await update(
                [
                    "name": " New name ", "description": "Two\nlines", "industry": "Engines", "countryCode": "de",
                    "timeZone": "Europe/Berlin", "locale": "de-AT", "isPublic": true, "slug": "New-Name",
                    "expectedVersion": 1,
                ],
                fixture,
                as: viewer
            )
            let changed: JSONValue = [
                "name": "New name", "slug": "new-name", "description": "Two\nlines", "industry": "Engines",
                "countryCode": "DE", "timeZone": "Europe/Berlin", "locale": "de-AT", "isPublic": true, "version": 2,
            ]
            #expect(first?["userErrors"] == [])
            #expect(first?["organization"] == changed)
            let second = try await update(["description": nil], fixture, as: viewer)
            #expect(second?["organization"]?["description"] == .null)
            #expect(second?["organization"]?["industry"] == "Engines")
            #expect(second?["organization"]?["version"] == 3)
            let same = try await update(["industry": "Engines"], fixture, as: viewer)
            #expect(same?["organization"]?["version"] == 3)
            let audits = try fixture.owner().query(
                """
                SELECT old_values::text, new_values::text FROM audit_logs
                WHERE action = 'organizationUpdate' AND organization_id = $1 ORDER BY new_values ? 'name'
                """,
                [.uuid(fixture.first.id)]
            )
            #expect(audits.count == 2)
            #expect(audits[0].string(0) == #"{"description": "Two\nlines"}"#)
            #expect(audits[0].string(1) == #"{"description": null}"#)
        }
    }

    @Test func aStaleVersionIsRefused() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.owner.viewer
            _ = try await update(["name": "A", "expectedVersion": 1], fixture, as: viewer)
            let stale = try await update(["name": "B", "expectedVersion": 1], fixture, as: viewer)
            #expect(stale?["organization"] == .null)
            let error: JSONValue = [
                "__typename": "StaleVersionError", "code": "STALE_VERSION", "path": ["input", "expectedVersion"],
                "currentVersion": 2,
            ]
            #expect(stale?["userErrors"] == [error])
            let data = try await fixture.data("{ organization { name } }", as: viewer)
            #expect(data["organization"] == ["name": "A"])
        }
    }

    @Test func slugsOfOthersAreTakenAndOwnEarlierOnesComeBack() async throws {
        try await TenantFixture.with { fixture in
            let (first, second) = (fixture.first.owner.viewer, fixture.second.owner.viewer)
            _ = try await update(["slug": "one"], fixture, as: first)
            _ = try await update(["slug": "two"], fixture, as: first)
            for slug in ["one", "two"] as [JSONValue] {
                let taken = try await update(["slug": slug], fixture, as: second)
                #expect(taken?.userErrorCodes == ["TAKEN"])
                #expect(taken?["userErrors"]?[0]?["path"] == ["input", "slug"])
            }
            let back = try await update(["slug": "one"], fixture, as: first)
            #expect(back?["organization"]?["slug"] == "one")
            let rows = try fixture.owner().query(
                "SELECT slug, is_current FROM organization_slugs WHERE organization_id = $1 ORDER BY slug",
                [.uuid(fixture.first.id)]
            )
            #expect(rows.map { $0.string(0) } == ["one", "two"])
            #expect(rows.map { $0.bool(1) } == [true, false])
        }
    }

    @Test(
        arguments: [
            ("name", nil, "REQUIRED"), ("name", "  ", "REQUIRED"), ("slug", nil, "REQUIRED"), ("slug", "-a", "INVALID"),
            ("slug", "ä", "INVALID"), ("timeZone", "Mars/Olympus", "INVALID"), ("timeZone", nil, "REQUIRED"),
            ("countryCode", "DEU", "INVALID"), ("locale", "d_E", "INVALID"), ("isPublic", nil, "REQUIRED"),
            ("name", .string(String(repeating: "n", count: 201)), "TOO_LONG"),
        ] as [(String, JSONValue, String)]
    )
    func badValuesAreNamed(field: String, value: JSONValue, code: String) async throws {
        try await TenantFixture.with { fixture in
            var input = JSONObject()
            input[field] = value
            let payload = try await update(input, fixture, as: fixture.first.owner.viewer)
            #expect(payload?["organization"] == .null)
            #expect(payload?.userErrorCodes == [code])
            #expect(payload?["userErrors"]?[0]?["path"] == ["input", .string(field)])
        }
    }

    @Test func membersMayNot() async throws {
        try await TenantFixture.with { fixture in
            let response = try await fixture.execute(
                Self.document,
                ["input": ["name": "Mine"]],
                as: fixture.first.member.viewer
            )
            #expect(response.errorCode == "FORBIDDEN")
            #expect(response["data"] == ["organizationUpdate": nil])
        }
    }
}
