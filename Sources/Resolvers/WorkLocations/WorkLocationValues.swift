import FoundationEssentials
import JSON
import Postgres
import Schema

/// What a mutation stores of a place of work.
struct WorkLocationValues: Sendable {
    static let maximumNameLength = 200

    let id: UUID
    var name: String
    var timeZone: String
    var point: WorkLocationPoint?
    /// Of the geofence around the point; nil: none.
    var radiusMeters: Int?
    var ipAllowlist: [String] = []
    var holidayCalendarID: UUID?

    init(id: UUID, name: String, timeZone: String) {
        self.id = id
        self.name = name
        self.timeZone = timeZone
    }

    /// What is stored now.
    init(_ location: WorkLocationRow) {
        id = location.id
        name = location.row.string(3)
        timeZone = location.row.string(4)
        point = location.point.map { WorkLocationPoint(latitude: $0.latitude, longitude: $0.longitude) }
        radiusMeters = location.radiusMeters.map(Int.init)
        ipAllowlist = location.ipAllowlist
        holidayCalendarID = location.holidayCalendarID
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        [
            "name": .string(name), "timeZone": .string(timeZone),
            "latitude": point.map { .double($0.latitude) } ?? .null,
            "longitude": point.map { .double($0.longitude) } ?? .null,
            "radiusMeters": radiusMeters.map { .int(Int64($0)) } ?? .null,
            "ipAllowlist": .array(ipAllowlist.map(JSONValue.string)),
            "holidayCalendarId": .optional(holidayCalendarID),
        ]
    }

    var insert: BoundStatement<TenantScope> { Self.insertStatement.bind(parameters) }
    var update: BoundStatement<TenantScope> { Self.updateStatement.bind(parameters) }

    private var parameters: [Parameter] {
        [
            .uuid(id), .text(name), .text(timeZone), .optional(point?.latitude), .optional(point?.longitude),
            .optional(radiusMeters.map { Int32(clamping: $0) }), .texts(ipAllowlist),
            .optional(holidayCalendarID),
        ]
    }

    private static let insertStatement = Statement<TenantScope>(
        "insert work location",
        """
        INSERT INTO work_locations AS l (organization_id, id, name, time_zone, latitude, longitude, radius_meters,
                                         ip_allowlist, holiday_calendar_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[]::cidr[], $9)
        RETURNING \(WorkLocationRow.columns)
        """
    )

    private static let updateStatement = Statement<TenantScope>(
        "update work location",
        """
        UPDATE work_locations AS l
        SET name = $3, time_zone = $4, latitude = $5, longitude = $6, radius_meters = $7,
            ip_allowlist = $8::text[]::cidr[], holiday_calendar_id = $9, version = l.version + 1
        WHERE l.organization_id = $1 AND l.id = $2
        RETURNING \(WorkLocationRow.columns)
        """
    )
}

/// Where a place of work is. What a client says of the accuracy is not kept: a place is known exactly.
struct WorkLocationPoint: Sendable {
    let latitude: Double
    let longitude: Double
}

extension InputErrors {
    mutating func workLocationPoint(_ point: GeoPointInput?) -> WorkLocationPoint? {
        guard let point else { return nil }
        if !point.isOnEarth {
            add(.outOfRange, "The latitude must be between -90 and 90, the longitude between -180 and 180.", "point")
        }
        return WorkLocationPoint(latitude: point.latitude, longitude: point.longitude)
    }

    /// The geofence as a whole: a radius that makes sense, around a point.
    mutating func check(geofenceOf location: WorkLocationValues) {
        guard let radius = location.radiusMeters else { return }
        if !(1...100_000).contains(radius) {
            add(.outOfRange, "This must be between 1 and 100000.", "radiusMeters")
        }
        if location.point == nil { add(.required, "A radius needs the point that it is around.", "point") }
    }
}
