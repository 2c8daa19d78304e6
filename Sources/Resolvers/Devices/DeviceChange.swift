import FoundationEssentials
import JSON
import Postgres
import Schema

/// Finds and locks the device that a mutation is about, and stores what it changes.
enum DeviceChange {
    /// - Parameters:
    ///   - action: the root field.
    ///   - new: what the audit log says of the change.
    ///   - update: gives a ``DeviceRow``.
    static func run(
        _ id: GlobalID,
        _ action: String,
        _ new: JSONObject,
        _ context: ResolverContext,
        _ update: (UUID) -> BoundStatement<TenantScope>
    ) async throws -> MutationOutcome<DeviceRow> {
        let path = ["input", "deviceId"]
        guard let key = id.key(of: .device) else { return .failure(.notFound("device", path: path)) }
        return try await context.mutate { transaction in
            let found = try await transaction.run(lock(.uuid(key)))
            guard let device = found.first.map(DeviceRow.init) else { throw UserErrors.notFound("device", path: path) }
            guard device.revokedAt == nil else {
                throw UserErrors(.invalidTransition, "The device was revoked.", path: path)
            }
            let audit = try context.audit(
                AuditEntry(action: action, entityType: DeviceRow.typeName, entityID: key, newValues: new)
            )
            return DeviceRow(try await transaction.pipeline([update(key), audit])[0][0])
        }
    }

    private static let lock = Statement<TenantScope>(
        "lock device",
        "SELECT \(DeviceRow.columns) FROM devices g WHERE g.organization_id = $1 AND g.id = $2 FOR NO KEY UPDATE"
    )
}
