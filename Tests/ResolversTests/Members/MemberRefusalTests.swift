import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// What refusals tell beside their code.
@Suite struct MemberRefusalTests {
    @Test("The last owner stays, and hears who could be next (case 16)") func theLastOwnerHearsWhoCouldBeNext()
        async throws
    {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await fixture.mutate(
                "memberSuspend",
                ["memberId": first.manager.memberGlobalID, "reason": "Why"],
                as: first.owner.viewer
            )
            let fields = "userErrors { code ... on LastOwnerError { candidates { id } } }"
            let candidates: JSONValue = .array([first.admin, first.member].map { ["id": $0.memberGlobalID] })
            let expected: JSONValue = [["code": "LAST_OWNER", "candidates": candidates]]
            let left = try await fixture.data(
                "mutation { memberLeave(input: {}) { \(fields) } }",
                as: first.owner.viewer
            )
            #expect(left.at("memberLeave.userErrors") == expected)
            let removed = try await fixture.data(
                "mutation ($id: ID!) { memberRemove(input: {memberId: $id}) { \(fields) } }",
                ["id": first.owner.memberGlobalID],
                as: first.admin.viewer
            )
            #expect(removed.at("memberRemove.userErrors") == expected)
        }
    }

    @Test func aRefusedTransitionTellsWhatCanFollow() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                mutation ($id: ID!) { memberActivate(input: {memberId: $id}) {
                    userErrors { code path ... on TransitionError { from to allowed } } } }
                """
            let id = fixture.first.member.memberGlobalID
            let data = try await fixture.data(document, ["id": id], as: fixture.first.owner.viewer)
            let expected: JSONValue = [
                [
                    "code": "INVALID_TRANSITION", "path": ["input", "memberId"], "from": "ACTIVE", "to": "ACTIVE",
                    "allowed": ["DEACTIVATED", "SUSPENDED"],
                ]
            ]
            #expect(data.at("memberActivate.userErrors") == expected)
        }
    }
}
