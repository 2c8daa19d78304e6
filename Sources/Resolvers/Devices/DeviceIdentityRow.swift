import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

/// Who somebody is on a device, over a row of the table with the alias `i`.
struct DeviceIdentityRow: TableRow {
    static let typeName = "DeviceIdentity"
    static let columnCount = 4
    static let columns = "i.id, i.device_id, i.external_user_id, i.employee_id"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    /// Nil for an id that holds on every device without one of its own.
    var deviceID: UUID? { row.optionalUUID(1) }
    var externalUserID: BorrowedText { BorrowedText(utf8: row.utf8(2)) }
    var employeeID: UUID { row.uuid(3) }
}
