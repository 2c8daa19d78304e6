import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct AdminTests {
    private static let fields = "grant { id grantedBy { id } revokedBy { id } revokedAt } member { id role version }"

    @Test func theOwnerGrantsAndRevokes() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let input: JSONObject = ["memberId": first.member.memberGlobalID]
            let owner = JSONValue.string(GlobalID(.user, first.owner.userID).description)
            let granted = try await fixture.mutate("adminGrant", input, Self.fields, as: first.owner.viewer)
            #expect(granted["userErrors"] == [])
            #expect(granted["member"]?["role"] == "ADMIN")
            #expect(granted["grant"]?["grantedBy"] == ["id": owner])
            #expect(granted["grant"]?["revokedAt"] == .null)
            let stale = try await fixture.execute("{ viewer { member { id } } }", as: first.member.viewer)
            #expect(stale.errorCode == "TOKEN_STALE")
            let again = try await fixture.mutate("adminGrant", input, as: first.owner.viewer)
            #expect(again["userErrors"] == [["code": "INVALID_TRANSITION", "path": ["input", "memberId"]]])
            let revoked = try await fixture.mutate("adminRevoke", input, Self.fields, as: first.owner.viewer)
            #expect(revoked["member"]?["role"] == "MEMBER")
            #expect(revoked["grant"]?["id"] == granted["grant"]?["id"])
            #expect(revoked["grant"]?["revokedBy"] == ["id": owner])
            #expect(try fixture.auditRows("adminGrant").count == 1)
            #expect(try fixture.auditRows("adminRevoke").count == 1)
        }
    }

    @Test func anAdminGivesUpTheirOwnGrantAlone() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await fixture.mutate(
                "adminGrant",
                ["memberId": first.member.memberGlobalID],
                as: first.owner.viewer
            )
            let other = try await fixture.mutate(
                "adminRevoke",
                ["memberId": first.member.memberGlobalID],
                as: first.admin.viewer
            )
            #expect(other["userErrors"] == [["code": "FORBIDDEN", "path": ["input", "memberId"]]])
            let own = try await fixture.mutate(
                "adminRevoke",
                ["memberId": first.admin.memberGlobalID, "reason": "Enough"],
                Self.fields,
                as: first.admin.viewer
            )
            #expect(own["userErrors"] == [])
            #expect(own["member"]?["role"] == "MEMBER")
            #expect(try fixture.auditRows("adminRevoke").map(\.reason) == ["Enough"])
            let stale = try await fixture.response(
                "adminRevoke",
                ["memberId": first.admin.memberGlobalID],
                as: first.admin.viewer
            )
            #expect(stale.errorCode == "TOKEN_STALE")
            for mutation in ["adminGrant", "adminRevoke"] {
                let input: JSONObject = ["memberId": first.manager.memberGlobalID]
                let denied = try await fixture.response(mutation, input, as: first.manager.viewer)
                #expect(denied.errorCode == "FORBIDDEN")
            }
        }
    }

    @Test func onlyActiveMembersOfTheOrganizationBecomeAdmins() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await fixture.mutate(
                "memberDeactivate",
                ["memberId": first.member.memberGlobalID],
                as: first.owner.viewer
            )
            for (person, code) in [
                (first.member, "INVALID_TRANSITION"), (first.owner, "INVALID_TRANSITION"),
                (fixture.second.member, "NOT_FOUND"),
            ] {
                let input: JSONObject = ["memberId": person.memberGlobalID]
                let payload = try await fixture.mutate("adminGrant", input, as: first.owner.viewer)
                #expect(payload["userErrors"] == [["code": .string(code), "path": ["input", "memberId"]]])
            }
            let none = try await fixture.mutate(
                "adminRevoke",
                ["memberId": first.manager.memberGlobalID],
                as: first.owner.viewer
            )
            #expect(none.userErrorCodes == ["INVALID_TRANSITION"])
        }
    }

    @Test func grantsAreListedLiveOnesFirst() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            for person in [first.manager, first.member] {
                _ = try await fixture.mutate("adminGrant", ["memberId": person.memberGlobalID], as: first.owner.viewer)
            }
            _ = try await fixture.mutate(
                "adminRevoke",
                ["memberId": first.admin.memberGlobalID],
                as: first.owner.viewer
            )
            let document = """
                query ($first: Int, $after: String) { organization { admins(first: $first, after: $after) {
                  totalCount nodes { id member { id } revokedAt } pageInfo { hasNextPage endCursor } } } }
                """
            let whole = try await fixture.data(document, as: first.owner.viewer).at("organization.admins")
            #expect(whole?["totalCount"] == 3)
            let nodes = whole?["nodes"]?.arrayValue ?? []
            let people = [first.member, first.manager, first.admin].map(\.memberGlobalID)
            #expect(nodes.compactMap { $0["member"]?["id"] } == people)
            var walked: [JSONValue] = []
            var after = JSONValue.null
            repeat {
                let variables: JSONObject = ["first": 1, "after": after]
                let page = try await fixture.data(document, variables, as: first.owner.viewer).at("organization.admins")
                walked += page?["nodes"]?.arrayValue ?? []
                after = page?.at("pageInfo.hasNextPage") == true ? page?.at("pageInfo.endCursor") ?? .null : .null
            } while after != .null
            #expect(walked == nodes)
            let id = try #require(nodes[2]["id"])
            let node = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { id ... on AdminGrant { revokedAt } } }",
                ["id": id],
                as: first.admin.viewer(role: .member, epoch: 2)
            )
            #expect(node.at("node.id") == id)
            let foreign = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { id } }",
                ["id": id],
                as: fixture.second.owner.viewer
            )
            #expect(foreign["node"] == .null)
        }
    }

    /// The organization's row is locked first, so that neither deadlocks nor violated constraints come out.
    @Test func ofManyGrantsAndRevocationsAtOnceEachIsAnsweredAlike() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let first = fixture.first
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<24 {
                    group.addTask {
                        let person = number % 3 == 0 ? first.manager : first.member
                        return try await fixture.mutate(
                            number % 2 == 0 ? "adminGrant" : "adminRevoke",
                            ["memberId": person.memberGlobalID],
                            as: first.owner.viewer
                        ).codes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.allSatisfy { $0.isEmpty || $0 == ["INVALID_TRANSITION"] }, "\(codes)")
            let done = codes.count { $0.isEmpty }
            #expect(try fixture.auditRows("adminGrant").count + fixture.auditRows("adminRevoke").count == done)
            let live = try fixture.owner().query(
                """
                SELECT count(*) FROM organization_admins WHERE organization_id = $1 AND revoked_at IS NULL
                GROUP BY member_id
                """,
                [.uuid(first.id)]
            )
            #expect(live.allSatisfy { $0.int64(0) == 1 })
        }
    }
}
