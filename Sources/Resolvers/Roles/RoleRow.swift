import FoundationEssentials
import GraphQLEngine
import Postgres

/// A custom role, over a row of the table with the alias `q`.
struct RoleRow: TableRow {
    static let typeName = "Role"
    static let columnCount = 6
    static let columns = """
        q.id, q.key, q.name, ARRAY(SELECT jsonb_array_elements_text(q.permissions)), q.is_system, q.version
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var key: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(2)) }
    var permissions: [String] { row.texts(3) }
    var isSystem: Bool { row.bool(4) }
    var version: Int32 { row.int32(5) }
}

extension RoleRow {
    /// Finds live roles, all of which a member may see.
    static func loader() -> Loader<RoleRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "roles by id",
        "SELECT \(columns) FROM roles q WHERE q.organization_id = $1 AND q.id = ANY($2) AND q.deleted_at IS NULL"
    )
}
