import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Where punches come from", .serialized)
struct ClockPlaceTests {
    private let now = "2026-01-05T08:00:00Z"
    private let office: JSONObject = ["latitude": 52.5, "longitude": 13.4]
    /// 111 m north of it.
    private let near: JSONObject = ["latitude": 52.501, "longitude": 13.4]
    private let away: JSONObject = ["latitude": 52.51, "longitude": 13.4]

    @Test("An enforced geofence keeps out who is too far away or does not say where they are")
    func enforced() async throws {
        try await TenantFixture.with { fixture in
            let location = try settle(fixture, mode: "enforce")
            let clock = ClockClient(fixture, fixture.first.member)
            let silent = try await clock.clockIn(at: now)
            #expect(silent.codes == ["REQUIRED"])
            #expect(silent.at("userErrors.0.path") == ["input", "point"])
            let document = """
                mutation ($point: GeoPointInput!) { attendanceClockIn(input: {point: $point}) { userErrors { code path
                  ... on GeofenceError { distanceMeters allowedRadiusMeters location { id } } } } }
                """
            let data = try await fixture.data(
                document,
                ["point": .object(away)],
                as: fixture.first.member.viewer,
                now: try instant(now)
            )
            let error = try #require(data.at("attendanceClockIn.userErrors.0"))
            #expect(error["code"] == "OUTSIDE_GEOFENCE")
            #expect(error["distanceMeters"] == 1112)
            #expect(error["allowedRadiusMeters"] == 200)
            #expect(error.at("location.id") == .string(location))
            #expect(try await clock.clockIn(["point": .object(near)], at: now).codes == [])
            #expect(try results(fixture) == ["inside"])
            // Breaks have no place, and whoever punches for others is somewhere else.
            #expect(try await clock.breakStart(at: "2026-01-05T08:10:00Z").codes == [])
            let other = ClockClient(fixture, fixture.first.manager)
            let input: JSONObject = ["employeeId": .string(fixture.first.member.employeeGlobalID.description)]
            #expect(try await other.clockOut(input, at: "2026-01-05T09:00:00Z").codes == [])
            #expect(try results(fixture) == ["inside", "not_required", "not_required"])
        }
    }

    @Test("A geofence that is recorded keeps nobody out, and sessions know their place")
    func recorded() async throws {
        try await TenantFixture.with { fixture in
            let location = try settle(fixture, mode: "record")
            let clock = ClockClient(fixture, fixture.first.member)
            #expect(try await clock.clockIn(["point": .object(away)], at: now).codes == [])
            #expect(try await clock.clockOut(at: "2026-01-05T09:00:00Z").codes == [])
            #expect(try await clock.clockIn(["point": .object(office)], at: "2026-01-05T10:00:00Z").codes == [])
            #expect(try results(fixture) == ["outside", "unknown", "inside"])
            let data = try await fixture.data(
                """
                { viewer { employee { attendanceRecords { nodes { events { geofenceResult }
                  sessions { location { id } } } } } } }
                """,
                as: fixture.first.member.viewer
            )
            let day = try #require(data.at("viewer.employee.attendanceRecords.nodes.0"))
            #expect(day.at("events.0.geofenceResult") == "OUTSIDE")
            #expect(day.at("sessions.0.location.id") == .string(location))
        }
    }

    @Test("Punches are taken from the location's networks, else from the organization's")
    func networks() async throws {
        try await TenantFixture.with { fixture in
            _ = try settle(fixture, mode: "off")
            let clock = ClockClient(fixture, fixture.first.member)
            let owner = try fixture.owner()
            try owner.execute("UPDATE organization_settings SET ip_allowlist = '{198.51.100.0/24}'")
            #expect(try await clock.clockIn(at: now).codes == ["NETWORK_NOT_ALLOWED"])
            try owner.execute("UPDATE work_locations SET ip_allowlist = '{192.0.2.0/24,2001:db8::/32}'")
            #expect(try await clock.clockIn(at: now).codes == [])
            try owner.execute("UPDATE work_locations SET ip_allowlist = '{203.0.113.7/32}'")
            #expect(try await clock.clockOut(at: "2026-01-05T09:00:00Z").codes == ["NETWORK_NOT_ALLOWED"])
            let input: JSONObject = ["employeeId": .string(fixture.first.member.employeeGlobalID.description)]
            let admin = ClockClient(fixture, fixture.first.admin)
            #expect(try await admin.clockOut(input, at: "2026-01-05T09:00:00Z").codes == [])
        }
    }

    @Test("Where only devices take punches, nobody punches for themselves")
    func devicesOnly() async throws {
        try await TenantFixture.with { fixture in
            try fixture.owner().execute("UPDATE organization_settings SET allow_web_clock = false")
            #expect(try await ClockClient(fixture, fixture.first.member).clockIn(at: now).codes == ["FORBIDDEN"])
            let input: JSONObject = ["employeeId": .string(fixture.first.member.employeeGlobalID.description)]
            #expect(try await ClockClient(fixture, fixture.first.manager).clockIn(input, at: now).codes == [])
        }
    }

    @Test(
        "Distances on the Earth",
        arguments: [
            (52.5, 13.4, 52.5, 13.4, 0), (0, 0, 0, 1, 111_195), (52.52, 13.405, 48.8566, 2.3522, 877_464),
            (0, 179.5, 0, -179.5, 111_195), (90, 0, -90, 0, 20_015_115),
        ]
    )
    func distances(
        _ latitude: Double,
        _ longitude: Double,
        _ toLatitude: Double,
        _ toLongitude: Double,
        _ meters: Double
    ) {
        let distance = Geofence.meters(from: (latitude, longitude), to: (toLatitude, toLongitude))
        #expect(abs(distance - meters) <= 1 + meters * 0.0005)
    }

    /// Gives everybody a place of work with a fence. Answers its ID.
    private func settle(_ fixture: TenantFixture, mode: String) throws -> String {
        let location = try fixture.insertLocation(of: fixture.first.member.employeeID, timeZone: "UTC")
        let owner = try fixture.owner()
        _ = try owner.query(
            "UPDATE work_locations SET latitude = 52.5, longitude = 13.4, radius_meters = 200 WHERE id = $1",
            [.uuid(location)]
        )
        _ = try owner.query("UPDATE organization_settings SET geofence_mode = $1", [.text(mode)])
        return GlobalID(.workLocation, location).description
    }

    private func results(_ fixture: TenantFixture) throws -> [String] {
        try fixture.owner().query("SELECT geofence_result FROM attendance_events ORDER BY occurred_at").map {
            $0.string(0)
        }
    }
}
