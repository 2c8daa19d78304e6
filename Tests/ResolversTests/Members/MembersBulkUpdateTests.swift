import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct MembersBulkUpdateTests {
    private static let fields = """
        successCount failureCount applied
        results { index clientRef member { title accessState } userErrors { code path } }
        """

    private func update(
        _ items: [JSONObject],
        _ fixture: TenantFixture,
        _ options: JSONObject = [:],
        as viewer: Viewer
    ) async throws -> JSONValue {
        var input = options
        input["items"] = .array(items.map(JSONValue.object))
        return try await fixture.mutate("membersBulkUpdate", input, Self.fields, as: viewer)
    }

    @Test func everyItemHasItsResult() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let auditor = try fixture.role("auditor", ["audit.read"])
            let payload = try await update(
                [
                    [
                        "clientRef": "a", "memberId": first.member.memberGlobalID, "title": "Clerk",
                        "roleIds": [auditor],
                    ],
                    ["memberId": first.manager.memberGlobalID, "accessState": "DEACTIVATED"],
                    ["memberId": first.owner.memberGlobalID, "accessState": "SUSPENDED"],
                    ["memberId": fixture.second.member.memberGlobalID, "title": "x"],
                    ["memberId": first.member.memberGlobalID, "title": "y"],
                    ["memberId": first.admin.memberGlobalID, "expectedVersion": 9],
                ],
                fixture,
                as: first.admin.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["successCount"] == 2)
            #expect(payload["failureCount"] == 4)
            #expect(payload["applied"] == true)
            let results = payload["results"]?.arrayValue ?? []
            #expect(results.map { $0["index"] } == (0..<6).map { .int($0) })
            #expect(results[0]["clientRef"] == "a")
            #expect(results[0]["member"] == ["title": "Clerk", "accessState": "ACTIVE"])
            #expect(results[1]["member"]?["accessState"] == "DEACTIVATED")
            #expect(results[2]["userErrors"] == [["code": "LAST_OWNER", "path": ["input", "items", "2", "memberId"]]])
            #expect(results[3]["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "items", "3", "memberId"]]])
            #expect(results[4].userErrorCodes == ["DUPLICATE_IN_BATCH"])
            #expect(results[5].userErrorCodes == ["STALE_VERSION"])
            #expect(results[2...].allSatisfy { $0["member"] == .null })
            #expect(try fixture.auditRows("membersBulkUpdate").count == 2)
        }
    }

    @Test func nothingIsAppliedWhereOneFails() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let items: [JSONObject] = [
                ["memberId": first.member.memberGlobalID, "title": "Clerk"],
                ["memberId": first.owner.memberGlobalID, "title": "Clerk"],
            ]
            let rejected = try await update(
                items,
                fixture,
                ["errorPolicy": "REJECT_EVERYTHING"],
                as: first.admin.viewer
            )
            #expect(rejected["applied"] == false)
            #expect(rejected["successCount"] == 0)
            #expect(rejected["results"]?.arrayValue?.map(\.userErrorCodes) == [["BATCH_ABORTED"], ["FORBIDDEN"]])
            let titles = try fixture.owner().query("SELECT FROM organization_members WHERE title IS NOT NULL")
            #expect(titles.isEmpty)
            #expect(try fixture.auditRows("membersBulkUpdate").isEmpty)
        }
    }

    @Test func accessNeedsItsOwnPermission() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try fixture.role("helper", ["member.update"], of: [first.manager])
            let viewer = first.manager.viewer(role: .member, customPermissions: [.memberUpdate])
            let payload = try await update(
                [["memberId": first.member.memberGlobalID, "accessState": "SUSPENDED", "title": "x"]],
                fixture,
                as: viewer
            )
            let path: JSONValue = ["input", "items", "0", "accessState"]
            #expect(payload["results"]?[0]?["userErrors"] == [["code": "FORBIDDEN", "path": path]])
        }
    }

    @Test func aBatchHasABound() async throws {
        try await TenantFixture.with { fixture in
            let items = (0..<201).map { _ -> JSONObject in ["memberId": "x", "title": "y"] }
            let payload = try await update(items, fixture, as: fixture.first.owner.viewer)
            #expect(payload["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
            #expect(payload["results"] == [])
            let none = try await update([], fixture, as: fixture.first.owner.viewer)
            #expect(none["applied"] == true)
        }
    }

    @Test func moreItemsTakeNoMoreStatements() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let auditor = try fixture.role("auditor", ["audit.read"])
            func item(_ person: TestPerson, _ state: String) -> JSONObject {
                ["memberId": person.memberGlobalID, "title": "T", "roleIds": [auditor], "accessState": .string(state)]
            }
            let one = try await fixture.statements.during {
                _ = try await update([item(first.member, "DEACTIVATED")], fixture, as: first.owner.viewer)
            }
            let many = try await fixture.statements.during {
                let people = [item(first.manager, "SUSPENDED"), item(first.admin, "DEACTIVATED")]
                let payload = try await update(
                    people + [["memberId": first.member.memberGlobalID, "roleIds": [], "accessState": "ACTIVE"]],
                    fixture,
                    as: first.owner.viewer
                )
                #expect(payload["successCount"] == 3)
            }
            // The grant of the admin ends, and roles are taken: these two are new.
            #expect(many.count == one.count + 2)
            #expect(Set(many).subtracting(one) == ["revoke admins", "remove custom roles"])
        }
    }
}
