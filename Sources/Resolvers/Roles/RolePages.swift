import GraphQLEngine
import Postgres
import Schema

/// Pages of the custom roles of an organization.
enum RolePages {
    static func all(
        _ arguments: OrganizationRolesArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<RoleRow>> {
        let query = PagedQuery<RoleRow>(
            name: "roles",
            source: "roles q",
            parentCondition: nil,
            conditions: ["q.organization_id = $1", "q.deleted_at IS NULL"],
            ordering: Ordering([OrderKey("KEY", "q.key")], id: "q.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        let organizationID = try call.context.tenant().organizationID
        return try query.connections(
            of: [organizationID],
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        ).map { $0[0] }
    }
}

extension OrganizationRolesArguments: PageArguments {}
