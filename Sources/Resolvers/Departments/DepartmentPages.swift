import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of departments.
enum DepartmentPages {
    /// All of the viewer's organization.
    static func all(
        _ arguments: OrganizationDepartmentsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<DepartmentRow>> {
        var sql = SQLText()
        let conditions = try conditions(arguments.filter, &sql)
        let query = PagedQuery<DepartmentRow>(
            name: "departments",
            source: "departments d",
            parentCondition: nil,
            conditions: conditions,
            ordering: ordering(arguments.orderBy ?? []),
            page: try arguments.page(),
            sql: sql
        )
        let organizationID = try call.context.tenant().organizationID
        return try query.connections(
            of: [organizationID],
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        ).map { $0[0] }
    }

    private static func conditions(_ filter: DepartmentFilter?, _ sql: inout SQLText) throws -> [String] {
        var conditions = ["d.organization_id = $1"]
        if filter?.includeDeleted != true { conditions.append("d.deleted_at IS NULL") }
        try FilterBounds.check(itemCounts: [filter?.name?.in?.count, filter?.parentId?.in?.count])
        conditions += filter?.name?.conditions(on: "d.name", &sql) ?? []
        conditions += filter?.parentId?.conditions(on: "d.parent_id", .department, &sql) ?? []
        return conditions
    }

    /// By name unless the client says otherwise.
    private static func ordering(_ orders: [DepartmentOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("NAME", DepartmentOrderField.name.expression),
            id: "d.id"
        )
    }
}

extension DepartmentOrderField {
    fileprivate var expression: String {
        switch self {
        case .name: "lower(d.name)"
        case .code: "coalesce(d.code, '')"
        }
    }
}

extension OrganizationDepartmentsArguments: PageArguments {}
