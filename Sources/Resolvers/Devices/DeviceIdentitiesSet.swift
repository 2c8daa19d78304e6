import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema

extension Bindings<ResolverContext> {
    mutating func bindDeviceIdentitiesSet() {
        bindBulkPayload(of: DeviceIdentitiesSet.self)
        object(MutationRow.self) { type in
            type.mutation("deviceIdentitiesSet", MutationDeviceIdentitiesSetArguments.self) { arguments, call in
                try await DeviceIdentitiesSet.run(arguments.input, call.context)
            }
        }
    }
}

/// Maps user ids on devices to employees, with the same number of statements for one item as for all that are allowed.
enum DeviceIdentitiesSet: BulkMutation {
    static let payloadTypeName = "DeviceIdentitiesSetPayload"
    static let resultTypeName = "DeviceIdentitiesSetResult"
    static let entityField = "deviceIdentity"

    typealias Entity = DeviceIdentityRow

    static func run(_ input: DeviceIdentitiesSetInput, _ context: ResolverContext) async throws -> BulkPayload<Self> {
        try await payload(itemCount: input.items.count, clientMutationId: input.clientMutationId) {
            try await attempt(input, context)
        }
    }

    private static func attempt(
        _ input: DeviceIdentitiesSetInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<BulkPayload<Self>> {
        try await context.mutate(path: ["input", "items"]) { transaction in
            var items = drafts(input)
            let known = try await DeviceIdentityLookup.read(items, in: transaction)
            for index in items.indices where items[index].isValid {
                items[index].resolve(devices: known.devices, employees: known.employees)
            }
            if input.errorPolicy == .rejectEverything && items.contains(where: { !$0.isValid }) { abort(&items) }
            let valid = items.filter(\.isValid)
            let rows = valid.isEmpty ? [:] : try await store(valid, known, in: transaction, context)
            let results = items.enumerated().map { index, item in
                BulkResult<Self>(
                    index: Int32(index),
                    clientRef: item.clientRef,
                    entity: item.isValid ? rows[item.key] : nil,
                    userErrors: item.errors.errors
                )
            }
            let isApplied = items.isEmpty || !valid.isEmpty
            return BulkPayload(results, isApplied: isApplied, clientMutationId: input.clientMutationId)
        }
    }

    /// The first item of a user id counts, be it valid or not.
    private static func drafts(_ input: DeviceIdentitiesSetInput) -> [DeviceIdentityDraft] {
        var items = input.items.enumerated().map { DeviceIdentityDraft($1, index: $0) }
        var seen: Set<DeviceIdentityDraft.Key> = []
        for index in items.indices where !seen.insert(items[index].key).inserted {
            let message = "An earlier item of the batch is for this user id."
            items[index].errors.add(.duplicateInBatch, message, "externalUserId")
        }
        return items
    }

    private static func abort(_ items: inout [DeviceIdentityDraft]) {
        for index in items.indices where items[index].isValid {
            items[index].errors.add(.batchAborted, "Nothing was applied because other items failed.", nil)
        }
    }
}

extension DeviceIdentitiesSet {
    private static func store(
        _ items: [DeviceIdentityDraft],
        _ known: DeviceIdentityLookup,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> [DeviceIdentityDraft.Key: DeviceIdentityRow] {
        let ids = items.map { known.identities[$0.key]?.id ?? UUID() }
        let entries = zip(items, ids).map { item, id in
            AuditEntry(
                action: "deviceIdentitiesSet",
                entityType: DeviceIdentityRow.typeName,
                entityID: id,
                oldValues: known.identities[item.key].map { ["employeeId": .optional($0.employeeID)] },
                newValues: [
                    "deviceId": .optional(item.key.deviceID), "externalUserId": .string(item.key.externalUserID),
                    "employeeId": .optional(item.employeeID),
                ]
            )
        }
        let upsert = upsert(
            .uuids(ids),
            .uuids(items.map(\.key.deviceID)),
            .texts(items.map(\.key.externalUserID)),
            .uuids(items.map(\.employeeID))
        )
        let kept = KeptDeviceEvents.ofUsers(
            devices: Array(known.devices),
            users: items.map(\.key.externalUserID),
            employees: items.map(\.employeeID)
        )
        let results = try await transaction.pipeline([upsert, kept])
        let audit = try context.auditRows(entries)
        let statements = try await KeptDeviceEvents(results[1])
            .statements(in: transaction, now: context.request.now) { _ in audit }
        _ = try await transaction.pipeline(statements)
        let rows = results[0].map(DeviceIdentityRow.init).map { ($0.key, $0) }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// In one order, so that batches of the same user ids wait for each other instead of blocking each other.
    private static let upsert = Statement<TenantScope>(
        "set device identities",
        """
        INSERT INTO employee_device_identities AS i (organization_id, id, device_id, external_user_id, employee_id)
        SELECT $1, v.id, v.device_id, v.external_user_id, v.employee_id
        FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) AS v (id, device_id, external_user_id, employee_id)
        ORDER BY v.device_id, v.external_user_id
        ON CONFLICT ON CONSTRAINT employee_device_identities_user_uq DO UPDATE SET employee_id = EXCLUDED.employee_id
        RETURNING \(DeviceIdentityRow.columns)
        """
    )
}

extension DeviceIdentityRow {
    var key: DeviceIdentityDraft.Key {
        DeviceIdentityDraft.Key(deviceID: deviceID, externalUserID: row.string(2))
    }
}
