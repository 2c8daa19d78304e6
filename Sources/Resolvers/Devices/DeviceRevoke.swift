import JSON
import Postgres
import Schema
import Time

/// Takes a device's key away for good.
enum DeviceRevoke: EntityMutation {
    typealias Entity = DeviceRow

    static let payloadTypeName = "DeviceRevokePayload"
    static let entityField = "device"

    static func run(_ input: DeviceRevokeInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let now = context.request.now
        let outcome = try await DeviceChange.run(
            input.deviceId,
            "deviceRevoke",
            ["revokedAt": .string(now.description)],
            context
        ) {
            revoke(.uuid($0), .timestamp(now))
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static let revoke = Statement<TenantScope>(
        "revoke device",
        """
        UPDATE devices AS g SET revoked_at = $3, version = g.version + 1 WHERE g.organization_id = $1 AND g.id = $2
        RETURNING \(DeviceRow.columns)
        """
    )
}
