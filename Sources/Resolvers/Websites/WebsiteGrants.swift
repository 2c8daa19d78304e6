import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Who has which role on which website.
enum WebsiteGrants {
    /// Pages of the grants on websites, those given first in front, for all websites of a level.
    static func pages(
        of websites: [WebsiteRow],
        _ arguments: WebsiteMembersArguments,
        _ call: FieldCall<ResolverContext>
    ) throws -> Step<[Connection<WebsiteGrantRow>]> {
        let query = PagedQuery<WebsiteGrantRow>(
            name: "website grants",
            source: WebsiteGrantRow.source,
            parentCondition: "x.website_id = parent.id",
            conditions: ["x.organization_id = $1"],
            ordering: Ordering([OrderKey("GRANTED_AT", "x.granted_at")], id: "x.id"),
            page: try arguments.page(),
            sql: SQLText()
        )
        return try query.connections(
            of: websites.map(\.id),
            in: call.context,
            countsTotal: call.selectedFields.contains("totalCount")
        )
    }

    /// The grants of members of the viewer's organization, by the websites' names, with one statement.
    static func of(_ members: [UUID], _ context: ResolverContext) throws -> Step<[[WebsiteGrantRow]]> {
        try context.query(ofMembers(.uuids(members))).map { rows in
            let byMember = Dictionary(grouping: rows.map(WebsiteGrantRow.init), by: \.memberID)
            return members.map { byMember[$0] ?? [] }
        }
    }

    private static let ofMembers = Statement<TenantScope>(
        "website grants of members",
        """
        SELECT \(WebsiteGrantRow.columns) FROM \(WebsiteGrantRow.source)
        WHERE x.organization_id = $1 AND x.member_id = ANY($2)
        ORDER BY lower(w.name), w.id
        """
    )
}

extension WebsiteMembersArguments: PageArguments {}
