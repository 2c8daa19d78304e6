import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of devices and of who is who on them.
enum DevicePages {
    /// All devices of the viewer's organization by name, also revoked ones.
    static func all(
        _ arguments: OrganizationDevicesArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<DeviceRow>> {
        let query = PagedQuery<DeviceRow>(
            name: "devices",
            source: "devices g",
            parentCondition: nil,
            conditions: ["g.organization_id = $1"],
            ordering: Ordering([OrderKey("NAME", "lower(g.name)")], id: "g.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        let organizationID = try call.context.tenant().organizationID
        return try query.connections(of: [organizationID], in: call.context, countsTotal: countsTotal(call))
            .map { $0[0] }
    }

    /// The identities on devices, their own and those of every device, by user id.
    static func identities(
        of devices: [DeviceRow],
        _ arguments: DeviceIdentitiesArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<DeviceIdentityRow>]> {
        let query = PagedQuery<DeviceIdentityRow>(
            name: "device identities",
            source: "employee_device_identities i",
            parentCondition: "(i.device_id = parent.id OR i.device_id IS NULL)",
            conditions: ["i.organization_id = $1"],
            ordering: Ordering([OrderKey("EXTERNAL_USER_ID", "i.external_user_id")], id: "i.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        return try query.connections(of: devices.map(\.id), in: call.context, countsTotal: countsTotal(call))
    }

    private static func countsTotal(_ call: FieldCall<ResolverContext>) -> Bool {
        call.selectedFields.contains("totalCount")
    }
}

extension OrganizationDevicesArguments: PageArguments {}
extension DeviceIdentitiesArguments: PageArguments {}
