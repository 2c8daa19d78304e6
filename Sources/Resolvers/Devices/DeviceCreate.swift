import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema

/// Registers a device and makes its key.
enum DeviceCreate: DeviceKeyMutation {
    static let payloadTypeName = "DeviceCreatePayload"
    static let maximumNameLength = 200

    static func run(_ input: DeviceCreateInput, _ context: ResolverContext) async throws -> DeviceKeyPayload<Self> {
        DeviceKeyPayload(outcome: try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: DeviceCreateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<KeyedDevice> {
        var errors = InputErrors(path: ["input"])
        let name = errors.required(input.name, "name", maximumLength: maximumNameLength)
        let locationID = errors.key(input.locationId, .workLocation, "locationId")
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        let tenant = try context.tenant()
        let key = DeviceKey.random(organizationID: tenant.organizationID)
        return try await context.mutate { transaction in
            let id = UUID()
            let entry = AuditEntry(
                action: "deviceCreate",
                entityType: DeviceRow.typeName,
                entityID: id,
                newValues: [
                    "name": .string(name), "kind": .string(input.kind.rawValue), "locationId": .optional(locationID),
                ]
            )
            let device = insert(
                .uuid(id),
                .text(name),
                .text(input.kind.rawValue.lowercased()),
                .bytes(key.hash),
                .uuid(tenant.viewer.claims.userID),
                .optional(locationID)
            )
            let results = try await transaction.pipeline([
                LiveReference.workLocation.lock(locationID.map { [$0] } ?? []), device, try context.audit(entry),
            ])
            guard let row = results[1].first else {
                throw UserErrors.notFound("work location", path: ["input", "locationId"])
            }
            return KeyedDevice(device: DeviceRow(row), key: key.text)
        }
    }

    /// Gives nothing where there is no such location.
    private static let insert = Statement<TenantScope>(
        "insert device",
        """
        INSERT INTO devices AS g (organization_id, id, name, kind, key_hash, created_by, location_id)
        SELECT $1, $2, $3, $4, $5, $6, $7
        WHERE $7::uuid IS NULL OR EXISTS (
          SELECT FROM work_locations w WHERE w.organization_id = $1 AND w.id = $7 AND w.deleted_at IS NULL)
        RETURNING \(DeviceRow.columns)
        """
    )
}
