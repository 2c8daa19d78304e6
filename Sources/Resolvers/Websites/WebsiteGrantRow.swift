import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A member's role on a website, over a row of the table with the alias `x`.
struct WebsiteGrantRow: TableRow {
    static let typeName = "WebsiteGrant"
    static let columnCount = 5
    static let columns = "x.id, x.website_id, x.member_id, x.role, x.granted_at"
    /// Of websites that are there.
    static let source = """
        website_members x JOIN websites w ON w.organization_id = x.organization_id AND w.id = x.website_id \
        AND w.deleted_at IS NULL
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var websiteID: UUID { row.uuid(1) }
    var memberID: UUID { row.uuid(2) }
    var role: DatabaseEnum<WebsiteRole> { DatabaseEnum(utf8: row.utf8(3)) }
    var grantedAt: Timestamp { row.timestamp(4) }
}

extension WebsiteGrantRow {
    static func loader() -> Loader<WebsiteGrantRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "website grants by id",
        "SELECT \(columns) FROM \(source) WHERE x.organization_id = $1 AND x.id = ANY($2)"
    )
}
