import Auth
import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Pages of the members of an organization.
enum MemberPages {
    /// All of the viewer's organization, in the order in which they joined unless the client says otherwise.
    static func all(
        _ arguments: OrganizationMembersArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<Connection<MemberRow>> {
        var sql = SQLText()
        let orders = arguments.orderBy ?? []
        var conditions = ["m.organization_id = $1"]
        if arguments.filter?.includeEnded != true { conditions.append("m.ended_at IS NULL") }
        var filter = MemberConditions(reach: try call.context.reach(.employeeRead))
        if let given = arguments.filter { conditions.append(try filter.condition(given, &sql)) }
        let needsProfiles = filter.needsProfiles || orders.contains { $0.field == .name }
        let query = PagedQuery<MemberRow>(
            name: "members",
            source: needsProfiles ? withProfiles : "organization_members m",
            parentCondition: nil,
            conditions: conditions,
            ordering: ordering(orders),
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

    /// Profiles are behind a function, since a tenant sees those of its own people alone.
    private static let withProfiles = """
        organization_members m JOIN app.colleagues(ARRAY(SELECT y.user_id FROM organization_members y \
        WHERE y.organization_id = $1)) u ON u.user_id = m.user_id
        """

    private static func ordering(_ orders: [MemberOrder]) -> Ordering {
        Ordering(
            orders.map { OrderKey($0.field.rawValue, $0.field.expression, isDescending: $0.direction == .desc) },
            otherwise: OrderKey("JOINED_AT", MemberOrderField.joinedAt.expression),
            id: "m.id"
        )
    }
}

extension MemberOrderField {
    fileprivate var expression: String {
        switch self {
        case .joinedAt: "m.joined_at"
        case .name: "lower(u.display_name)"
        case .role: MemberRow.role
        }
    }
}

extension OrganizationMembersArguments: PageArguments {}
