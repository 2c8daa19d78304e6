import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct PlatformReadTests {
    private static let organizations = """
        query ($filter: PlatformOrganizationFilter, $search: String, $first: Int, $after: String) {
          platform { organizations(filter: $filter, search: $search, first: $first, after: $after) {
            totalCount nodes { name state } pageInfo { hasNextPage endCursor } } }
        }
        """

    private func page(
        _ variables: JSONObject,
        _ fixture: TenantFixture,
        as viewer: Viewer
    ) async throws -> JSONValue? {
        try await fixture.data(Self.organizations, variables, as: viewer)["platform"]?["organizations"]
    }

    @Test func organizationsArePagedFilteredAndFound() async throws {
        try await TenantFixture.with { fixture in
            let viewer = try TestPlatformAdmin(fixture).viewer
            _ = try fixture.owner().query(
                "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(fixture.second.id)]
            )
            let first = try await page(["first": 1], fixture, as: viewer)
            #expect(first?["totalCount"] == 2)
            #expect(first?["nodes"] == [["name": "First", "state": "ACTIVE"]])
            let cursor = try #require(first?["pageInfo"]?["endCursor"])
            let second = try await page(["first": 1, "after": cursor], fixture, as: viewer)
            #expect(second?["nodes"] == [["name": "Second", "state": "SUSPENDED"]])
            #expect(second?["pageInfo"]?["hasNextPage"] == false)
            let variables: [JSONObject] = [
                ["filter": ["state": ["SUSPENDED", "ARCHIVED"]]], ["filter": ["name": ["startsWith": "sec"]]],
                ["search": "ECON"],
                ["filter": ["createdAt": ["gte": "2020-01-01T00:00:00Z"], "name": ["eq": "Second"]]],
            ]
            for filter in variables {
                let found = try await page(filter, fixture, as: viewer)
                #expect(found?["nodes"] == [["name": "Second", "state": "SUSPENDED"]], "\(filter)")
            }
            #expect(try fixture.platformActions() == Array(repeating: "platform.organizations", count: 6))
        }
    }

    @Test func oneOrganizationAndPeople() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let person = try await RegisteredPerson.register(fixture)
            let document = """
                query ($search: String!) { platform {
                  organization(by: {slug: "analytical-engines"}) { name }
                  users(search: $search) { totalCount nodes { email displayName state } }
                  suspended: users(state: SUSPENDED) { totalCount } } }
                """
            let data = try await fixture.data(document, ["search": .string(person.email)], as: admin.viewer)
            let expected: JSONValue = [
                "organization": ["name": "Analytical Engines"],
                "users": [
                    "totalCount": 1,
                    "nodes": [["email": .string(person.email), "displayName": "Ada", "state": "ACTIVE"]],
                ],
                "suspended": ["totalCount": 0],
            ]
            #expect(data["platform"] == expected)
            let actions = try fixture.platformActions()
            #expect(actions == ["platform.organization", "platform.users", "platform.users"])
        }
    }

    @Test func moreRowsTakeNoMoreStatements() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let document = """
                query ($first: Int!) { platform {
                  organizations(first: $first) { totalCount nodes { name state } }
                  users(first: $first) { nodes { displayName email username state statusHistory { state } } }
                  jobs(first: $first) { kind } } }
                """
            let one = try await fixture.statements.during {
                _ = try await fixture.data(document, ["first": 1], as: admin.viewer)
            }
            let many = try await fixture.statements.during {
                _ = try await fixture.data(document, ["first": 100], as: admin.viewer)
            }
            #expect(one == many)
        }
    }

    @Test func jobsAreListed() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            _ = try await RegisteredPerson.register(fixture)
            let data = try await fixture.data("{ platform { jobs(first: 5) { id kind attempts } } }", as: admin.viewer)
            let jobs = try #require(data["platform"]?["jobs"]?.arrayValue)
            #expect(!jobs.isEmpty)
            let bad = try await fixture.execute("{ platform { jobs(first: 101) { id } } }", as: admin.viewer)
            #expect(bad.errorCode == "BAD_USER_INPUT")
        }
    }

    @Test func nobodyElseMay() async throws {
        try await TenantFixture.with { fixture in
            for person in [fixture.first.owner, fixture.first.admin, fixture.first.member] {
                let response = try await fixture.execute(Self.organizations, as: person.viewer)
                #expect(response.errorCode == "FORBIDDEN")
                #expect(response["data"] == ["platform": .null])
            }
            let anonymous = try await fixture.execute(Self.organizations, as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }

    /// The token may be older than the end of the administration.
    @Test func whoAdministersNoMoreMayNot() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            try fixture.owner().execute("UPDATE platform_admins SET revoked_at = clock_timestamp()")
            let response = try await fixture.execute(Self.organizations, as: admin.viewer)
            #expect(response.errorCode == "FORBIDDEN")
            #expect(try fixture.platformActions().isEmpty)
        }
    }

    @Test func administratorsAreOutsideOfAllOrganizations() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let response = try await fixture.execute("{ node(id: \"x\") { id } }", as: admin.viewer)
            #expect(response.errorCode == "NO_ORGANIZATION")
        }
    }
}
