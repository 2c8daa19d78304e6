import GraphQLEngine
import Postgres
import Schema
import Time

/// Pages of the invitations of an organization.
enum InvitationPages {
    /// All of the viewer's organization, in the order in which they were made unless the client says otherwise.
    static func all(
        _ arguments: OrganizationInvitationsArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<InvitationRow>> {
        var sql = SQLText()
        let conditions = try conditions(arguments.filter, now: call.context.request.now, &sql)
        let query = PagedQuery<InvitationRow>(
            name: "invitations",
            source: "organization_invitations i",
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

    private static func conditions(
        _ filter: InvitationFilter?,
        now: Timestamp,
        _ sql: inout SQLText
    ) throws(GraphQLError) -> [String] {
        var conditions = ["i.organization_id = $1"]
        guard let filter else { return conditions }
        try FilterBounds.check(itemCounts: [filter.status?.count, filter.email?.in?.count])
        if let statuses = filter.status {
            let names = sql.parameter(.texts(statuses.map { $0.rawValue.lowercased() }))
            let status = InvitationRow.status(at: sql.parameter(.timestamp(now)))
            conditions.append("\(status) = ANY(\(names)::invitation_status[])")
        }
        conditions += filter.email?.conditions(on: "i.email", &sql) ?? []
        conditions += filter.createdAt?.conditions(on: "i.created_at", &sql) ?? []
        return conditions
    }

    private static func ordering(_ orders: [InvitationOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("CREATED_AT", InvitationOrderField.createdAt.expression),
            id: "i.id"
        )
    }
}

extension InvitationOrderField {
    fileprivate var expression: String {
        switch self {
        case .createdAt: "i.created_at"
        case .expiresAt: "i.expires_at"
        case .email: "i.email_normalized"
        }
    }
}

extension OrganizationInvitationsArguments: PageArguments {}
