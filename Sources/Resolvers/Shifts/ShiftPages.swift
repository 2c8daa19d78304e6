import GraphQLEngine
import Postgres
import Schema

/// Pages of the live shifts of an organization, by name.
enum ShiftPages {
    static func all(
        _ arguments: OrganizationShiftsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<ShiftRow>> {
        let query = PagedQuery<ShiftRow>(
            name: "shifts",
            source: "shifts shift",
            parentCondition: nil,
            conditions: ["shift.organization_id = $1", "shift.deleted_at IS NULL"],
            ordering: Ordering([OrderKey("NAME", "lower(shift.name)")], id: "shift.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        return try query.organizationPage(call)
    }
}

extension OrganizationShiftsArguments: PageArguments {}
