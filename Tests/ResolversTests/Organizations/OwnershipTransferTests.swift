import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct OwnershipTransferTests {
    private static let password = "vq8 Kp2 zx!"
    private static let document = """
        mutation ($input: OrganizationTransferOwnershipInput!) {
          payload: organizationTransferOwnership(input: $input) {
            organization { version owner { id } }
            previousOwner { id role user { displayName } }
            newOwner { id role }
            userErrors { code path }
          }
        }
        """

    private static func input(_ member: UUID, _ more: JSONObject = [:]) -> JSONObject {
        var input: JSONObject = [
            "memberId": .string(GlobalID(.member, member).description), "password": .string(password),
        ]
        for item in more { input[item.key] = item.value }
        return ["input": .object(input)]
    }

    /// The first organization's owner has a password.
    private func with(poolSize: Int = 4, _ body: (TenantFixture) async throws -> Void) async throws {
        var accounts = AccountConfiguration(publicURL: "http://localhost")
        accounts.failureLimitPerAccount = poolSize > 4 ? 1_000 : 5
        accounts.attemptLimitPerAddressPerMinute = 1_000
        try await TenantFixture.with(poolSize: poolSize, accounts: accounts) { fixture in
            try await fixture.setPassword(Self.password, of: fixture.first.owner)
            try await body(fixture)
        }
    }

    @Test func theOrganizationChangesHands() async throws {
        try await with { fixture in
            let (owner, admin) = (fixture.first.owner, fixture.first.admin)
            let payload = try await fixture.data(Self.document, Self.input(admin.memberID), as: owner.viewer)["payload"]
            #expect(payload?["userErrors"] == [])
            let id = JSONValue.string(GlobalID(.member, admin.memberID).description)
            #expect(payload?["organization"] == ["version": 2, "owner": ["id": id]])
            #expect(payload?["newOwner"] == ["id": id, "role": "OWNER"])
            #expect(payload?["previousOwner"]?["role"] == "ADMIN")
            for person in [owner, admin] {
                let response = try await fixture.execute("{ organization { name } }", as: person.viewer)
                #expect(response.errorCode == "TOKEN_STALE")
            }
            let rows = try fixture.owner().query(
                """
                SELECT member_id, ended_at IS NULL, transferred_by FROM organization_owners
                WHERE organization_id = $1 ORDER BY ended_at NULLS LAST
                """,
                [.uuid(fixture.first.id)]
            )
            #expect(rows.map { $0.uuid(0) } == [owner.memberID, admin.memberID])
            #expect(rows.map { $0.bool(1) } == [false, true])
            #expect(rows.map { $0.optionalUUID(2) } == [nil, owner.userID])
            let audit = try fixture.owner().query(
                "SELECT new_values::text FROM audit_logs WHERE action = 'organizationTransferOwnership'"
            )
            #expect(audit.count == 1)
            #expect(!audit[0].string(0).contains(Self.password))
        }
    }

    @Test func theHistoryIsTold() async throws {
        try await with { fixture in
            let (owner, admin) = (fixture.first.owner, fixture.first.admin)
            let input = Self.input(admin.memberID, ["demoteTo": "MEMBER"])
            let payload = try await fixture.data(Self.document, input, as: owner.viewer)["payload"]
            #expect(payload?["previousOwner"]?["role"] == "MEMBER")
            let data = try await fixture.data(
                "{ organization { ownershipHistory { member { id } to transferredBy { id } } } }",
                as: fixture.first.member.viewer
            )
            let periods = try #require(data["organization"]?["ownershipHistory"]?.arrayValue)
            let members = [admin, owner].map { JSONValue.string(GlobalID(.member, $0.memberID).description) }
            #expect(periods.map { $0["member"]?["id"] } == members)
            #expect(periods.map { $0["to"] == .null } == [true, false])
            #expect(periods[0]["transferredBy"] == ["id": .string(GlobalID(.user, owner.userID).description)])
            #expect(periods[1]["transferredBy"] == .null)
        }
    }

    @Test func refusals() async throws {
        try await with { fixture in
            let owner = fixture.first.owner
            let inactive = fixture.first.member.memberID
            try fixture.owner().execute(
                "UPDATE organization_members SET access_state = 'suspended' WHERE id = '\(inactive)'"
            )
            let cases: [(JSONObject, String, String)] = [
                (Self.input(fixture.second.admin.memberID), "NOT_FOUND", "memberId"),
                (Self.input(UUID()), "NOT_FOUND", "memberId"),
                (Self.input(owner.memberID), "INVALID_TRANSITION", "memberId"),
                (Self.input(inactive), "INVALID_TRANSITION", "memberId"),
                (Self.input(fixture.first.admin.memberID, ["demoteTo": "OWNER"]), "INVALID", "demoteTo"),
                (Self.input(fixture.first.admin.memberID, ["password": "no"]), "INVALID_CREDENTIALS", "password"),
            ]
            for (input, code, field) in cases {
                let payload = try await fixture.data(Self.document, input, as: owner.viewer)["payload"]
                #expect(payload?.userErrorCodes == [code])
                #expect(payload?["userErrors"]?[0]?["path"] == ["input", .string(field)])
                #expect(payload?["organization"] == .null)
            }
            for person in [fixture.first.admin, fixture.first.manager] {
                let input = Self.input(fixture.first.admin.memberID)
                #expect(try await fixture.execute(Self.document, input, as: person.viewer).errorCode == "FORBIDDEN")
            }
        }
    }

    @Test func somebodySuspendedEverywhereDoesNotBecomeOwner() async throws {
        try await with { fixture in
            let admin = fixture.first.admin
            _ = try fixture.owner().query(
                "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(admin.userID)]
            )
            let input = Self.input(admin.memberID)
            let payload = try await fixture.data(Self.document, input, as: fixture.first.owner.viewer)["payload"]
            #expect(payload?.userErrorCodes == ["INVALID_TRANSITION"])
        }
    }

    @Test func wrongPasswordsAreCounted() async throws {
        try await with { fixture in
            let wrong = Self.input(fixture.first.admin.memberID, ["password": "no"])
            for _ in 0..<5 {
                let payload = try await fixture.data(Self.document, wrong, as: fixture.first.owner.viewer)["payload"]
                #expect(payload?.userErrorCodes == ["INVALID_CREDENTIALS"])
            }
            let right = Self.input(fixture.first.admin.memberID)
            let payload = try await fixture.data(Self.document, right, as: fixture.first.owner.viewer)["payload"]
            #expect(payload?.userErrorCodes == ["RATE_LIMITED"])
        }
    }

    /// The organization's row is locked first: nobody deadlocks, and one of them is the owner's.
    @Test("Of 24 transfers at once one succeeds (case 17)") func ofTwentyFourAtOnceOneSucceeds() async throws {
        try await with(poolSize: 8) { fixture in
            let candidates = [fixture.first.admin, fixture.first.manager, fixture.first.member].map(\.memberID)
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<24 {
                    group.addTask {
                        let input = Self.input(candidates[number % 3])
                        let viewer = fixture.first.owner.viewer
                        let response = try await fixture.execute(Self.document, input, as: viewer)
                        return response.errorCode ?? response["data"]?["payload"]?["userErrors"]?.text ?? ""
                    }
                }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            #expect(outcomes.count { $0 == "[]" } == 1)
            #expect(outcomes.count { $0 == "TOKEN_STALE" } == 23, "\(outcomes)")
            let rows = try fixture.owner().query(
                "SELECT count(*), count(*) FILTER (WHERE ended_at IS NULL) FROM organization_owners WHERE organization_id = $1",
                [.uuid(fixture.first.id)]
            )
            #expect(rows[0].int(0) == 2)
            #expect(rows[0].int(1) == 1)
        }
    }
}
