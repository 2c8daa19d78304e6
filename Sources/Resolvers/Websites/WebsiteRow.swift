import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A website, over a row of the table with the alias `w`.
struct WebsiteRow: TableRow {
    static let typeName = "Website"
    static let columnCount = 11
    static let columns = """
        w.id, w.created_at, w.updated_at, w.version, w.deleted_at, w.key, w.name, w.primary_url, w.status, \
        w.configuration, \(viewerRole)
        """
    /// Which person asks is in the scope.
    static let viewerRole = """
        (SELECT x.role FROM website_members x \
        JOIN organization_members y ON y.organization_id = x.organization_id AND y.id = x.member_id \
        WHERE x.organization_id = w.organization_id AND x.website_id = w.id AND y.user_id = app.current_user_id())
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var createdAt: Timestamp { row.timestamp(1) }
    var updatedAt: Timestamp { row.timestamp(2) }
    var version: Int32 { row.int32(3) }
    var deletedAt: Timestamp? { row.optionalTimestamp(4) }
    var key: BorrowedText { BorrowedText(utf8: row.utf8(5)) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(6)) }
    var primaryURL: BorrowedText? { row.optionalUTF8(7).map(BorrowedText.init(utf8:)) }
    var status: DatabaseEnum<WebsiteStatus> { DatabaseEnum(utf8: row.utf8(8)) }
    var configuration: BorrowedJSON { BorrowedJSON(utf8: row.json(9)) }
    /// The role that the viewer was given on it.
    var viewerRole: WebsiteRole? { row.optionalString(10).flatMap { WebsiteRole(rawValue: $0.uppercased()) } }

    /// Nil once it is deleted.
    var live: WebsiteRow? { deletedAt == nil ? self : nil }
}

extension WebsiteRow {
    /// Finds websites of the viewer's organization, also deleted ones.
    static func loader() -> Loader<WebsiteRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "websites by id",
        "SELECT \(columns) FROM websites w WHERE w.organization_id = $1 AND w.id = ANY($2)"
    )
}
