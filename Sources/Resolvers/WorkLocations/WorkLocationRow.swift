import FoundationEssentials
import GraphQLEngine
import Postgres
import Time

/// A place of work, over a row of the table with the alias `l`.
struct WorkLocationRow: TableRow {
    static let typeName = "WorkLocation"
    static let columnCount = 10
    static let columns = """
        l.id, l.deleted_at, l.version, l.name, l.time_zone, l.latitude, l.longitude, l.radius_meters, \
        ARRAY(SELECT n::text FROM unnest(l.ip_allowlist) WITH ORDINALITY AS x (n, i) ORDER BY i), \
        l.holiday_calendar_id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var deletedAt: Timestamp? { row.optionalTimestamp(1) }
    var version: Int32 { row.int32(2) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(3)) }
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(4)) }
    /// A place is known exactly, so its accuracy is none.
    var point: GeoPointRow? {
        guard let latitude = row.optionalDouble(5), let longitude = row.optionalDouble(6) else { return nil }
        return GeoPointRow(latitude: latitude, longitude: longitude, accuracyMeters: nil)
    }
    var radiusMeters: Int32? { row.optionalInt32(7) }
    /// Empty: punches from everywhere.
    var ipAllowlist: [String] { row.texts(8) }
    /// Nil for the organization's default.
    var holidayCalendarID: UUID? { row.optionalUUID(9) }
}

extension WorkLocationRow {
    /// Finds live locations, all of which a member may see.
    static func loader() -> Loader<WorkLocationRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "work locations by id",
        "SELECT \(columns) FROM work_locations l WHERE l.organization_id = $1 AND l.id = ANY($2) AND l.deleted_at IS NULL"
    )
}
