import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// An admin grant, live or past, over a row of the table with the alias `g`.
struct AdminGrantRow: TableRow {
    static let typeName = "AdminGrant"
    static let columnCount = 6
    static let columns = "g.id, g.member_id, g.granted_by, g.granted_at, g.revoked_by, g.revoked_at"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var memberID: UUID { row.uuid(1) }
    /// A person's id, as is the one that revoked it.
    var grantedBy: UUID { row.uuid(2) }
    var grantedAt: Timestamp { row.timestamp(3) }
    var revokedBy: UUID? { row.optionalUUID(4) }
    var revokedAt: Timestamp? { row.optionalTimestamp(5) }
}

extension AdminGrantRow {
    static func loader() -> Loader<AdminGrantRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    /// The live grant of a member, or else the last one.
    static let latest = Statement<TenantScope>(
        "latest admin grant",
        """
        SELECT \(columns) FROM organization_admins g
        WHERE g.organization_id = $1 AND g.member_id = $2
        ORDER BY g.revoked_at DESC NULLS FIRST LIMIT 1
        """
    )

    private static let byID = Statement<TenantScope>(
        "admin grants by id",
        "SELECT \(columns) FROM organization_admins g WHERE g.organization_id = $1 AND g.id = ANY($2)"
    )
}
