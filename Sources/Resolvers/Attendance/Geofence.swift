import FoundationEssentials
import GraphQLEngine
import Schema

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where somebody has to be when they punch.
struct Geofence {
    /// What came of looking. Raw values are those of the database.
    enum Result: String, Sendable {
        case inside
        case outside
        /// Nobody said where they were.
        case unknown
        case notRequired = "not_required"
    }

    /// A circle around a place of work.
    struct Circle: Sendable {
        let locationID: UUID
        let latitude: Double
        let longitude: Double
        let radiusMeters: Int32
    }

    /// Nil where nobody looks.
    private let circle: Circle?
    private let isEnforced: Bool

    /// Only people who punch for themselves are at the place of the punch.
    init(_ employee: ClockedEmployee, isAsked: Bool) {
        circle = isAsked && employee.isViewer && employee.geofenceMode != .off ? employee.circle : nil
        isEnforced = employee.geofenceMode == .enforce
    }

    /// - Throws: `REQUIRED` or `OUTSIDE_GEOFENCE` where the organization insists.
    func check(_ point: GeoPointInput?) throws(UserErrors) -> Result {
        guard let circle else { return .notRequired }
        guard let point else {
            guard isEnforced else { return .unknown }
            throw UserErrors(.required, "The organization asks where you are.", path: ["input", "point"])
        }
        let distance = Self.meters(from: (circle.latitude, circle.longitude), to: (point.latitude, point.longitude))
        guard distance > Double(circle.radiusMeters) else { return .inside }
        guard isEnforced else { return .outside }
        throw UserErrors([.geofence(GeofenceErrorRow(distance: distance, circle))])
    }

    /// On a sphere of the Earth's mean radius: within half a percent of the truth.
    static func meters(
        from start: (latitude: Double, longitude: Double),
        to end: (latitude: Double, longitude: Double)
    ) -> Double {
        let radians = Double.pi / 180
        let latitude = sin((end.latitude - start.latitude) * radians / 2)
        let longitude = sin((end.longitude - start.longitude) * radians / 2)
        let chord =
            latitude * latitude
            + cos(start.latitude * radians) * cos(end.latitude * radians) * longitude * longitude
        return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
    }
}

/// Refuses a punch from too far away.
struct GeofenceErrorRow: ObjectRow {
    static let typeName = "GeofenceError"

    let error: GenericErrorRow
    let distanceMeters: Int32
    let allowedRadiusMeters: Int32
    let locationID: UUID

    init(distance: Double, _ circle: Geofence.Circle) {
        error = GenericErrorRow(
            code: .outsideGeofence,
            message: "You are too far from your place of work.",
            path: ["input", "point"]
        )
        distanceMeters = Int32(distance.rounded())
        allowedRadiusMeters = circle.radiusMeters
        locationID = circle.locationID
    }
}
