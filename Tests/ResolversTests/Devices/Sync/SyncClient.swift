import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// A device that sends what it has gathered.
struct SyncClient: Sendable {
    let fixture: TenantFixture
    let device: TestDevice

    static let now = "2026-03-10T12:00:00Z"

    /// - Parameter users: whom the device's user ids are mapped to.
    init(_ fixture: TenantFixture, users: [(String, TestPerson)] = []) async throws {
        self.fixture = fixture
        device = try await fixture.device()
        if !users.isEmpty { try await fixture.identify(users, on: device) }
    }

    /// The whole response.
    func response(
        _ items: [JSONObject],
        _ options: JSONObject = [:],
        at now: String = now,
        key: String? = nil
    ) async throws -> JSONValue {
        var input = options
        input["items"] = .array(items.map(JSONValue.object))
        let directive = key.map { "@idempotent(key: \"\($0)\")" } ?? ""
        let document = """
            mutation Sync($input: AttendanceEventsSyncInput!) { attendanceEventsSync(input: $input) \(directive) {
              acceptedCount duplicateCount rejectedCount acknowledgedSequence clientMutationId
              userErrors { code path }
              results { index deviceEventId outcome userErrors { __typename code path }
                event { id kind occurredAt source timeZone } } } }
            """
        let variables: JSONObject = ["input": .object(input)]
        let instant = try #require(Timestamp(rfc3339: now))
        return try await fixture.run(document, variables, principal: try device.principal, now: instant).response
    }

    /// The payload.
    func sync(
        _ items: [JSONObject],
        _ options: JSONObject = [:],
        at now: String = now,
        key: String? = nil
    ) async throws -> JSONValue {
        let response = try await response(items, options, at: now, key: key)
        #expect(response["errors"] == nil, "\(response.text)")
        return try #require(response["data"]?["attendanceEventsSync"])
    }

    /// One event on the day of ``now``.
    static func event(_ id: String, _ user: String, _ time: String, _ kind: String? = nil) -> JSONObject {
        event(id, user, on: "2026-03-10", time, kind)
    }

    static func event(_ id: String, _ user: String, on day: String, _ time: String, _ kind: String?) -> JSONObject {
        var event: JSONObject = [
            "deviceEventId": .string(id), "externalUserId": .string(user), "occurredAt": .string("\(day)T\(time):00Z"),
        ]
        if let kind { event["kind"] = .string(kind) }
        return event
    }
}

extension JSONValue {
    /// What became of each event.
    var outcomes: [String] { self["results"]?.arrayValue?.compactMap { $0["outcome"]?.stringValue } ?? [] }

    /// The code of each event that was refused.
    var refusalCodes: [String] { self["results"]?.arrayValue?.flatMap(\.userErrorCodes) ?? [] }
}

extension TenantFixture {
    /// The days of somebody, oldest first: date, minutes worked, status.
    func days(of person: TestPerson) throws -> [String] {
        try owner().query(
            """
            SELECT concat_ws(' ', work_date, worked_minutes, status) FROM attendance_records WHERE employee_id = $1
            ORDER BY work_date
            """,
            [.uuid(person.employeeID)]
        ).map { $0.string(0) }
    }

    /// The punches of somebody, oldest first: kind and instant.
    func punches(of person: TestPerson) throws -> [String] {
        try owner().query(
            """
            SELECT concat_ws(' ', kind, to_char(occurred_at AT TIME ZONE 'UTC', 'DD HH24:MI')) FROM attendance_events
            WHERE employee_id = $1 ORDER BY occurred_at
            """,
            [.uuid(person.employeeID)]
        ).map { $0.string(0) }
    }
}
