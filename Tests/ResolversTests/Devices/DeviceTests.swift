import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct DeviceTests {
    @Test func aKeyIsShownOnceAndStoredAsAHash() async throws {
        try await TenantFixture.with { fixture in
            let input: JSONObject = ["name": " Gate ", "kind": "SYNC_AGENT", "clientMutationId": "c"]
            let fields = "device { id name kind createdAt revokedAt lastSeenAt lastSequence } key clientMutationId"
            let payload = try await fixture.mutate("deviceCreate", input, fields, as: fixture.first.admin.viewer)
            #expect(payload["clientMutationId"] == "c")
            #expect(payload.at("device.name") == "Gate")
            #expect(payload.at("device.kind") == "SYNC_AGENT")
            #expect(payload.at("device.revokedAt") == .null && payload.at("device.lastSeenAt") == .null)
            let key = try #require(DeviceKey(payload["key"]?.stringValue ?? ""))
            #expect(key.organizationID == fixture.first.id)
            let rows = try fixture.owner().query("SELECT key_hash = $1, d::text FROM devices d", [.bytes(key.hash)])
            #expect(rows.count == 1 && rows[0].bool(0))
            #expect(!rows[0].string(1).contains(key.text))
            #expect(try fixture.auditRows("deviceCreate").count == 1)
        }
    }

    @Test func aDeviceNeedsAName() async throws {
        try await TenantFixture.with { fixture in
            for (name, code) in [("  ", "REQUIRED"), (String(repeating: "x", count: 201), "TOO_LONG")] {
                let input: JSONObject = ["name": .string(name), "kind": "KIOSK"]
                let payload = try await fixture.mutate("deviceCreate", input, "key", as: fixture.first.owner.viewer)
                #expect(payload["userErrors"] == [["code": .string(code), "path": ["input", "name"]]])
                #expect(payload["key"] == .null)
            }
        }
    }

    @Test func aDeviceStandsSomewhere() async throws {
        try await TenantFixture.with { fixture in
            let id = UUID()
            _ = try fixture.owner().query(
                "INSERT INTO work_locations (organization_id, id, name, time_zone) VALUES ($1, $2, 'Depot', 'UTC')",
                [.uuid(fixture.first.id), .uuid(id)]
            )
            let input: JSONObject = [
                "name": "Gate", "kind": "KIOSK", "locationId": .string(GlobalID(.workLocation, id).description),
            ]
            let fields = "device { location { name } } key"
            let payload = try await fixture.mutate("deviceCreate", input, fields, as: fixture.first.owner.viewer)
            #expect(payload.at("device.location.name") == "Depot")
            let foreign = try await fixture.mutate("deviceCreate", input, fields, as: fixture.second.owner.viewer)
            #expect(foreign["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "locationId"]]])
            #expect(foreign["key"] == .null)
            #expect(try fixture.owner().query("SELECT FROM devices").count == 1)
        }
    }

    @Test func devicesAreListedByNameAndFoundById() async throws {
        try await TenantFixture.with { fixture in
            let gate = try await fixture.device("gate")
            let door = try await fixture.device("Door")
            let list = "{ organization { devices { totalCount nodes { id name } } } }"
            let data = try await fixture.data(list, as: fixture.first.owner.viewer)
            #expect(data.at("organization.devices.totalCount") == 2)
            let nodes: JSONValue = [["id": door.id, "name": "Door"], ["id": gate.id, "name": "gate"]]
            #expect(data.at("organization.devices.nodes") == nodes)
            let node = "query ($id: ID!) { node(id: $id) { ... on Device { name } } }"
            let own = try await fixture.data(node, ["id": gate.id], as: fixture.first.owner.viewer)
            #expect(own.at("node.name") == "gate")
            let foreign = try await fixture.data(node, ["id": gate.id], as: fixture.second.owner.viewer)
            #expect(foreign["node"] == .null)
            let member = try await fixture.execute(node, ["id": gate.id], as: fixture.first.member.viewer)
            #expect(member.errorCode == "FORBIDDEN")
        }
    }

    @Test func aReplacedKeyStopsWorking() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            let input: JSONObject = ["deviceId": device.id]
            let payload = try await fixture.mutate(
                "deviceRotateKey",
                input,
                "device { id } key",
                as: fixture.first.owner.viewer
            )
            let new = TestDevice(id: device.id, key: try #require(payload["key"]?.stringValue))
            #expect(payload.at("device.id") == device.id)
            #expect(try await fixture.refusal(of: device) == .unauthenticated)
            #expect(try await fixture.refusal(of: new) == nil)
            let audit = try fixture.auditRows("deviceRotateKey")
            #expect(audit.count == 1 && audit[0].new?.contains(new.key) == false)
        }
    }

    @Test func aRevokedDeviceIsLeftAlone() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            let input: JSONObject = ["deviceId": device.id]
            let owner = fixture.first.owner.viewer
            let foreign = try await fixture.mutate("deviceRevoke", input, as: fixture.second.owner.viewer)
            #expect(foreign["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "deviceId"]]])
            #expect(try await fixture.refusal(of: device) == nil)
            let payload = try await fixture.mutate("deviceRevoke", input, "device { revokedAt }", as: owner)
            #expect(payload.at("device.revokedAt")?.stringValue != nil)
            #expect(try await fixture.refusal(of: device) == .unauthenticated)
            for name in ["deviceRevoke", "deviceRotateKey"] {
                let again = try await fixture.mutate(name, input, as: owner)
                #expect(again["userErrors"] == [["code": "INVALID_TRANSITION", "path": ["input", "deviceId"]]])
            }
            #expect(try fixture.auditRows("deviceRevoke").count == 1)
        }
    }
}

extension TenantFixture {
    /// Why the check of a device's key fails; nil where it passes.
    func refusal(of device: TestDevice, isMutation: Bool = true) async throws -> ViewerRefusal? {
        let key = try #require(DeviceKey(device.key))
        var scope = TenantScope(organizationID: key.organizationID, userID: nil)
        scope.viewerCheck = DeviceCaller(key).check(isMutation: isMutation, now: .now())
        let nothing = Statement<TenantScope>("nothing", "SELECT $1::uuid")
        do throws(DatabaseError) {
            _ = try await database.transaction(in: scope) { (transaction) throws(DatabaseError) in
                try await transaction.run(nothing())
            }
            return nil
        } catch {
            return try #require(ViewerRefusal(error), "\(error)")
        }
    }
}
