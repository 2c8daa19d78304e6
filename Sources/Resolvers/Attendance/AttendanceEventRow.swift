import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A punch, over a row of the table with the alias `v` joined with its void, which has the alias `x`.
struct AttendanceEventRow: TableRow {
    static let typeName = "AttendanceEvent"
    static let columnCount = 18
    static let columns = """
        v.id, v.employee_id, v.kind, v.occurred_at, v.reported_at, v.received_at, v.time_zone, v.source, \
        v.actor_user_id, v.latitude, v.longitude, v.accuracy_meters, host(v.ip), v.note, x.reason, v.device_id, \
        v.geofence_result, v.correction_id
        """
    static let source = "attendance_events v \(void)"
    /// To be joined to events with the alias `v`.
    static let void = """
        LEFT JOIN attendance_event_voids x ON x.organization_id = v.organization_id AND x.event_id = v.id
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var employeeID: UUID { row.uuid(1) }
    var kind: DatabaseEnum<AttendanceEventKind> { DatabaseEnum(utf8: row.utf8(2)) }
    var occurredAt: Timestamp { row.timestamp(3) }
    var reportedAt: Timestamp? { row.optionalTimestamp(4) }
    var receivedAt: Timestamp { row.timestamp(5) }
    var timeZone: BorrowedText { BorrowedText(utf8: row.utf8(6)) }
    var source: DatabaseEnum<AttendanceSource> { DatabaseEnum(utf8: row.utf8(7)) }
    var actorUserID: UUID? { row.optionalUUID(8) }
    var point: GeoPointRow? {
        guard let latitude = row.optionalDouble(9), let longitude = row.optionalDouble(10) else { return nil }
        return GeoPointRow(latitude: latitude, longitude: longitude, accuracyMeters: row.optionalDouble(11))
    }
    var ip: BorrowedText? { row.optionalUTF8(12).map(BorrowedText.init(utf8:)) }
    var note: BorrowedText? { row.optionalUTF8(13).map(BorrowedText.init(utf8:)) }
    var voidReason: BorrowedText? { row.optionalUTF8(14).map(BorrowedText.init(utf8:)) }
    var deviceID: UUID? { row.optionalUUID(15) }
    /// Nil for punches of a time when nobody looked.
    var geofenceResult: DatabaseEnum<GeofenceResult>? { row.optionalUTF8(16).map(DatabaseEnum.init(utf8:)) }
    /// Of a punch that an approved correction made.
    var correctionID: UUID? { row.optionalUUID(17) }
}

extension AttendanceEventRow {
    /// Finds events of employees within the viewer's reach.
    static func loader() -> Loader<AttendanceEventRow> {
        .attendance("events by id", columns, from: source, id: "v.id", employee: "v.employee_id")
    }
}

/// A point on Earth, WGS 84.
struct GeoPointRow: ObjectRow {
    static let typeName = "GeoPoint"

    /// Degrees north.
    let latitude: Double
    /// Degrees east.
    let longitude: Double
    let accuracyMeters: Double?
}
