import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct MemberAddTests {
    private static let document = """
        mutation ($input: MemberAddInput!) {
          memberAdd(input: $input) {
            member { id role title user { email } organization { name } }
            userErrors { code path }
          }
        }
        """

    /// A person with a verified address and no organization.
    private static func person(_ email: String, isVerified: Bool = true, _ owner: OwnerConnection) throws -> UUID {
        let userID = UUID()
        _ = try owner.query("INSERT INTO users (id) VALUES ($1)", [.uuid(userID)])
        _ = try owner.query(
            "INSERT INTO user_profile (user_id, display_name) VALUES ($1, 'New')",
            [.uuid(userID)]
        )
        _ = try owner.query(
            """
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            VALUES ($1, 'email', $2, true, CASE WHEN $3 THEN now() END)
            """,
            [.uuid(userID), .text(email), .bool(isVerified)]
        )
        return userID
    }

    private func add(_ input: JSONObject, _ fixture: TenantFixture, as viewer: Viewer) async throws -> JSONValue? {
        try await fixture.data(Self.document, ["input": .object(input)], as: viewer)["memberAdd"]
    }

    @Test func aPersonBecomesAMember() async throws {
        try await TenantFixture.with { fixture in
            let userID = try Self.person("new@example.com", fixture.owner())
            let payload = try await add(
                ["email": " New@Example.com ", "title": "Clerk"],
                fixture,
                as: fixture.first.admin.viewer
            )
            #expect(payload?["userErrors"] == [])
            #expect(payload?["member"]?["role"] == "MEMBER")
            #expect(payload?["member"]?["title"] == "Clerk")
            #expect(payload?["member"]?["user"] == ["email": "new@example.com"])
            #expect(payload?["member"]?["organization"] == ["name": "First"])
            let rows = try fixture.owner().query(
                """
                SELECT a.actor_user_id, a.new_values ->> 'userId', a.entity_type, a.organization_id FROM audit_logs a
                WHERE a.action = 'memberAdd'
                """
            )
            #expect(rows.count == 1)
            #expect(rows[0].uuid(0) == fixture.first.admin.userID)
            #expect(rows[0].string(1) == userID.uuidString.lowercased())
            #expect(rows[0].string(2) == "Member")
            #expect(rows[0].uuid(3) == fixture.first.id)
        }
    }

    @Test func onlyTheOwnerAddsAdminsAndNobodyAnOwner() async throws {
        try await TenantFixture.with { fixture in
            _ = try Self.person("new@example.com", fixture.owner())
            let byAdmin = try await add(
                ["email": "new@example.com", "role": "ADMIN"],
                fixture,
                as: fixture.first.admin.viewer
            )
            #expect(byAdmin?["userErrors"] == [["code": "OWNER_ONLY", "path": ["input", "role"]]])
            let owner = try await add(
                ["email": "new@example.com", "role": "OWNER"],
                fixture,
                as: fixture.first.owner.viewer
            )
            #expect(owner?["userErrors"] == [["code": "ROLE_ESCALATION", "path": ["input", "role"]]])
            let byOwner = try await add(
                ["email": "new@example.com", "role": "ADMIN"],
                fixture,
                as: fixture.first.owner.viewer
            )
            #expect(byOwner?["member"]?["role"] == "ADMIN")
            let response = try await fixture.execute(
                Self.document,
                ["input": ["email": "new@example.com"]],
                as: fixture.first.member.viewer
            )
            #expect(response.errorCode == "FORBIDDEN")
        }
    }

    @Test func rolesComeWithTheMembership() async throws {
        try await TenantFixture.with { fixture in
            _ = try Self.person("new@example.com", fixture.owner())
            let auditor = try fixture.role("auditor", ["audit.read"])
            let hirer = try fixture.role("hirer", ["member.add"], of: [fixture.first.manager])
            let hiring = fixture.first.manager.viewer(role: .member, customPermissions: [.memberAdd])
            let input: JSONObject = ["email": "new@example.com", "roleIds": [auditor, hirer]]
            let escalation = try await add(input, fixture, as: hiring)
            #expect(escalation?["userErrors"] == [["code": "ROLE_ESCALATION", "path": ["input", "roleIds"]]])
            for missing in [GlobalID(.role, UUID()), GlobalID(.member, fixture.first.member.memberID)] {
                let unknown: JSONObject = [
                    "email": "new@example.com", "roleIds": [auditor, .string(missing.description)],
                ]
                let payload = try await add(unknown, fixture, as: fixture.first.admin.viewer)
                #expect(payload?["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "roleIds"]]])
            }
            let added = try await add(input, fixture, as: fixture.first.admin.viewer)
            #expect(added?["userErrors"] == [])
            let id = try #require(added?["member"]?["id"])
            let data = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { ... on Member { customRoles { key } } } }",
                ["id": id],
                as: fixture.first.owner.viewer
            )
            #expect(data.at("node.customRoles") == [["key": "auditor"], ["key": "hirer"]])
            let roleIDs = try fixture.owner().query(
                "SELECT jsonb_array_length(new_values -> 'roleIds') FROM audit_logs WHERE action = 'memberAdd'"
            )
            #expect(roleIDs.map { $0.int32(0) } == [2])
        }
    }

    @Test func unknownAndUnverifiedAddressesAreNotFound() async throws {
        try await TenantFixture.with { fixture in
            _ = try Self.person("unverified@example.com", isVerified: false, fixture.owner())
            for email in ["nobody@example.com", "unverified@example.com"] {
                let payload = try await add(
                    ["email": .string(email)],
                    fixture,
                    as: fixture.first.owner.viewer
                )
                #expect(payload?["member"] == .null)
                #expect(payload?["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "email"]]])
            }
        }
    }

    @Test func ofTwoAtOnceOneMakesTheMember() async throws {
        try await TenantFixture.with { fixture in
            let userID = try Self.person("new@example.com", fixture.owner())
            let viewers = (0..<8).map { $0 % 2 == 0 ? fixture.first.owner.viewer : fixture.first.admin.viewer }
            let outcomes = try await withThrowingTaskGroup(of: [String].self) { group in
                for viewer in viewers {
                    group.addTask {
                        let input: JSONObject = ["email": "new@example.com"]
                        return try await add(input, fixture, as: viewer)?.userErrorCodes ?? ["NONE"]
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.filter { $0 == [] }.count == 1)
            #expect(outcomes.filter { $0 == ["ALREADY_MEMBER"] }.count == 7)
            let rows = try fixture.owner().query(
                "SELECT count(*) FROM organization_members WHERE user_id = $1",
                [.uuid(userID)]
            )
            #expect(rows[0].int(0) == 1)
        }
    }

    @Test func anInactiveOrganizationIsReadAndNotChanged() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "INSERT INTO organization_active_status (organization_id, is_active) VALUES ($1, false)",
                [.uuid(fixture.first.id)]
            )
            let viewer = fixture.first.owner.viewer
            let data = try await fixture.data("{ organization { state } }", as: viewer)
            #expect(data["organization"] == ["state": "INACTIVE"])
            let response = try await fixture.execute(
                Self.document,
                ["input": ["email": "new@example.com"]],
                as: viewer
            )
            #expect(response.errorCode == "TENANT_INACTIVE")
        }
    }
}
