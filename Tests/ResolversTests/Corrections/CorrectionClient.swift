import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Corrections of the first organization, where the member has worked from 9 to 12 on 5 January 2026 (UTC).
struct CorrectionClient {
    static let fields = """
        correction { id status kind workDate isStale reason decisionNote requestedBy { id } decidedBy { id }
          proposedEvents { kind occurredAt timeZone } record { version workedMinutes status }
          preview { workedMinutes status firstInAt lastOutAt } }
        userErrors { code path message ... on StaleVersionError { currentVersion }
          ... on LocalTimeError { candidates } ... on TransitionError { from to } }
        """

    let fixture: TenantFixture
    /// The clock-in and the clock-out.
    let events: [JSONValue]

    init(_ fixture: TenantFixture) async throws {
        self.fixture = fixture
        let clock = ClockClient(fixture, fixture.first.member)
        let clockIn = try await clock.clockIn(at: "2026-01-05T09:00:00Z")
        let clockOut = try await clock.clockOut(at: "2026-01-05T12:00:00Z")
        events = [clockIn, clockOut].compactMap { $0["event"]?["id"] }
        try #require(events.count == 2)
    }

    static func punch(_ kind: String, _ instant: String) -> JSONValue {
        ["kind": .string(kind), "at": ["instant": .string(instant)]]
    }

    /// The payload of a request of the member, unless told otherwise, for the clock-out to be at 17:00.
    func request(_ changes: JSONObject = [:], as viewer: Viewer? = nil) async throws -> JSONValue {
        var input: JSONObject = [
            "workDate": "2026-01-05", "kind": "WRONG_TIME", "reason": "I forgot",
            "proposedEvents": [Self.punch("CLOCK_OUT", "2026-01-05T17:00:00Z")], "voidEventIds": [events[1]],
        ]
        for member in changes { input[member.key] = member.value }
        return try await send("attendanceCorrectionRequest", input, Self.fields, viewer ?? fixture.first.member.viewer)
    }

    /// The id of such a request.
    func requested(_ changes: JSONObject = [:], as viewer: Viewer? = nil) async throws -> JSONValue {
        let payload = try await request(changes, as: viewer)
        return try #require(payload["correction"]?["id"], "\(payload.text)")
    }

    func decide(
        _ id: JSONValue,
        approve: Bool = true,
        _ more: JSONObject = [:],
        as viewer: Viewer? = nil
    ) async throws -> JSONValue {
        var input: JSONObject = ["correctionId": id, "approve": .bool(approve)]
        for member in more { input[member.key] = member.value }
        let record = "record { version workedMinutes status flags events { kind source voided } }"
        return try await send(
            "attendanceCorrectionDecide",
            input,
            "\(Self.fields) \(record)",
            viewer ?? fixture.first.manager.viewer
        )
    }

    func cancel(_ id: JSONValue, as viewer: Viewer) async throws -> JSONValue {
        try await send("attendanceCorrectionCancel", ["correctionId": id], Self.fields, viewer)
    }

    /// The payload of a bulk decision by the admin.
    func decideAll(_ items: [JSONValue], policy: String = "REJECT_FAILED_ROWS") async throws -> JSONValue {
        let fields = """
            results { index clientRef attendanceCorrection { status } userErrors { code path } }
            successCount failureCount applied userErrors { code path }
            """
        let input: JSONObject = ["items": .array(items), "errorPolicy": .string(policy)]
        return try await send("attendanceCorrectionsBulkDecide", input, fields, fixture.first.admin.viewer)
    }

    private func send(
        _ name: String,
        _ input: JSONObject,
        _ fields: String,
        _ viewer: Viewer
    ) async throws -> JSONValue {
        let type = name.prefix(1).uppercased() + name.dropFirst() + "Input"
        let document = "mutation ($input: \(type)!) { \(name)(input: $input) { \(fields) } }"
        let data = try await fixture.data(document, ["input": .object(input)], as: viewer)
        return try #require(data[name])
    }

    /// Makes a locked period of January.
    func lockJanuary() throws {
        _ = try fixture.owner().query(
            """
            INSERT INTO attendance_periods (organization_id, name, days, status, locked_at, locked_by)
            VALUES ($1, 'January', '[2026-01-01,2026-02-01)', 'locked', now(), $2)
            """,
            [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
        )
    }
}
