import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of the websites of an organization.
enum WebsitePages {
    /// All of the viewer's organization, by name unless the client says otherwise.
    static func all(
        _ arguments: OrganizationWebsitesArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<WebsiteRow>> {
        var sql = SQLText()
        let conditions = try conditions(arguments.filter, &sql)
        let query = PagedQuery<WebsiteRow>(
            name: "websites",
            source: "websites w",
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

    private static func conditions(_ filter: WebsiteFilter?, _ sql: inout SQLText) throws(GraphQLError) -> [String] {
        var conditions = ["w.organization_id = $1"]
        if filter?.includeDeleted != true { conditions.append("w.deleted_at IS NULL") }
        guard let filter else { return conditions }
        try FilterBounds.check(itemCounts: [filter.status?.count, filter.name?.in?.count, filter.viewerRole?.count])
        if let statuses = filter.status {
            conditions.append("w.status = ANY(\(sql.parameter(.texts(statuses.map { $0.rawValue.lowercased() }))))")
        }
        if let roles = filter.viewerRole {
            let names = sql.parameter(.texts(roles.map { $0.rawValue.lowercased() }))
            conditions.append("\(WebsiteRow.viewerRole) = ANY(\(names)::website_role[])")
        }
        return conditions + (filter.name?.conditions(on: "w.name", &sql) ?? [])
    }

    private static func ordering(_ orders: [WebsiteOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("NAME", WebsiteOrderField.name.expression),
            id: "w.id"
        )
    }
}

extension WebsiteOrderField {
    fileprivate var expression: String {
        switch self {
        case .name: "lower(w.name)"
        case .createdAt: "w.created_at"
        case .updatedAt: "w.updated_at"
        }
    }
}

extension OrganizationWebsitesArguments: PageArguments {}
