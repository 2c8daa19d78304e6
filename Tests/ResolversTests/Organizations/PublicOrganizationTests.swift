import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct PublicOrganizationTests {
    private static let profile = """
        query ($by: OrganizationSelector!) { publicOrganization(by: $by) { id name slug description memberCount } }
        """

    private func update(_ input: String, _ fixture: TenantFixture) async throws {
        let document = "mutation { organizationUpdate(input: {\(input)}) { userErrors { code } } }"
        let data = try await fixture.data(document, as: fixture.first.owner.viewer)
        #expect(data["organizationUpdate"] == ["userErrors": []])
    }

    @Test func whoOptedInIsSeenByEverybodySignedIn() async throws {
        try await TenantFixture.with { fixture in
            try await update(#"slug: "old""#, fixture)
            let reader = fixture.second.member.viewer
            let id = JSONValue.string(GlobalID(.organization, fixture.first.id).description)
            for selector: JSONValue in [["slug": "old"], ["id": id]] {
                let hidden = try await fixture.data(Self.profile, ["by": selector], as: reader)
                #expect(hidden == ["publicOrganization": .null])
            }
            try await update(#"slug: "new", isPublic: true, description: "Engines""#, fixture)
            let seen: JSONValue = [
                "id": id, "name": "First", "slug": "new", "description": "Engines", "memberCount": 4,
            ]
            // An earlier slug leads to the organization too.
            for selector: JSONValue in [["slug": "old"], ["slug": "NEW"], ["id": id]] {
                let data = try await fixture.data(Self.profile, ["by": selector], as: reader)
                #expect(data == ["publicOrganization": seen])
            }
            let anonymous = try await fixture.execute(Self.profile, ["by": ["slug": "new"]], as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
            _ = try fixture.owner().query(
                "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(fixture.first.id)]
            )
            let suspended = try await fixture.data(Self.profile, ["by": ["slug": "new"]], as: reader)
            #expect(suspended == ["publicOrganization": .null])
        }
    }

    @Test func everybodyMayAskForASlug() async throws {
        try await TenantFixture.with { fixture in
            try await update(#"slug: "old""#, fixture)
            try await update(#"slug: "new""#, fixture)
            let document = "query ($slug: String!) { organizationSlugAvailable(slug: $slug) }"
            for (slug, isAvailable) in [("old", false), ("New", false), ("other", true), ("-", false)] {
                let data = try await fixture.data(document, ["slug": .string(slug)], as: nil)
                #expect(data == ["organizationSlugAvailable": .bool(isAvailable)])
            }
        }
    }

    @Test func countsAreThoseOfToday() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                { organization { stats { memberCount adminCount activeEmployeeCount presentToday openSessions absentToday } } }
                """
            let clock = "mutation { attendanceClockIn(input: {}) { userErrors { code } } }"
            let now = try #require(Timestamp(rfc3339: "2031-05-05T12:00:00Z"))
            _ = try await fixture.data(clock, as: fixture.first.member.viewer, now: now)
            let data = try await fixture.data(document, as: fixture.first.admin.viewer, now: now)
            let stats: JSONValue = [
                "memberCount": 4, "adminCount": 1, "activeEmployeeCount": 3, "presentToday": 1, "openSessions": 1,
                "absentToday": 0,
            ]
            #expect(data["organization"]?["stats"] == stats)
            let tomorrow = try await fixture.data(document, as: fixture.first.admin.viewer, now: now.adding(days: 1))
            #expect(tomorrow["organization"]?["stats"]?["presentToday"] == 0)
        }
    }

    @Test func activeUsersAreThoseWithASessionInTheDays() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            _ = try owner.query(
                """
                UPDATE user_sessions SET created_at = '2031-03-01T10:00Z', last_seen_at = '2031-03-03T10:00Z'
                WHERE active_organization_id = $1
                """,
                [.uuid(fixture.first.id)]
            )
            _ = try owner.query(
                "UPDATE user_sessions SET last_seen_at = '2031-03-20T10:00Z' WHERE user_id = $1",
                [.uuid(fixture.first.member.userID)]
            )
            let now = try #require(Timestamp(rfc3339: "2031-04-10T12:00:00Z"))
            let document = """
                { organization { byDefault: stats { activeUsers }
                    early: stats(range: {from: "2031-03-02", to: "2031-03-02"}) { activeUsers }
                    before: stats(range: {from: "2031-02-01", to: "2031-02-28"}) { activeUsers } } }
                """
            let data = try await fixture.data(document, as: fixture.first.owner.viewer, now: now)
            let counts = ["byDefault", "early", "before"].map { data["organization"]?[$0]?["activeUsers"] }
            #expect(counts == [1, 4, 0])
            let backwards = try await fixture.execute(
                #"{ organization { stats(range: {from: "2031-03-02", to: "2031-03-01"}) { activeUsers } } }"#,
                as: fixture.first.owner.viewer
            )
            #expect(backwards.errorCode == "BAD_USER_INPUT")
        }
    }
}
