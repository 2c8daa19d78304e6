import Auth
import GraphQLEngine
import Postgres
import Schema

/// Pages of the timesheets of employees within the viewer's reach, by name.
struct TimesheetPages {
    let arguments: OrganizationTimesheetsArguments

    func all(_ call: FieldCall<ResolverContext>) throws -> Step<Connection<TimesheetRow>> {
        var sql = try TimesheetRow.parameters(arguments.range)
        let query = PagedQuery<TimesheetRow>(
            name: "timesheets",
            source: "employees e",
            parentCondition: nil,
            conditions: try conditions(call.context, &sql),
            ordering: Ordering([OrderKey("FULL_NAME", "e.name_key")], id: "e.id"),
            page: try arguments.page(),
            sql: sql
        )
        return try query.organizationPage(call)
    }

    private func conditions(_ context: ResolverContext, _ sql: inout SQLText) throws -> [String] {
        // The range is for the columns; a count has none, and would not know its type.
        var conditions = ["e.organization_id = $1", "$2::date <= $3::date"]
        conditions.append(try context.reach(.attendanceRead).condition(onEmployee: "e.id", &sql))
        conditions.append(try context.reach(.employeeRead).condition(onEmployee: "e.id", &sql))
        if arguments.filter?.includeDeleted != true { conditions.append("e.deleted_at IS NULL") }
        if let filter = arguments.filter { conditions.append(try EmployeeConditions.condition(filter, &sql)) }
        return conditions
    }
}

extension OrganizationTimesheetsArguments: PageArguments {}
