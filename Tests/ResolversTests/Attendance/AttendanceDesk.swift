import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

/// Somebody who looks after the attendance of the first organization: its admin.
struct AttendanceDesk {
    let fixture: TenantFixture
    /// When all is done; punches are of days before.
    private let now = "2026-06-01T00:00:00Z"

    init(_ fixture: TenantFixture) {
        self.fixture = fixture
    }

    private func send(
        _ name: String,
        _ input: JSONObject,
        _ fields: String,
        by person: TestPerson? = nil,
        now: String? = nil
    ) async throws -> JSONValue {
        let type = name.prefix(1).uppercased() + name.dropFirst() + "Input"
        let document = """
            mutation ($input: \(type)!) { \(name)(input: $input) { \(fields)
              userErrors { code path ... on StaleVersionError { currentVersion } } } }
            """
        let viewer = (person ?? fixture.first.admin).viewer
        let data = try await fixture.data(
            document,
            ["input": .object(input)],
            as: viewer,
            now: try instant(now ?? self.now)
        )
        return try #require(data[name])
    }

    private static let record = """
        record { id status flags version workDate workedMinutes overtimeMinutes approvedOvertimeMinutes }
        """

    /// A day's work, entered by hand. Answers the ID of its clock-out.
    @discardableResult
    func work(
        _ date: String,
        from start: String,
        to end: String,
        of person: TestPerson? = nil
    ) async throws -> JSONValue {
        let id = JSONValue.string((person ?? fixture.first.member).employeeGlobalID.description)
        let clockIn: JSONObject = ["employeeId": id, "occurredAt": .string("\(date)T\(start):00Z")]
        #expect(try await send("attendanceClockIn", clockIn, "").codes == [])
        let clockOut: JSONObject = ["employeeId": id, "occurredAt": .string("\(date)T\(end):00Z")]
        return try #require(try await send("attendanceClockOut", clockOut, "event { id }").at("event.id"))
    }

    /// Answers the ID of the session.
    func clockIn(_ instant: String) async throws -> JSONValue {
        let id = JSONValue.string(fixture.first.member.employeeGlobalID.description)
        let input: JSONObject = ["employeeId": id, "occurredAt": .string(instant)]
        return try #require(try await send("attendanceClockIn", input, "session { id }").at("session.id"))
    }

    func overrideInput(
        _ date: String,
        _ status: String,
        of person: TestPerson,
        expectedVersion: Int64? = nil,
        reason: String = "as agreed"
    ) -> JSONObject {
        var input: JSONObject = [
            "employeeId": .string(person.employeeGlobalID.description), "workDate": .string(date),
            "status": .string(status), "reason": .string(reason),
        ]
        if let expectedVersion { input["expectedVersion"] = .int(expectedVersion) }
        return input
    }

    func override(
        _ date: String,
        _ status: String,
        of person: TestPerson? = nil,
        expectedVersion: Int64? = nil,
        reason: String = "as agreed"
    ) async throws -> JSONValue {
        let person = person ?? fixture.first.member
        let input = overrideInput(date, status, of: person, expectedVersion: expectedVersion, reason: reason)
        return try await send("attendanceRecordOverride", input, Self.record)
    }

    func item(_ date: String, of person: TestPerson) -> JSONValue {
        var item = overrideInput(date, "REMOTE", of: person)
        item["clientRef"] = .string(date)
        return .object(item)
    }

    func bulk(_ items: [JSONValue], policy: String = "REJECT_FAILED_ROWS") async throws -> JSONValue {
        try await send(
            "attendanceRecordsBulkOverride",
            ["items": .array(items), "errorPolicy": .string(policy)],
            """
            applied successCount results { index clientRef attendanceRecord { id workDate status }
              userErrors { code path } }
            """
        )
    }

    func void(_ event: JSONValue) async throws -> JSONValue {
        try await send(
            "attendanceEventVoid",
            ["eventId": event, "reason": "by mistake"],
            "event { id voided voidReason } \(Self.record)"
        )
    }

    func close(_ session: JSONValue, _ instant: String, now: String? = nil) async throws -> JSONValue {
        try await send(
            "attendanceSessionClose",
            ["sessionId": session, "clockOutAt": .string(instant), "reason": "forgotten"],
            "session { status clockOut { source note } } \(Self.record)",
            now: now
        )
    }

    func approve(
        _ record: JSONValue,
        _ minutes: Int64,
        by person: TestPerson? = nil,
        expectedVersion: Int64? = nil
    ) async throws -> JSONValue {
        var input: JSONObject = ["recordId": record, "minutes": .int(minutes)]
        if let expectedVersion { input["expectedVersion"] = .int(expectedVersion) }
        return try await send("attendanceOvertimeApprove", input, Self.record, by: person)
    }

    func recompute(_ from: String, _ to: String, of people: [JSONValue]? = nil) async throws -> JSONValue {
        var input: JSONObject = ["range": ["from": .string(from), "to": .string(to)]]
        if let people { input["employeeIds"] = .array(people) }
        return try await send("attendanceRecompute", input, "clientMutationId")
    }

    func record(_ id: JSONValue?) async throws -> JSONValue {
        let document = """
            query ($id: ID!) { node(id: $id) { ... on AttendanceRecord { status workedMinutes version flags } } }
            """
        let data = try await fixture.data(document, ["id": try #require(id)], as: fixture.first.admin.viewer)
        return try #require(data["node"])
    }

    /// The ID of somebody's only record.
    func recordID(of person: TestPerson) throws -> JSONValue {
        let rows = try fixture.owner().query(
            "SELECT id FROM attendance_records WHERE employee_id = $1",
            [.uuid(person.employeeID)]
        )
        try #require(rows.count == 1)
        return .string(GlobalID(.attendanceRecord, rows[0].uuid(0)).description)
    }

    func lockPeriod(_ first: String, _ last: String) throws {
        _ = try fixture.owner().query(
            """
            INSERT INTO attendance_periods (organization_id, name, days, status, locked_at)
            VALUES ($1, 'Period', daterange($2::text::date, $3::text::date, '[]'), 'locked', now())
            """,
            [.uuid(fixture.first.id), .text(first), .text(last)]
        )
    }
}
