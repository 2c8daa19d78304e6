import Auth
import JSON
import Postgres
import Testing

@Suite struct OrganizationSettingsTests {
    private static let document = """
        mutation ($input: OrganizationSettingsUpdateInput!) {
          payload: organizationSettingsUpdate(input: $input) {
            settings { weekStartsOn clockCooldownSeconds geofenceMode ipAllowlist faceMatchThreshold custom version }
            userErrors { __typename code path }
          }
        }
        """

    @Test func whatIsGivenChanges() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.admin.viewer
            let settings: JSONValue = [
                "weekStartsOn": "SUNDAY", "clockCooldownSeconds": 0, "geofenceMode": "ENFORCE",
                "ipAllowlist": ["192.0.2.0/24", "2001:db8::/32"], "custom": ["a": [1]],
            ]
            let input: JSONObject = ["settings": settings, "expectedVersion": 1]
            let payload = try await fixture.data(Self.document, ["input": .object(input)], as: viewer)["payload"]
            let changed: JSONValue = [
                "weekStartsOn": "SUNDAY", "clockCooldownSeconds": 0, "geofenceMode": "ENFORCE",
                "ipAllowlist": ["192.0.2.0/24", "2001:db8::/32"], "faceMatchThreshold": 0.4, "custom": ["a": [1]],
                "version": 2,
            ]
            #expect(payload == ["settings": changed, "userErrors": []])
            let same = try await fixture.data(Self.document, ["input": ["settings": settings]], as: viewer)
            #expect(same["payload"]?["settings"]?["version"] == 2)
            let stale = try await fixture.data(Self.document, ["input": .object(input)], as: viewer)
            #expect(stale["payload"]?.userErrorCodes == ["STALE_VERSION"])
            let audits = try fixture.owner().query(
                "SELECT new_values ->> 'weekStartsOn', old_values ->> 'weekStartsOn', new_values ? 'faceMargin' FROM audit_logs"
            )
            #expect(audits.count == 1)
            #expect(audits[0].string(0) == "SUNDAY")
            #expect(audits[0].string(1) == "MONDAY")
            #expect(!audits[0].bool(2))
        }
    }

    @Test(
        arguments: [
            ("clockCooldownSeconds", -1, "OUT_OF_RANGE"), ("maxSessionMinutes", 59, "OUT_OF_RANGE"),
            ("invitationTtlHours", 721, "OUT_OF_RANGE"), ("faceMatchThreshold", 2, "OUT_OF_RANGE"),
            ("ipAllowlist", ["192.0.2.1/24"], "INVALID"), ("ipAllowlist", ["here"], "INVALID"),
            ("custom", [1], "INVALID"),
        ] as [(String, JSONValue, String)]
    )
    func badValuesAreNamed(field: String, value: JSONValue, code: String) async throws {
        try await TenantFixture.with { fixture in
            var settings = JSONObject()
            settings[field] = value
            let input: JSONObject = ["settings": .object(settings)]
            let viewer = fixture.first.owner.viewer
            let payload = try await fixture.data(Self.document, ["input": .object(input)], as: viewer)["payload"]
            #expect(payload?.userErrorCodes == [code])
            #expect(payload?["userErrors"]?[0]?["path"] == ["input", "settings", .string(field)])
        }
    }

    @Test func membersReadAndDoNotChange() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member.viewer
            let data = try await fixture.data("{ organization { settings { allowWebClock custom } } }", as: member)
            #expect(data["organization"]?["settings"] == ["allowWebClock": true, "custom": [:]])
            let refused = try await fixture.execute(Self.document, ["input": ["settings": [:]]], as: member)
            #expect(refused.errorCode == "FORBIDDEN")
        }
    }
}
