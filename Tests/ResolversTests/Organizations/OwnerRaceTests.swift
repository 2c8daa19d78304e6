import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Whatever happens at once, an organization has one owner, who is active, and admins are active members.
@Suite struct OwnerRaceTests {
    private static let password = "vq8 Kp2 zx!"

    /// A mutation, its input and its caller.
    private typealias Call = (name: String, input: JSONObject, viewer: Viewer)

    /// What each call came to: the error's code, the user errors' codes, or "done".
    private static func run(_ calls: [Call], _ fixture: TenantFixture) async throws -> [String] {
        try await withThrowingTaskGroup(of: String.self) { group in
            for call in calls {
                group.addTask {
                    let response = try await fixture.response(call.name, call.input, as: call.viewer)
                    let codes = response["data"]?[call.name]?.userErrorCodes ?? []
                    return response.errorCode ?? (codes.isEmpty ? "done" : codes.joined(separator: " "))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Of the first organization: the live ownerships, those of active members, and the live grants of others.
    private static func standing(_ fixture: TenantFixture) throws -> [Int] {
        let row = try fixture.owner().query(
            """
            SELECT (SELECT count(*) FROM organization_owners w WHERE w.organization_id = $1 AND w.ended_at IS NULL),
                   (SELECT count(*) FROM organization_owners w
                    JOIN organization_members m ON m.organization_id = $1 AND m.id = w.member_id
                    JOIN user_state u ON u.user_id = m.user_id
                    WHERE w.organization_id = $1 AND w.ended_at IS NULL AND m.is_active AND u.state = 'active'),
                   (SELECT count(*) FROM organization_admins g
                    JOIN organization_members m ON m.organization_id = $1 AND m.id = g.member_id
                    WHERE g.organization_id = $1 AND g.revoked_at IS NULL AND NOT m.is_active)
            """,
            [.uuid(fixture.first.id)]
        )[0]
        return [row.int(0), row.int(1), row.int(2)]
    }

    @Test(arguments: ["memberRemove", "memberDeactivate", "memberSuspend", "memberLeave", "platformUserArchive"])
    func theNextOwnerLeavesWhileTheyBecomeIt(ending: String) async throws {
        var accounts = AccountConfiguration(publicURL: "http://localhost")
        accounts.failureLimitPerAccount = 1_000
        accounts.attemptLimitPerAddressPerMinute = 1_000
        try await TenantFixture.with(poolSize: 8, accounts: accounts) { fixture in
            let (owner, next) = (fixture.first.owner, fixture.first.admin)
            try await fixture.setPassword(Self.password, of: owner)
            let transfer: JSONObject = ["memberId": next.memberGlobalID, "password": .string(Self.password)]
            let platform = try TestPlatformAdmin(fixture).viewer
            let end: Call =
                switch ending {
                case "memberLeave": (ending, [:], next.viewer)
                case "platformUserArchive":
                    (ending, ["userId": .string(GlobalID(.user, next.userID).description), "reason": "Why"], platform)
                default: (ending, ["memberId": next.memberGlobalID, "reason": "Why"], owner.viewer)
                }
            let calls = (0..<24).map { number -> Call in
                number % 2 == 0 ? ("organizationTransferOwnership", transfer, owner.viewer) : end
            }
            let outcomes = try await Self.run(calls, fixture)
            let known = ["done", "TOKEN_STALE", "NOT_FOUND", "INVALID_TRANSITION", "LAST_OWNER", "UNAUTHENTICATED"]
            #expect(outcomes.allSatisfy(known.contains), "\(outcomes)")
            #expect(outcomes.count { $0 == "done" } == 1, "\(outcomes)")
            #expect(try Self.standing(fixture) == [1, 1, 0])
        }
    }

    @Test("A member becomes admin while they go: the grant ends with the membership (case 19)")
    func aMemberBecomesAdminWhileTheyGo() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let (owner, member) = (fixture.first.owner, fixture.first.member)
            let id: JSONObject = ["memberId": member.memberGlobalID]
            let calls = (0..<24).map { number -> Call in
                switch number % 3 {
                case 0: ("adminGrant", id, owner.viewer)
                case 1: ("memberRemove", id, owner.viewer)
                default: ("memberLeave", [:], member.viewer)
                }
            }
            let outcomes = try await Self.run(calls, fixture)
            let known = ["done", "TOKEN_STALE", "NOT_FOUND", "INVALID_TRANSITION"]
            #expect(outcomes.allSatisfy(known.contains), "\(outcomes)")
            #expect(try Self.standing(fixture) == [1, 1, 0])
            let ended = try fixture.owner().query(
                "SELECT 1 FROM organization_members WHERE id = $1 AND ended_at IS NOT NULL",
                [.uuid(member.memberID)]
            )
            #expect(ended.count == 1)
        }
    }
}
