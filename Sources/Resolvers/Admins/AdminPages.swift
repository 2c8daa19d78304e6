import GraphQLEngine
import Postgres
import Schema

/// Pages of an organization's grants: those that are live, then past ones.
enum AdminPages {
    static func all(
        _ arguments: OrganizationAdminsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<AdminGrantRow>> {
        let keys = [
            OrderKey("IS_PAST", "(g.revoked_at IS NOT NULL)"),
            OrderKey("GRANTED_AT", "g.granted_at", isDescending: true),
        ]
        let query = PagedQuery<AdminGrantRow>(
            name: "admins",
            source: "organization_admins g",
            parentCondition: nil,
            conditions: ["g.organization_id = $1"],
            ordering: Ordering(keys, id: "g.id"),
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

extension OrganizationAdminsArguments: PageArguments {}
