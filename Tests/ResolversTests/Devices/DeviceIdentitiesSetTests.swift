import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct DeviceIdentitiesSetTests {
    private static let fields = """
        successCount failureCount applied
        results { index clientRef userErrors { code path }
          deviceIdentity { id externalUserId employee { id } device { id } } }
        """

    private func set(
        _ items: [JSONObject],
        _ fixture: TenantFixture,
        policy: JSONValue = "REJECT_FAILED_ROWS"
    ) async throws -> JSONValue {
        let input: JSONObject = ["items": .array(items.map(JSONValue.object)), "errorPolicy": policy]
        return try await fixture.mutate("deviceIdentitiesSet", input, Self.fields, as: fixture.first.owner.viewer)
    }

    private func item(_ user: String, _ person: TestPerson, _ device: JSONValue = .null) -> JSONObject {
        [
            "clientRef": .string("ref \(user)"), "deviceId": device, "externalUserId": .string(user),
            "employeeId": .string(person.employeeGlobalID.description),
        ]
    }

    @Test func mapsUsersOfOneDeviceAndOfEvery() async throws {
        try await TenantFixture.with { fixture in
            let (gate, door) = (try await fixture.device("Gate"), try await fixture.device("Door"))
            let (member, manager) = (fixture.first.member, fixture.first.manager)
            let payload = try await set([item("7", member, gate.id), item("8", manager)], fixture)
            #expect(payload["successCount"] == 2 && payload["applied"] == true)
            let first = payload["results"]?[0]
            #expect(first?["clientRef"] == "ref 7")
            #expect(first?.at("deviceIdentity.employee.id") == .string(member.employeeGlobalID.description))
            #expect(first?.at("deviceIdentity.device.id") == gate.id)
            #expect(payload["results"]?[1]?.at("deviceIdentity.device") == .null)

            let list = """
                { organization { devices { nodes { name identities { totalCount nodes { externalUserId } } } } } }
                """
            let data = try await fixture.data(list, as: fixture.first.owner.viewer)
            let nodes = data.at("organization.devices.nodes")
            #expect(nodes?[0]?.at("identities.nodes") == [["externalUserId": "8"]])
            #expect(nodes?[1]?.at("identities.nodes") == [["externalUserId": "7"], ["externalUserId": "8"]])
            #expect(nodes?[1]?.at("identities.totalCount") == 2)

            // Another employee for the same user is a change of the same mapping.
            let changed = try await set([item("7", manager, gate.id), item("7", member, door.id)], fixture)
            #expect(changed["results"]?[0]?.at("deviceIdentity.id") == first?.at("deviceIdentity.id"))
            #expect(changed["results"]?[1]?.at("deviceIdentity.id") != first?.at("deviceIdentity.id"))
            let audit = try fixture.auditRows("deviceIdentitiesSet")
            #expect(audit.count == 4)
            #expect(audit.count { $0.old?.contains(member.employeeID.uuidString.lowercased()) == true } == 1)
        }
    }

    @Test func everyItemHasItsErrors() async throws {
        try await TenantFixture.with { fixture in
            let gate = try await fixture.device()
            let items = [
                item("7", fixture.first.member, gate.id), item("7", fixture.first.manager, gate.id),
                item(" ", fixture.first.member), item("9", fixture.second.member), item("9", fixture.first.member, "x"),
            ]
            let payload = try await set(items, fixture)
            #expect(payload["successCount"] == 1 && payload["failureCount"] == 4)
            let codes = payload["results"]?.arrayValue?.map(\.userErrorCodes)
            #expect(codes == [[], ["DUPLICATE_IN_BATCH"], ["REQUIRED"], ["NOT_FOUND"], ["NOT_FOUND"]])
            #expect(payload["results"]?[3]?["userErrors"]?[0]?["path"] == ["input", "items", "3", "employeeId"])
            #expect(payload["results"]?[4]?["userErrors"]?[0]?["path"] == ["input", "items", "4", "deviceId"])

            let mixed = [item("1", fixture.first.admin), items[3]]
            let rejected = try await set(mixed, fixture, policy: "REJECT_EVERYTHING")
            #expect(rejected["applied"] == false && rejected["successCount"] == 0)
            #expect(rejected["results"]?.arrayValue?.map(\.userErrorCodes) == [["BATCH_ABORTED"], ["NOT_FOUND"]])
            #expect(try fixture.owner().query("SELECT FROM employee_device_identities").count == 1)
        }
    }

    @Test func aBatchHasABoundAndItsSizeCostsNothing() async throws {
        try await TenantFixture.with { fixture in
            let one = try await fixture.statements.during {
                _ = try await set([item("a", fixture.first.member)], fixture)
            }
            let many = try await fixture.statements.during {
                let payload = try await set((1...200).map { item("\($0)", fixture.first.member) }, fixture)
                #expect(payload["successCount"] == 200)
            }
            #expect(one.count == many.count)
            let large = try await set((1...201).map { item("\($0)", fixture.first.member) }, fixture)
            #expect(large["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
        }
    }

    /// Batches in opposite order would block each other if each took its rows in its own.
    @Test func batchesOfTheSameUsersWaitForEachOther() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let items = (1...30).map { item("\($0)", $0 % 2 == 0 ? fixture.first.member : fixture.first.manager) }
            try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for index in 0..<8 {
                    group.addTask { try await set(index % 2 == 0 ? items : items.reversed(), fixture) }
                }
                for try await payload in group { #expect(payload["successCount"] == 30, "\(payload.text)") }
            }
            #expect(try fixture.owner().query("SELECT FROM employee_device_identities").count == 30)
        }
    }
}
