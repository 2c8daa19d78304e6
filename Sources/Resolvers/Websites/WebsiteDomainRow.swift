import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A domain claimed for a website, over a row of the table with the alias `c`.
struct WebsiteDomainRow: ObjectRow {
    static let typeName = "WebsiteDomain"
    static let columns = "c.domain, c.verified_at, c.verification_token, c.website_id"

    let row: Row
    /// The role that the viewer was given on the website.
    let viewerRole: WebsiteRole?

    init(_ row: Row, viewerRole: WebsiteRole?) {
        self.row = row
        self.viewerRole = viewerRole
    }

    var domain: BorrowedText { BorrowedText(utf8: row.utf8(0)) }
    var verifiedAt: Timestamp? { row.optionalTimestamp(1) }
    var isVerified: Bool { verifiedAt != nil }
    var websiteID: UUID { row.uuid(3) }

    var verification: DomainVerification { DomainVerification(domain: row.string(0), token: row.string(2)) }
}

extension WebsiteDomainRow {
    /// The domains of websites, by name, in the order of the websites: one statement.
    static func of(_ websites: [WebsiteRow], _ context: ResolverContext) throws -> Step<[[WebsiteDomainRow]]> {
        try context.query(ofWebsites(.uuids(websites.map(\.id)))).map { rows in
            let byWebsite = Dictionary(grouping: rows, by: { $0.uuid(3) })
            return websites.map { website in
                (byWebsite[website.id] ?? []).map { WebsiteDomainRow($0, viewerRole: website.viewerRole) }
            }
        }
    }

    private static let ofWebsites = Statement<TenantScope>(
        "domains of websites",
        """
        SELECT \(columns) FROM website_domains c
        WHERE c.organization_id = $1 AND c.website_id = ANY($2)
        ORDER BY c.domain
        """
    )
}
