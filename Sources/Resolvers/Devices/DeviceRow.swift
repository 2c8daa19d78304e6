import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A device, over a row of the table with the alias `g`.
struct DeviceRow: TableRow {
    static let typeName = "Device"
    static let columnCount = 9
    static let columns = """
        g.id, g.name, g.kind, g.last_seen_at, g.last_sequence, g.clock_offset_ms, g.created_at, g.revoked_at, \
        g.location_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var kind: DatabaseEnum<DeviceKind> { DatabaseEnum(utf8: row.utf8(2)) }
    var lastSeenAt: Timestamp? { row.optionalTimestamp(3) }
    var lastSequence: Int64? { row.optionalInt64(4) }
    var clockOffsetMilliseconds: Int32? { row.optionalInt32(5) }
    var createdAt: Timestamp { row.timestamp(6) }
    var revokedAt: Timestamp? { row.optionalTimestamp(7) }
    var locationID: UUID? { row.optionalUUID(8) }
}

extension DeviceRow {
    /// Finds devices of the viewer's organization, also revoked ones.
    static func loader() -> Loader<DeviceRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "devices by id",
        "SELECT \(columns) FROM devices g WHERE g.organization_id = $1 AND g.id = ANY($2)"
    )
}
