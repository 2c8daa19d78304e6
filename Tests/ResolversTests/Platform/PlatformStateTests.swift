import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct PlatformStateTests {
    private static func document(_ name: String, _ field: String) -> String {
        """
        mutation ($input: \(name.prefix(1).uppercased() + name.dropFirst())Input!) {
          payload: \(name)(input: $input) { \(field) { state } userErrors { code path } }
        }
        """
    }

    private func run(
        _ name: String,
        _ id: GlobalID,
        _ fixture: TenantFixture,
        as viewer: Viewer,
        reason: String = "Fraud"
    ) async throws -> JSONValue {
        let isUser = name.hasPrefix("platformUser")
        let input: JSONObject = [
            isUser ? "userId" : "organizationId": .string(id.description), "reason": .string(reason),
        ]
        let document = Self.document(name, isUser ? "user" : "organization")
        return try await fixture.execute(document, ["input": .object(input)], as: viewer)
    }

    private func payload(
        _ name: String,
        _ id: GlobalID,
        _ fixture: TenantFixture,
        as viewer: Viewer,
        reason: String = "Fraud"
    ) async throws -> JSONValue? {
        let response = try await run(name, id, fixture, as: viewer, reason: reason)
        #expect(response["errors"] == nil, "\(response.text)")
        return response["data"]?["payload"]
    }

    @Test("A suspended organization answers nobody until it is lifted (case 22)")
    func aSuspendedOrganizationAnswersNobodyUntilItIsLifted() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let id = GlobalID(.organization, fixture.first.id)
            let suspended = try await payload("platformOrganizationSuspend", id, fixture, as: admin)
            #expect(suspended == ["organization": ["state": "SUSPENDED"], "userErrors": []])
            let query = "{ organization { name } }"
            for person in [fixture.first.owner, fixture.first.member] {
                let refused = try await fixture.execute(query, as: person.viewer)
                #expect(refused.errorCode == "TENANT_SUSPENDED")
            }
            let twice = try await payload("platformOrganizationSuspend", id, fixture, as: admin)
            #expect(twice?.userErrorCodes == ["INVALID_TRANSITION"])
            let lifted = try await payload("platformOrganizationUnsuspend", id, fixture, as: admin, reason: "Paid")
            #expect(lifted == ["organization": ["state": "ACTIVE"], "userErrors": []])
            let history = try await fixture.data(
                "{ organization { statusHistory { state reason to actor { id } } } }",
                as: fixture.first.owner.viewer
            )
            let period = history["organization"]?["statusHistory"]?[0]
            #expect(period?["state"] == "SUSPENDED")
            #expect(period?["reason"] == "Fraud")
            #expect(period?["to"] != .null)
            #expect(period?["actor"] == .null)
            #expect(try fixture.platformActions() == ["platformOrganizationSuspend", "platformOrganizationUnsuspend"])
            let audits = try fixture.owner().query(
                "SELECT action, actor_kind, reason FROM audit_logs WHERE organization_id = $1 ORDER BY occurred_at",
                [.uuid(fixture.first.id)]
            )
            #expect(audits.map { $0.string(1) } == ["platform_admin", "platform_admin"])
            #expect(audits.map { $0.string(2) } == ["Fraud", "Paid"])
        }
    }

    /// Case 22: there is no way around the suspension by new tokens.
    @Test("A suspended organization gives no tokens (case 22)") func aSuspendedOrganizationGivesNoTokens() async throws
    {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let person = try await RegisteredPerson.register(fixture)
            let id = GlobalID(.organization, try #require(person.viewer.claims.organizationID))
            _ = try await payload("platformOrganizationSuspend", id, fixture, as: admin)
            let document = """
                mutation ($token: String!) { authRefresh(input: {refreshToken: $token}) {
                    tokens { accessToken } userErrors { code } } }
                """
            let token: JSONObject = ["token": .string(person.refreshToken)]
            let refused = try await fixture.data(document, token, as: nil)
            #expect(refused["authRefresh"]?.userErrorCodes == ["ORGANIZATION_SUSPENDED"])
            #expect(refused["authRefresh"]?["tokens"] == .null)
            let read = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(read.errorCode == "TENANT_SUSPENDED")
            _ = try await payload("platformOrganizationUnsuspend", id, fixture, as: admin)
            let refreshed = try await fixture.data(document, token, as: nil)
            #expect(refreshed["authRefresh"]?["userErrors"] == [])
        }
    }

    /// The one suspension that is allowed to leave an organization without somebody who can act for it.
    @Test func anOwnerIsSuspendedAndStaysTheOwner() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let owner = fixture.first.owner
            let id = GlobalID(.user, owner.userID)
            let suspended = try await payload("platformUserSuspend", id, fixture, as: admin)
            #expect(suspended == ["user": ["state": "SUSPENDED"], "userErrors": []])
            let data = try await fixture.data("{ organization { owner { id } } }", as: fixture.first.admin.viewer)
            #expect(data["organization"]?["owner"]?["id"] == owner.memberGlobalID)
        }
    }

    /// Mutations are done before the suspension, or refused; none is answered as done and lost, or done behind it.
    @Test func aSuspensionAndMutationsAtOnce() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let id = GlobalID(.organization, fixture.first.id)
            let codes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        if number == 12 {
                            return try await payload("platformOrganizationSuspend", id, fixture, as: admin)?.text ?? ""
                        }
                        let input: JSONObject = ["name": .string("D\(number)")]
                        let viewer = fixture.first.owner.viewer
                        let response = try await fixture.response("departmentCreate", input, as: viewer)
                        return response.errorCode ?? "done"
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0.contains("SUSPENDED\"}") } == 1, "\(codes)")
            #expect(codes.count { $0 == "done" || $0 == "TENANT_SUSPENDED" } == 23, "\(codes)")
            let stored = try fixture.owner().query("SELECT count(*) FROM departments")[0].int(0)
            #expect(stored == codes.count { $0 == "done" })
        }
    }

    @Test func anArchivedOrganizationIsRestored() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let id = GlobalID(.organization, fixture.first.id)
            let active = try await payload("platformOrganizationRestore", id, fixture, as: admin)
            #expect(active?.userErrorCodes == ["INVALID_TRANSITION"])
            _ = try fixture.owner().query(
                "INSERT INTO organization_archives (organization_id, archived_by) VALUES ($1, $1)",
                [.uuid(fixture.first.id)]
            )
            let suspend = try await payload("platformOrganizationSuspend", id, fixture, as: admin)
            #expect(suspend?.userErrorCodes == ["INVALID_TRANSITION"])
            let restored = try await payload("platformOrganizationRestore", id, fixture, as: admin)
            #expect(restored == ["organization": ["state": "ACTIVE"], "userErrors": []])
            let read = try await fixture.execute("{ organization { name } }", as: fixture.first.member.viewer)
            #expect(read["errors"] == nil)
        }
    }

    @Test func aSuspendedPersonIsSignedOutEverywhere() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let person = try await RegisteredPerson.register(fixture)
            let id = GlobalID(.user, person.viewer.claims.userID)
            let suspended = try await payload("platformUserSuspend", id, fixture, as: admin)
            #expect(suspended == ["user": ["state": "SUSPENDED"], "userErrors": []])
            let refused = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(refused.errorCode == "UNAUTHENTICATED")
            let signIn = """
                mutation ($i: String!, $p: String!) {
                  authLogin(input: {identifier: $i, password: $p}) { userErrors { code } }
                }
                """
            let credentials: JSONObject = ["i": .string(person.email), "p": .string(RegisteredPerson.password)]
            let wrong = try await fixture.data(signIn, credentials, as: nil)
            #expect(wrong["authLogin"]?.userErrorCodes == ["INVALID_CREDENTIALS"])
            let lifted = try await payload("platformUserUnsuspend", id, fixture, as: admin)
            #expect(lifted == ["user": ["state": "ACTIVE"], "userErrors": []])
            let right = try await fixture.data(signIn, credentials, as: nil)
            #expect(right["authLogin"]?.userErrorCodes == [])
            let still = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(still.errorCode == "UNAUTHENTICATED")
        }
    }

    @Test func anArchivedPersonLeavesAndReleasesTheirNames() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let owner = GlobalID(.user, fixture.first.owner.userID)
            let kept = try await payload("platformUserArchive", owner, fixture, as: admin)
            #expect(kept?.userErrorCodes == ["LAST_OWNER"])
            let person = fixture.first.admin
            let role = try fixture.role("auditor", ["audit.read"], of: [person])
            _ = try fixture.owner().query(
                "INSERT INTO user_identifiers (user_id, kind, value, is_primary) VALUES ($1, 'email', 'a@b.example', true)",
                [.uuid(person.userID)]
            )
            let archived = try await payload("platformUserArchive", GlobalID(.user, person.userID), fixture, as: admin)
            #expect(archived == ["user": ["state": "ARCHIVED"], "userErrors": []])
            let rows = try fixture.owner().query(
                """
                SELECT m.end_reason, g.revoked_at IS NOT NULL, i.released_at IS NOT NULL, s.revoke_reason
                FROM organization_members m
                JOIN organization_admins g ON g.member_id = m.id
                JOIN user_identifiers i ON i.user_id = m.user_id
                JOIN user_sessions s ON s.user_id = m.user_id WHERE m.user_id = $1
                """,
                [.uuid(person.userID)]
            )
            #expect(rows.count == 1)
            #expect(rows[0].string(0) == "user_archived")
            #expect(rows[0].bool(1) && rows[0].bool(2))
            #expect(rows[0].string(3) == "user_archived")
            let audits = try fixture.owner().query("SELECT 1 FROM audit_logs WHERE action = 'platformUserArchive'")
            #expect(audits.count == 1)
            // Nobody has the role any more.
            let deleted = try await fixture.mutate("roleDelete", ["roleId": role], as: fixture.first.owner.viewer)
            #expect(deleted["userErrors"] == [])
        }
    }

    @Test func refusals() async throws {
        try await TenantFixture.with { fixture in
            let admin = try TestPlatformAdmin(fixture)
            let organization = GlobalID(.organization, fixture.first.id)
            let user = GlobalID(.user, fixture.first.member.userID)
            let cases: [(String, GlobalID, String, String)] = [
                ("platformOrganizationSuspend", GlobalID(.organization, UUID()), "x", "NOT_FOUND"),
                ("platformOrganizationSuspend", user, "x", "NOT_FOUND"),
                ("platformOrganizationSuspend", organization, " ", "REQUIRED"),
                ("platformOrganizationUnsuspend", organization, "x", "INVALID_TRANSITION"),
                ("platformUserSuspend", organization, "x", "NOT_FOUND"),
                ("platformUserSuspend", GlobalID(.user, UUID()), "x", "NOT_FOUND"),
                ("platformUserSuspend", GlobalID(.user, admin.userID), "x", "FORBIDDEN"),
                ("platformUserUnsuspend", user, "x", "INVALID_TRANSITION"),
                ("platformUserArchive", GlobalID(.user, UUID()), "x", "NOT_FOUND"),
            ]
            for (name, id, reason, code) in cases {
                let refused = try await payload(name, id, fixture, as: admin.viewer, reason: reason)
                #expect(refused?.userErrorCodes == [code], "\(name)")
            }
            #expect(try fixture.platformActions().isEmpty)
            for name in ["platformOrganizationSuspend", "platformOrganizationUnsuspend", "platformOrganizationRestore"]
            {
                let response = try await run(name, organization, fixture, as: fixture.first.owner.viewer)
                #expect(response.errorCode == "FORBIDDEN")
            }
            for name in ["platformUserSuspend", "platformUserUnsuspend", "platformUserArchive"] {
                let response = try await run(name, user, fixture, as: fixture.first.owner.viewer)
                #expect(response.errorCode == "FORBIDDEN")
            }
        }
    }

    @Test func ofTwentyFourSuspensionsAtOnceOneSucceeds() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let admin = try TestPlatformAdmin(fixture).viewer
            let ids = [GlobalID(.organization, fixture.first.id), GlobalID(.user, fixture.first.member.userID)]
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<24 {
                    group.addTask {
                        let isUser = number % 2 == 1
                        let name = isUser ? "platformUserSuspend" : "platformOrganizationSuspend"
                        return try await payload(name, ids[number % 2], fixture, as: admin)?.userErrorCodes ?? ["none"]
                    }
                }
                return try await group.reduce(into: [[String]]()) { $0.append($1) }
            }
            #expect(codes.count { $0.isEmpty } == 2)
            #expect(codes.count { $0 == ["INVALID_TRANSITION"] } == 22)
        }
    }
}
