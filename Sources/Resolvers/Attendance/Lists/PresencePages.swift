import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of where the employees within the viewer's reach are now, by name.
struct PresencePages {
    let arguments: OrganizationPresenceArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<PresenceRow>> {
        var sql = SQLText()
        let query = PagedQuery<PresenceRow>(
            name: "presence of all",
            source: "employees e \(PresenceRow.joins)",
            parentCondition: nil,
            conditions: try conditions(call.context, &sql),
            ordering: Ordering([OrderKey("FULL_NAME", "e.name_key")], id: "e.id"),
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        var conditions = ["e.organization_id = $1", "e.deleted_at IS NULL", "e.status <> 'terminated'"]
        conditions.append(try context.reach(.attendanceRead).condition(onEmployee: "e.id", &sql))
        conditions.append(try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql))
        guard let filter = arguments.filter else { return conditions }
        try FilterBounds.check(itemCounts: [
            filter.state?.count, filter.departmentId?.in?.count, filter.locationId?.in?.count,
        ])
        conditions += filter.departmentId?.conditions(on: "e.department_id", .department, &sql) ?? []
        conditions += filter.locationId?.conditions(on: "e.location_id", .workLocation, &sql) ?? []
        if let states = filter.state {
            let alternatives = Set(states).map(PresenceRow.condition).sorted()
            conditions.append("(\((alternatives + ["false"]).joined(separator: " OR ")))")
        }
        return conditions
    }
}

extension OrganizationPresenceArguments: PageArguments {}
