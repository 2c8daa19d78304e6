import FoundationEssentials
import Postgres
import Schema

/// What is there of the things that mappings name: three statements, whatever the number of items.
struct DeviceIdentityLookup {
    let devices: Set<UUID>
    /// Those who are not deleted.
    let employees: Set<UUID>
    /// The mappings that there are already.
    let identities: [DeviceIdentityDraft.Key: DeviceIdentityRow]

    /// Locks the devices, and with them keeps back what they send: an event is either kept before this looks for kept
    /// ones, or finds the new mapping. The employees come behind them, as they do when a device sends something.
    static func read(
        _ items: [DeviceIdentityDraft],
        in transaction: Transaction<TenantScope>
    ) async throws -> DeviceIdentityLookup {
        let isForEveryDevice = items.contains { $0.key.deviceID == nil }
        let results = try await transaction.pipeline([
            isForEveryDevice ? lockAllDevices() : lockDevices(items.compactMap(\.key.deviceID)),
            lockEmployees(.uuids(items.compactMap(\.employeeID))),
            identities(.uuids(items.map(\.key.deviceID)), .texts(items.map(\.key.externalUserID))),
        ])
        let identities = results[2].map(DeviceIdentityRow.init).map { ($0.key, $0) }
        return DeviceIdentityLookup(
            devices: Set(results[0].map { $0.uuid(0) }),
            employees: Set(results[1].map { $0.uuid(0) }),
            identities: Dictionary(identities, uniquingKeysWith: { first, _ in first })
        )
    }

    /// Keeps back what the devices send until the transaction ends.
    static func lockDevices(_ ids: [UUID]) -> BoundStatement<TenantScope> { lockSomeDevices(.uuids(ids)) }

    private static let lockSomeDevices = Statement<TenantScope>(
        "lock devices",
        "SELECT g.id FROM devices g WHERE g.organization_id = $1 AND g.id = ANY($2) ORDER BY g.id FOR NO KEY UPDATE"
    )

    private static let lockAllDevices = Statement<TenantScope>(
        "lock all devices",
        "SELECT g.id FROM devices g WHERE g.organization_id = $1 ORDER BY g.id FOR NO KEY UPDATE"
    )

    private static let lockEmployees = Statement<TenantScope>(
        "lock employees of identities",
        """
        SELECT e.id FROM employees e WHERE e.organization_id = $1 AND e.id = ANY($2) AND e.deleted_at IS NULL
        ORDER BY e.id FOR NO KEY UPDATE
        """
    )

    private static let identities = Statement<TenantScope>(
        "device identities to set",
        """
        SELECT \(DeviceIdentityRow.columns)
        FROM (SELECT DISTINCT * FROM unnest($2::uuid[], $3::text[])) AS v (device_id, external_user_id)
        JOIN employee_device_identities i ON i.organization_id = $1 AND i.external_user_id = v.external_user_id
          AND i.device_id IS NOT DISTINCT FROM v.device_id
        """
    )
}
