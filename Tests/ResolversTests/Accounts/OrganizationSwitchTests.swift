import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct OrganizationSwitchTests {
    private static let fields = """
        viewer { organization { name } member { role } session { organization { name } } memberships { role } }
        tokens { accessToken refreshToken }
        """

    private func enter(_ id: UUID, _ fixture: TenantFixture, as viewer: Viewer) async throws -> JSONValue {
        let input: JSONObject = ["organizationId": .string(GlobalID(.organization, id).description)]
        return try await fixture.payload("authSwitchOrganization", input, Self.fields, as: viewer)
    }

    @Test func theSessionGoesOnInTheOtherOrganization() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            try person.join(fixture.first, fixture)
            let payload = try await enter(fixture.first.id, fixture, as: person.viewer)
            #expect(payload.userErrorCodes == [])
            #expect(payload["viewer"]?["organization"] == ["name": "First"])
            #expect(payload["viewer"]?["member"] == ["role": "MEMBER"])
            #expect(payload["viewer"]?["session"]?["organization"] == ["name": "First"])
            let viewer = try RegisteredPerson.viewer(payload["tokens"])
            #expect(viewer.claims.sessionID == person.viewer.claims.sessionID)
            #expect(try await fixture.refusal(of: viewer) == nil)
            // What was there before stops at once.
            #expect(try await fixture.refusal(of: person.viewer) == "TOKEN_STALE")
            #expect(try await fixture.refresh(person.refreshToken).userErrorCodes == ["TOKEN_INVALID"])
            let refreshed = try await fixture.refresh(try #require(payload["tokens"]?["refreshToken"]?.stringValue))
            let membership = try RegisteredPerson.viewer(refreshed["tokens"]).claims.membership
            #expect(membership?.organizationID == fixture.first.id)
            #expect(try fixture.securityLog(of: person.viewer).contains("organization_switch"))
        }
    }

    @Test("A token of before the switch switches nothing (case 21)") func aTokenOfBeforeSwitchesNothing() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let own = try #require(person.viewer.claims.membership?.organizationID)
            try person.join(fixture.first, fixture)
            _ = try await enter(fixture.first.id, fixture, as: person.viewer)
            #expect(try await enter(own, fixture, as: person.viewer).errorCode == "TOKEN_STALE")
        }
    }

    @Test func onlyOwnOrganizationsAreFound() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            for id in [fixture.first.id, UUID()] {
                let payload = try await enter(id, fixture, as: person.viewer)
                #expect(payload.userErrorCodes == ["NOT_FOUND"])
                #expect(payload.userErrorField == "organizationId")
                #expect(payload["tokens"] == .null)
            }
            let input: JSONObject = ["organizationId": "nonsense"]
            let malformed = try await fixture.payload("authSwitchOrganization", input, Self.fields, as: person.viewer)
            #expect(malformed.userErrorCodes == ["NOT_FOUND"])
            try person.join(fixture.first, fixture)
            _ = try fixture.owner().query(
                "UPDATE organization_members SET access_state = 'suspended' WHERE organization_id = $1 AND user_id = $2",
                [.uuid(fixture.first.id), .uuid(person.viewer.claims.userID)]
            )
            #expect(try await enter(fixture.first.id, fixture, as: person.viewer).userErrorCodes == ["NOT_FOUND"])
        }
    }

    /// Into a suspended one nobody goes; out of it everybody.
    @Test func aSuspendedOrganizationIsLeftBehind() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let own = try #require(person.viewer.claims.membership?.organizationID)
            try person.join(fixture.first, fixture)
            _ = try fixture.owner().query(
                "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(own)]
            )
            #expect(try await fixture.refusal(of: person.viewer) == "TENANT_SUSPENDED")
            #expect(try await enter(own, fixture, as: person.viewer).userErrorCodes == ["ORGANIZATION_SUSPENDED"])
            let payload = try await enter(fixture.first.id, fixture, as: person.viewer)
            #expect(try await fixture.refusal(of: RegisteredPerson.viewer(payload["tokens"])) == nil)
        }
    }

    @Test func ofSwitchesAtOnceOneIsMade() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            try person.join(fixture.first, fixture)
            let answers = try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<12 {
                    group.addTask { try await enter(fixture.first.id, fixture, as: person.viewer) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for answer in answers {
                #expect(answer.errorCode == "TOKEN_STALE" || answer["tokens"]?["accessToken"] != nil)
            }
            let live = "refresh_tokens WHERE session_id = $1 AND revoked_at IS NULL"
            #expect(try fixture.count(live, [.uuid(person.viewer.claims.sessionID)]) == 1)
            var accepted = 0
            for answer in answers where answer["tokens"]?["accessToken"] != nil {
                if try await fixture.refusal(of: RegisteredPerson.viewer(answer["tokens"])) == nil { accepted += 1 }
            }
            #expect(accepted == 1)
        }
    }
}
