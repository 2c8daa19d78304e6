import Auth
import JSON
import Postgres
import Schema
import Time

/// Replaces a device's key; the old one stops working.
enum DeviceRotateKey: DeviceKeyMutation {
    static let payloadTypeName = "DeviceRotateKeyPayload"

    static func run(_ input: DeviceRotateKeyInput, _ context: ResolverContext) async throws -> DeviceKeyPayload<Self> {
        let key = DeviceKey.random(organizationID: try context.tenant().organizationID)
        let outcome = try await DeviceChange.run(
            input.deviceId,
            "deviceRotateKey",
            ["keyReplacedAt": .string(context.request.now.description)],
            context
        ) {
            replace(.uuid($0), .bytes(key.hash))
        }
        return DeviceKeyPayload(
            outcome: outcome.map { KeyedDevice(device: $0, key: key.text) },
            clientMutationId: input.clientMutationId
        )
    }

    private static let replace = Statement<TenantScope>(
        "replace device key",
        """
        UPDATE devices AS g SET key_hash = $3, version = g.version + 1 WHERE g.organization_id = $1 AND g.id = $2
        RETURNING \(DeviceRow.columns)
        """
    )
}
