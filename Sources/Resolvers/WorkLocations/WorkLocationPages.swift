import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of places of work, by name.
enum WorkLocationPages {
    /// All of the viewer's organization.
    static func all(
        _ arguments: OrganizationLocationsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<WorkLocationRow>> {
        let query = PagedQuery<WorkLocationRow>(
            name: "work locations",
            source: "work_locations l",
            parentCondition: nil,
            conditions: ["l.organization_id = $1", "l.deleted_at IS NULL"],
            ordering: Ordering([OrderKey("NAME", "lower(l.name)")], id: "l.id"),
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

extension OrganizationLocationsArguments: PageArguments {}
