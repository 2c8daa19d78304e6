import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Devices, who is who on them, and the mutations of both.
    mutating func bindDevices() {
        bindConnection(of: DeviceRow.self)
        bindConnection(of: DeviceIdentityRow.self)
        object(DeviceRow.self) { $0.bindDevice() }
        object(DeviceIdentityRow.self) { type in
            type.value("id") { GlobalID(.deviceIdentity, $0.id) }
            type.value("externalUserId") { $0.externalUserID }
            type.objects("employee") { rows, context in context.employees(rows.map(\.employeeID)) }
            type.objects("device") { rows, context in context.loaders.devices.load(rows.map(\.deviceID)) }
        }
        object(OrganizationRow.self) { type in
            type.objects("devices", OrganizationDevicesArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try DevicePages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindDeviceMutations()
    }
}

extension ObjectBinding<DeviceRow, ResolverContext> {
    fileprivate mutating func bindDevice() {
        value("id") { GlobalID(.device, $0.id) }
        value("name") { $0.name }
        value("kind") { $0.kind }
        objects("location") { rows, context in context.loaders.workLocations.load(rows.map(\.locationID)) }
        value("lastSeenAt") { $0.lastSeenAt }
        value("lastSequence") { $0.lastSequence }
        value("clockOffsetMs") { $0.clockOffsetMilliseconds }
        value("createdAt") { $0.createdAt }
        value("revokedAt") { $0.revokedAt }
        objects("identities", DeviceIdentitiesArguments.self) { rows, arguments, call in
            try DevicePages.identities(of: rows, arguments, call)
        }
    }
}
