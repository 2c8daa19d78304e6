import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Schema
import Testing

@Suite struct InvitationsBulkCreateTests {
    private static let fields = """
        successCount failureCount applied
        results { index clientRef invitation { email } userErrors { code path } }
        """

    private func create(
        _ items: [JSONObject],
        _ fixture: TenantFixture,
        _ options: JSONObject = [:]
    ) async throws -> JSONValue {
        var input = options
        input["items"] = .array(items.map(JSONValue.object))
        return try await fixture.mutate("invitationsBulkCreate", input, Self.fields, as: fixture.first.owner.viewer)
    }

    @Test func everyItemHasItsResult() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await create(
                [
                    ["email": "a@example.com", "clientRef": "a"], ["email": "nobody"],
                    ["email": "o@example.com", "role": "OWNER"], ["email": "O@example.com"],
                    ["email": "b@example.com", "role": "ADMIN"],
                ],
                fixture
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["successCount"] == 2)
            #expect(payload["failureCount"] == 3)
            #expect(payload["applied"] == true)
            let results = payload["results"]?.arrayValue ?? []
            #expect(results[0]["clientRef"] == "a")
            #expect(results[0]["invitation"] == ["email": "a@example.com"])
            #expect(results[1]["userErrors"] == [["code": "INVALID", "path": ["input", "items", "1", "email"]]])
            #expect(results[2].userErrorCodes == ["ROLE_ESCALATION"])
            #expect(results[3].userErrorCodes == ["DUPLICATE_IN_BATCH"])
            #expect(results[3]["invitation"] == .null)
            #expect(try fixture.auditRows("invitationsBulkCreate").count == 2)
            #expect(try await fixture.deliverMail().map(\.to.text).sorted() == ["a@example.com", "b@example.com"])
        }
    }

    @Test func nothingIsAppliedWhereOneFails() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await create(
                [["email": "a@example.com"], ["email": "nobody"]],
                fixture,
                ["errorPolicy": "REJECT_EVERYTHING"]
            )
            #expect(payload["applied"] == false)
            #expect(payload["successCount"] == 0)
            #expect(payload["results"]?.arrayValue?.map(\.userErrorCodes) == [["BATCH_ABORTED"], ["INVALID"]])
            #expect(try fixture.owner().query("SELECT FROM organization_invitations").isEmpty)
            #expect(try fixture.owner().query("SELECT FROM jobs").isEmpty)
        }
    }

    @Test func aBatchHasABound() async throws {
        try await TenantFixture.with { fixture in
            let items = (0..<201).map { index -> JSONObject in ["email": .string("p\(index)@example.com")] }
            let payload = try await create(items, fixture)
            #expect(payload["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
            let none = try await create([], fixture)
            #expect(none["applied"] == true)
        }
    }

    @Test func moreItemsTakeNoMoreStatements() async throws {
        try await TenantFixture.with { fixture in
            let one = try await fixture.statements.during {
                _ = try await create([["email": "a@example.com"]], fixture)
            }
            let many = try await fixture.statements.during {
                let items = (0..<200).map { index -> JSONObject in ["email": .string("p\(index)@example.com")] }
                let payload = try await create(items, fixture)
                #expect(payload["successCount"] == 200)
            }
            #expect(many == one)
            #expect(try fixture.owner().query("SELECT FROM jobs").count == 201)
        }
    }
}
