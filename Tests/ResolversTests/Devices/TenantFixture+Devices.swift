import Auth
import JSON
import Postgres
import Resolvers
import Schema
import Testing

/// A device of an organization, with its key.
struct TestDevice: Sendable {
    let id: JSONValue
    let key: String

    var principal: Principal {
        get throws { .device(DeviceCaller(try #require(DeviceKey(key)))) }
    }
}

extension TenantFixture {
    /// Registers a device of the first organization.
    func device(_ name: String = "Gate", kind: String = "BIOMETRIC") async throws -> TestDevice {
        let input: JSONObject = ["name": .string(name), "kind": .string(kind)]
        let payload = try await mutate("deviceCreate", input, "device { id } key", as: first.owner.viewer)
        #expect(payload["userErrors"] == [])
        return TestDevice(
            id: try #require(payload.at("device.id")),
            key: try #require(payload["key"]?.stringValue)
        )
    }

    /// Maps user ids to employees of the first organization.
    func identify(_ users: [(String, TestPerson)], on device: TestDevice?) async throws {
        let items = users.map { user, person -> JSONValue in
            [
                "deviceId": device?.id ?? .null, "externalUserId": .string(user),
                "employeeId": .string(person.employeeGlobalID.description),
            ]
        }
        let payload = try await mutate(
            "deviceIdentitiesSet",
            ["items": .array(items)],
            "failureCount",
            as: first.owner.viewer
        )
        #expect(payload["failureCount"] == 0, "\(payload.text)")
    }
}
