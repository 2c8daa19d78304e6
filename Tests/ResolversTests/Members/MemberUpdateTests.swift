import Auth
import FoundationEssentials
import JSON
import Schema
import Testing

@Suite struct MemberUpdateTests {
    private static let fields = "member { title version customRoles { key permissions } }"

    @Test func changesTitleAndRoles() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let auditor = try fixture.role("auditor", ["audit.read"])
            let payload = try await fixture.mutate(
                "memberUpdate",
                ["memberId": first.member.memberGlobalID, "title": " Clerk ", "roleIds": [auditor]],
                Self.fields,
                as: first.admin.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["member"]?["title"] == "Clerk")
            #expect(payload["member"]?["version"] == 2)
            #expect(payload["member"]?["customRoles"] == [["key": "auditor", "permissions": ["audit.read"]]])
            let audit = try fixture.auditRows("memberUpdate")
            #expect(audit.count == 1)
            #expect(audit[0].new?.contains(#""title": "Clerk""#) == true)
            #expect(audit[0].new?.contains("roleIds") == true)
            // Nothing is left out by leaving it out, and null clears.
            let cleared = try await fixture.mutate(
                "memberUpdate",
                ["memberId": first.member.memberGlobalID, "title": .null],
                Self.fields,
                as: first.admin.viewer
            )
            #expect(cleared["member"]?["title"] == .null)
            #expect(cleared["member"]?["customRoles"]?[0]?["key"] == "auditor")
        }
    }

    /// A title does not touch rights; roles do.
    @Test func onlyOtherRightsMakeTokensStale() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let id = first.member.memberGlobalID
            _ = try await fixture.mutate("memberUpdate", ["memberId": id, "title": "Clerk"], as: first.admin.viewer)
            let before = try await fixture.execute("{ viewer { member { title } } }", as: first.member.viewer)
            #expect(before.at("data.viewer.member.title") == "Clerk")
            let auditor = try fixture.role("auditor", ["audit.read"])
            _ = try await fixture.mutate(
                "memberUpdate",
                ["memberId": id, "roleIds": [auditor]],
                as: first.admin.viewer
            )
            let after = try await fixture.execute("{ viewer { member { title } } }", as: first.member.viewer)
            #expect(after.errorCode == "TOKEN_STALE")
            let renewed = first.member.viewer(role: .member, epoch: 2, customPermissions: [.auditRead])
            let permissions = try await fixture.data("{ viewer { permissions { code scope } } }", as: renewed)
            let codes = permissions.at("viewer.permissions")?.arrayValue ?? []
            #expect(codes.contains(["code": "audit.read", "scope": "ORGANIZATION"]))
        }
    }

    @Test func nobodyGrantsWhatTheyLack() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let auditor = try fixture.role("auditor", ["audit.read"])
            let helper = try fixture.role("helper", ["member.update"], of: [first.manager])
            let viewer = first.manager.viewer(role: .member, customPermissions: [.memberUpdate])
            let id = first.member.memberGlobalID
            let escalation = try await fixture.mutate(
                "memberUpdate",
                ["memberId": id, "roleIds": [auditor, helper]],
                as: viewer
            )
            #expect(escalation["userErrors"] == [["code": "ROLE_ESCALATION", "path": ["input", "roleIds"]]])
            let own = try await fixture.mutate(
                "memberUpdate",
                ["memberId": first.manager.memberGlobalID, "roleIds": [auditor, helper]],
                as: viewer
            )
            #expect(own.userErrorCodes == ["ROLE_ESCALATION"])
            let held = try await fixture.mutate("memberUpdate", ["memberId": id, "roleIds": [helper]], as: viewer)
            #expect(held.userErrorCodes == [])
            // With the same rights the member is a peer now.
            let peer = try await fixture.mutate("memberUpdate", ["memberId": id, "title": "x"], as: viewer)
            #expect(peer["userErrors"] == [["code": "FORBIDDEN", "path": ["input", "memberId"]]])
        }
    }

    @Test func peersAndSuperiorsAreOutOfReach() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let second = try await fixture.mutate(
                "adminGrant",
                ["memberId": first.manager.memberGlobalID],
                as: first.owner.viewer
            )
            #expect(second.userErrorCodes == [])
            for person in [first.owner, first.manager] {
                let payload = try await fixture.mutate(
                    "memberUpdate",
                    ["memberId": person.memberGlobalID, "title": "x"],
                    as: first.admin.viewer
                )
                #expect(payload["userErrors"] == [["code": "FORBIDDEN", "path": ["input", "memberId"]]])
            }
            let own = try await fixture.mutate(
                "memberUpdate",
                ["memberId": first.admin.memberGlobalID, "title": "x"],
                as: first.admin.viewer
            )
            #expect(own.userErrorCodes == [])
            let denied = try await fixture.response(
                "memberUpdate",
                ["memberId": first.admin.memberGlobalID, "title": "x"],
                as: first.member.viewer
            )
            #expect(denied.errorCode == "FORBIDDEN")
        }
    }

    @Test func refusesWhatIsNotThere() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let foreign = try await fixture.mutate(
                "memberUpdate",
                ["memberId": fixture.second.member.memberGlobalID, "title": "x"],
                as: first.owner.viewer
            )
            #expect(foreign["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "memberId"]]])
            let role = try await fixture.mutate(
                "memberUpdate",
                [
                    "memberId": first.member.memberGlobalID,
                    "roleIds": [.string(GlobalID(.role, UUID()).description)],
                ],
                as: first.owner.viewer
            )
            #expect(role["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "roleIds"]]])
            let stale = try await fixture.mutate(
                "memberUpdate",
                ["memberId": first.member.memberGlobalID, "title": "x", "expectedVersion": 7],
                as: first.owner.viewer
            )
            #expect(stale["userErrors"] == [["code": "STALE_VERSION", "path": ["input", "expectedVersion"]]])
            #expect(try fixture.auditRows("memberUpdate").isEmpty)
        }
    }
}
