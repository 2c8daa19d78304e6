import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// People by id, and what they and platform administrators see of their accounts.
@Suite struct UserTests {
    private static let document =
        "query ($id: ID!) { user(id: $id) { id displayName statusHistory { state reason to } } }"

    private func user(_ id: UUID, _ fixture: TenantFixture, as viewer: Viewer) async throws -> JSONValue? {
        let variables: JSONObject = ["id": .string(GlobalID(.user, id).description)]
        return try await fixture.data(Self.document, variables, as: viewer)["user"]
    }

    @Test func colleaguesAreFoundAndNobodyElse() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            for person in [first.member, first.admin] {
                let found = try await user(person.userID, fixture, as: first.member.viewer)
                #expect(found?["displayName"] == "Somebody")
            }
            for id in [fixture.second.member.userID, UUID()] {
                #expect(try await user(id, fixture, as: first.owner.viewer) == .null)
            }
            let malformed = try await fixture.data(Self.document, ["id": "x"], as: first.owner.viewer)
            #expect(malformed["user"] == .null)
            let anonymous = try await fixture.execute(Self.document, ["id": "x"], as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func platformAdministratorsFindAnybodyAndItIsRecorded() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let found = try await user(fixture.second.member.userID, fixture, as: admin.viewer)
            #expect(found?["displayName"] == "Somebody")
            #expect(try await user(admin.userID, fixture, as: admin.viewer)?["displayName"] == "Support")
            #expect(try fixture.platformActions() == ["user"])
        }
    }

    @Test func theHistoryIsForThePersonAndThePlatform() async throws {
        try await TenantFixture.with { fixture in
            let (person, colleague) = (fixture.first.member, fixture.first.owner)
            _ = try fixture.owner().query(
                """
                INSERT INTO user_suspensions (user_id, reason, suspended_by, period, lifted_by)
                VALUES ($1, 'Fraud', $1, tstzrange(now() - interval '2 hours', now() - interval '1 hour', '[)'), $1)
                """,
                [.uuid(person.userID)]
            )
            _ = try fixture.owner().query(
                "UPDATE users SET created_at = now() - interval '1 day' WHERE id = $1",
                [.uuid(person.userID)]
            )
            for viewer in [person.viewer, try TestPlatformAdmin(fixture).viewer] {
                let history = try await user(person.userID, fixture, as: viewer)?["statusHistory"]?.arrayValue ?? []
                #expect(history.map { $0["state"] } == ["SUSPENDED", "ACTIVE"])
                #expect(history.first?["reason"] == "Fraud")
                #expect(history.last?["to"] == .null)
            }
            let seen = try await user(person.userID, fixture, as: colleague.viewer)
            #expect(seen?["statusHistory"] == [])
        }
    }
}
