import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct PlatformActAsTests {
    private static let document = """
        mutation ($input: PlatformActAsInput!) {
          platformActAs(input: $input) {
            tokens { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt } userErrors { code path }
          }
        }
        """

    private func act(
        _ fixture: TenantFixture,
        as admin: TestPlatformAdmin,
        _ more: JSONObject = [:]
    ) async throws -> JSONValue? {
        var input: JSONObject = [
            "organizationId": .string(GlobalID(.organization, fixture.first.id).description), "reason": "Ticket 7",
        ]
        for member in more { input[member.key] = member.value }
        return try await fixture.data(Self.document, ["input": .object(input)], as: admin.viewer)["platformActAs"]
    }

    @Test func theOrganizationIsReadAndNothingElse() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await act(fixture, as: try TestPlatformAdmin(fixture))
            #expect(payload?["userErrors"] == [])
            let viewer = try RegisteredPerson.viewer(payload?["tokens"])
            let data = try await fixture.data(
                """
                { viewer { organization { name } member { id } }
                  organization { name settings { version } employees { nodes { number } } members { totalCount } } }
                """,
                as: viewer
            )
            #expect(data["viewer"] == ["organization": ["name": "First"], "member": .null])
            #expect(data["organization"]?["employees"]?["nodes"]?.arrayValue?.count == 3)
            #expect(data["organization"]?["members"]?["totalCount"] == 4)
            let foreign = GlobalID(.employee, fixture.second.member.employeeID).description
            let node = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { id } }",
                ["id": .string(foreign)],
                as: viewer
            )
            #expect(node == ["node": .null])
        }
    }

    @Test(
        arguments: [
            #"departmentCreate(input: {name: "A"}) { userErrors { code } }"#,
            #"organizationUpdate(input: {name: "A"}) { userErrors { code } }"#,
            #"organizationCreate(input: {name: "A"}) { userErrors { code } }"#,
            #"authSwitchOrganization(input: {organizationId: "x"}) { userErrors { code } }"#,
            #"userProfileUpdate(input: {displayName: "A"}) { userErrors { code } }"#,
            #"passwordChange(input: {currentPassword: "x", newPassword: "y"}) { userErrors { code } }"#,
            #"platformUserSuspend(input: {userId: "x", reason: "x"}) { userErrors { code } }"#,
        ]
    )
    func nothingIsChanged(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            let payload = try await act(fixture, as: try TestPlatformAdmin(fixture))
            let viewer = try RegisteredPerson.viewer(payload?["tokens"])
            let response = try await fixture.execute("mutation { \(mutation) }", as: viewer)
            if mutation.hasPrefix("platformUserSuspend") {
                // The id is found to be nobody's before the database is asked.
                let userID = GlobalID(.user, fixture.first.member.userID).description
                let suspend = mutation.replacing("\"x\", reason", with: "\"\(userID)\", reason")
                let refused = try await fixture.execute("mutation { \(suspend) }", as: viewer)
                #expect(refused.errorCode == "FORBIDDEN")
            } else {
                #expect(response.errorCode == "FORBIDDEN")
            }
            #expect(try fixture.platformActions() == ["platformActAs"])
        }
    }

    @Test func bothLogsTellOfIt() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            _ = try await act(fixture, as: admin)
            #expect(try fixture.platformActions() == ["platformActAs"])
            let rows = try fixture.owner().query(
                "SELECT actor_kind, actor_user_id, reason FROM audit_logs WHERE organization_id = $1 AND action = 'platformActAs'",
                [.uuid(fixture.first.id)]
            )
            #expect(rows.count == 1)
            #expect(rows[0].string(0) == "platform_admin")
            #expect(rows[0].uuid(1) == admin.userID)
            #expect(rows[0].string(2) == "Ticket 7")
        }
    }

    @Test func itEndsByItselfAndWithTheAdministration() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let payload = try await act(fixture, as: admin, ["minutes": 5])
            let viewer = try RegisteredPerson.viewer(payload?["tokens"])
            let query = "{ organization { name } }"
            let late = try await fixture.execute(query, as: viewer, now: Timestamp.now().adding(minutes: 6))
            #expect(late.errorCode == "UNAUTHENTICATED")
            let token = try #require(payload?["tokens"]?["refreshToken"])
            let refresh = """
                mutation ($token: String!) { authRefresh(input: {refreshToken: $token}) {
                    tokens { accessToken refreshToken } userErrors { code } } }
                """
            let refreshed = try await fixture.data(refresh, ["token": token], as: nil)["authRefresh"]
            let next = try RegisteredPerson.viewer(refreshed?["tokens"])
            #expect(try await fixture.execute(query, as: next)["errors"] == nil)
            try fixture.owner().execute("UPDATE platform_admins SET revoked_at = clock_timestamp()")
            let ended = try await fixture.execute(query, as: next)
            #expect(ended.errorCode == "TOKEN_STALE")
            let last = try #require(refreshed?["tokens"]?["refreshToken"])
            let refused = try await fixture.execute(refresh, ["token": last], as: nil)
            #expect(refused.errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func refusals() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            for (input, code) in [
                (["minutes": 0], "OUT_OF_RANGE"), (["minutes": 61], "OUT_OF_RANGE"), (["reason": " "], "REQUIRED"),
                (["organizationId": .string(GlobalID(.organization, UUID()).description)], "NOT_FOUND"),
            ] as [(JSONObject, String)] {
                let payload = try await act(fixture, as: admin, input)
                #expect(payload?.userErrorCodes == [code])
                #expect(payload?["tokens"] == .null)
            }
            let input: JSONObject = [
                "organizationId": .string(GlobalID(.organization, fixture.first.id).description), "reason": "x",
            ]
            let viewer = fixture.first.owner.viewer
            let response = try await fixture.execute(Self.document, ["input": .object(input)], as: viewer)
            #expect(response.errorCode == "FORBIDDEN")
        }
    }
}
