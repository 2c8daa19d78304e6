import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct MemberAccessTests {
    private static let history = """
        query ($id: ID!) { node(id: $id) { ... on Member { statusHistory { state to reason actor { id } } } } }
        """

    @Test func accessGoesAndComesBackWithItsHistory() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let input: JSONObject = ["memberId": first.member.memberGlobalID]
            var reasoned = input
            reasoned["reason"] = "Long leave"
            let deactivated = try await fixture.mutate(
                "memberDeactivate",
                reasoned,
                "member { accessState }",
                as: first.admin.viewer
            )
            #expect(deactivated["member"]?["accessState"] == "DEACTIVATED")
            let stale = try await fixture.execute("{ viewer { member { id } } }", as: first.member.viewer)
            #expect(stale.errorCode == "TOKEN_STALE")
            let again = try await fixture.mutate("memberDeactivate", input, as: first.admin.viewer)
            #expect(again["userErrors"] == [["code": "INVALID_TRANSITION", "path": ["input", "memberId"]]])
            var suspension = input
            suspension["reason"] = "Theft"
            let suspended = try await fixture.mutate("memberSuspend", suspension, as: first.owner.viewer)
            #expect(suspended.userErrorCodes == [])
            let weaker = try await fixture.mutate("memberDeactivate", input, as: first.owner.viewer)
            #expect(weaker.userErrorCodes == ["INVALID_TRANSITION"])
            let active = try await fixture.mutate(
                "memberActivate",
                input,
                "member { accessState version }",
                as: first.owner.viewer
            )
            #expect(active["member"] == ["accessState": "ACTIVE", "version": 4])
            let data = try await fixture.data(
                Self.history,
                ["id": first.member.memberGlobalID],
                as: first.admin.viewer
            )
            let periods = data.at("node.statusHistory")?.arrayValue ?? []
            #expect(periods.compactMap { $0["state"] } == ["ACTIVE", "DEACTIVATED", "SUSPENDED", "ACTIVE"])
            #expect(periods.compactMap { $0["reason"] } == [.null, "Long leave", "Theft", .null])
            #expect(periods.map { $0["to"] == .null } == [false, false, false, true])
            #expect(periods[1]["actor"]?["id"] == .string(GlobalID(.user, first.admin.userID).description))
            #expect(try fixture.auditRows("memberSuspend").map(\.reason) == ["Theft"])
        }
    }

    @Test func aSuspensionNeedsAReason() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await fixture.mutate(
                "memberSuspend",
                ["memberId": fixture.first.member.memberGlobalID, "reason": " "],
                as: fixture.first.owner.viewer
            )
            #expect(payload["userErrors"] == [["code": "REQUIRED", "path": ["input", "reason"]]])
        }
    }

    @Test(arguments: ["memberDeactivate", "memberSuspend", "memberRemove"])
    func theGrantOfAnAdminEndsInTheSameTransaction(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let payload = try await fixture.mutate(
                mutation,
                ["memberId": first.admin.memberGlobalID, "reason": "Why"],
                "member { role }",
                as: first.owner.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["member"]?["role"] == "MEMBER")
            let grants = try fixture.owner().query(
                "SELECT revoked_at IS NOT NULL, revoked_by FROM organization_admins WHERE organization_id = $1",
                [.uuid(first.id)]
            )
            #expect(grants.map { $0.bool(0) } == [true])
            #expect(grants[0].uuid(1) == first.owner.userID)
            #expect(try fixture.auditRows(mutation).first?.old?.contains(#""role": "ADMIN""#) == true)
        }
    }

    @Test(arguments: ["memberDeactivate", "memberSuspend", "memberRemove", "memberLeave"])
    func theLastOwnerStays(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let isLeave = mutation == "memberLeave"
            let input: JSONObject = isLeave ? [:] : ["memberId": first.owner.memberGlobalID, "reason": "Why"]
            for viewer in isLeave ? [first.owner.viewer] : [first.owner.viewer, first.admin.viewer] {
                let payload = try await fixture.mutate(mutation, input, as: viewer)
                #expect(payload.userErrorCodes == ["LAST_OWNER"])
            }
            let members = try fixture.owner().query(
                "SELECT is_active FROM organization_members WHERE organization_id = $1 AND id = $2",
                [.uuid(first.id), .uuid(first.owner.memberID)]
            )
            #expect(members[0].bool(0))
        }
    }

    @Test(arguments: ["memberDeactivate", "memberActivate", "memberSuspend", "memberRemove"])
    func peersOneselfAndStrangersAreOutOfReach(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await fixture.mutate(
                "adminGrant",
                ["memberId": first.manager.memberGlobalID],
                as: first.owner.viewer
            )
            func codes(_ person: TestPerson) async throws -> [String] {
                var input: JSONObject = ["memberId": person.memberGlobalID]
                if mutation != "memberActivate" { input["reason"] = "Why" }
                return try await fixture.mutate(mutation, input, as: first.admin.viewer).userErrorCodes
            }
            #expect(try await codes(first.manager).first == "FORBIDDEN")
            #expect(try await codes(first.admin).first == "FORBIDDEN")
            #expect(try await codes(fixture.second.member) == ["NOT_FOUND"])
            var input: JSONObject = ["memberId": first.manager.memberGlobalID]
            if mutation != "memberActivate" { input["reason"] = "Why" }
            let denied = try await fixture.response(mutation, input, as: first.member.viewer)
            #expect(denied.errorCode == "FORBIDDEN")
        }
    }

    @Test func aRemovedMemberIsHistory() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let role = try fixture.role("auditor", ["audit.read"], of: [first.member])
            let payload = try await fixture.mutate(
                "memberRemove",
                ["memberId": first.member.memberGlobalID, "reason": "Moved away"],
                "member { endedAt customRoles { key } user { displayName } }",
                as: first.admin.viewer
            )
            #expect(payload["member"]?["endedAt"]?.stringValue != nil)
            #expect(payload["member"]?["customRoles"] == [])
            #expect(payload["member"]?["user"]?["displayName"] == "Somebody")
            let stale = try await fixture.execute("{ viewer { member { id } } }", as: first.member.viewer)
            #expect(stale.errorCode == "TOKEN_STALE")
            let again = try await fixture.mutate(
                "memberRemove",
                ["memberId": first.member.memberGlobalID],
                as: first.admin.viewer
            )
            #expect(again.userErrorCodes == ["NOT_FOUND"])
            let deleted = try await fixture.mutate("roleDelete", ["roleId": role], as: first.owner.viewer)
            #expect(deleted.userErrorCodes == [])
            let data = try await fixture.data(
                Self.history,
                ["id": first.member.memberGlobalID],
                as: first.admin.viewer
            )
            #expect(data.at("node.statusHistory")?.arrayValue?.count == 1)
            #expect(data.at("node.statusHistory.0.to")?.stringValue != nil)
        }
    }

    /// Also where the organization is inactive, and an admin's grant with it.
    @Test func membersLeave() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try fixture.owner().query(
                "INSERT INTO organization_active_status (organization_id, is_active) VALUES ($1, false)",
                [.uuid(first.id)]
            )
            let payload = try await fixture.mutate("memberLeave", [:], "organization { name }", as: first.admin.viewer)
            #expect(payload["userErrors"] == [])
            #expect(payload["organization"] == ["name": "First"])
            let rows = try fixture.owner().query(
                """
                SELECT m.end_reason, m.ended_by, g.revoked_at IS NOT NULL FROM organization_members m
                JOIN organization_admins g ON g.organization_id = m.organization_id AND g.member_id = m.id
                WHERE m.organization_id = $1 AND m.id = $2
                """,
                [.uuid(first.id), .uuid(first.admin.memberID)]
            )
            #expect(rows[0].string(0) == "left")
            #expect(rows[0].uuid(1) == first.admin.userID)
            #expect(rows[0].bool(2))
            let again = try await fixture.response("memberLeave", [:], as: first.admin.viewer)
            #expect(again.errorCode == "TOKEN_STALE")
            #expect(try fixture.auditRows("memberLeave").count == 1)
        }
    }

    @Test func ofManyRemovalsAtOnceOneHappens() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let first = fixture.first
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<24 {
                    group.addTask {
                        try await fixture.mutate(
                            number % 2 == 0 ? "memberRemove" : "memberSuspend",
                            ["memberId": first.member.memberGlobalID, "reason": "Why"],
                            as: number % 3 == 0 ? first.owner.viewer : first.admin.viewer
                        ).userErrorCodes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.allSatisfy { [[], ["NOT_FOUND"], ["INVALID_TRANSITION"]].contains($0) })
            #expect(try fixture.auditRows("memberRemove").count == 1)
            #expect(try fixture.auditRows("memberSuspend").count <= 1)
        }
    }
}
