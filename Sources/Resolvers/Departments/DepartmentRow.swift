import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// A department, over a row of the table with the alias `d`.
struct DepartmentRow: TableRow {
    static let typeName = "Department"
    static let columnCount = 7
    static let columns = "d.id, d.deleted_at, d.version, d.name, d.code, d.parent_id, d.manager_employee_id"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var deletedAt: Timestamp? { row.optionalTimestamp(1) }
    var version: Int32 { row.int32(2) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(3)) }
    var code: BorrowedText? { row.optionalUTF8(4).map(BorrowedText.init(utf8:)) }
    var parentID: UUID? { row.optionalUUID(5) }
    var managerID: UUID? { row.optionalUUID(6) }
}

extension DepartmentRow {
    /// Finds live departments, all of which a member may see.
    static func loader() -> Loader<DepartmentRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "departments by id",
        "SELECT \(columns) FROM departments d WHERE d.organization_id = $1 AND d.id = ANY($2) AND d.deleted_at IS NULL"
    )
}
