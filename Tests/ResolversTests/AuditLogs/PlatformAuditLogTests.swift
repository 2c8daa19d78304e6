import Auth
import JSON
import Resolvers
import Schema
import Testing

@Suite struct PlatformAuditLogTests {
    private static let document = """
        query ($filter: AuditLogFilter) {
          platform { auditLogs(filter: $filter) {
            totalCount nodes { action actor { id } entityId entity { id } newValues } } }
        }
        """

    @Test func platformAdministratorsReadTheLogsOfAll() async throws {
        try await TenantFixture.with { fixture in
            let administrator = try TestPlatformAdmin(fixture)
            for (person, name) in [(fixture.first.owner, "Sales"), (fixture.second.owner, "Legal")] {
                _ = try await fixture.mutate("departmentCreate", ["name": .string(name)], as: person.viewer)
            }
            let data = try await fixture.data(Self.document, as: administrator.viewer)
            let page = try #require(data["platform"]?["auditLogs"])
            #expect(page["totalCount"] == 2)
            let actors = [fixture.second.owner, fixture.first.owner]
                .map { JSONValue.string(GlobalID(.user, $0.userID).description) }
            #expect(page["nodes"]?.arrayValue?.map { $0["actor"]?["id"] } == actors)
            #expect(page["nodes"]?.arrayValue?.map { $0["newValues"]?["name"] } == ["Legal", "Sales"])
            #expect(page["nodes"]?.arrayValue?.map { $0["entity"] } == [.null, .null])
            #expect(try fixture.platformActions() == ["platform.auditLogs"])
            let filter: JSONValue = ["actorId": ["eq": actors[1]]]
            let narrowed = try await fixture.data(Self.document, ["filter": filter], as: administrator.viewer)
            #expect(narrowed["platform"]?["auditLogs"]?["totalCount"] == 1)
        }
    }

    @Test func ownersReadNoOtherLog() async throws {
        try await TenantFixture.with { fixture in
            let response = try await fixture.execute(Self.document, as: fixture.first.owner.viewer)
            #expect(response.errorCode == "FORBIDDEN")
            #expect(response["data"] == ["platform": .null])
        }
    }
}
