import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("Refusals that name what stands in the way", .serialized)
struct TypedRefusalTests {
    private static let overlap = """
        mutation ($input: AttendanceClockInInput!) { attendanceClockIn(input: $input) { userErrors { __typename code path
          ... on SessionOverlapError { conflictingSessions { clockInAt clockOutAt employee { number } } } } } }
        """

    @Test("A session that would take time of others says of which")
    func overlap() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            try await desk.work("2026-01-05", from: "08:00", to: "12:00")
            try await desk.work("2026-01-05", from: "13:00", to: "17:00")
            try await desk.work("2026-01-05", from: "08:00", to: "17:00", of: fixture.first.manager)
            let inside = try await clockIn("2026-01-05T09:00:00Z", fixture)
            #expect(inside["__typename"] == "SessionOverlapError" && inside["code"] == "SESSION_OVERLAP")
            #expect(inside["path"] == ["input", "occurredAt"])
            #expect(starts(inside) == ["2026-01-05T08:00:00Z"])
            #expect(inside.at("conflictingSessions.0.employee.number") == "E-3")
            // The next session begins where this one would have to end.
            #expect(starts(try await clockIn("2026-01-05T12:30:00Z", fixture)) == ["2026-01-05T13:00:00Z"])
            #expect(try await clockIn("2026-01-05T17:00:00Z", fixture) == .null)
        }
    }

    @Test("A decision that a locked period refuses says of which")
    func lockedPeriod() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            try client.lockJanuary()
            let document = """
                mutation ($id: ID!) { attendanceCorrectionsBulkDecide(input: { items: [{ requestId: $id, approve: true }] }) {
                  results { userErrors { code path ... on PeriodLockedError { period { name status } } } } } }
                """
            let data = try await fixture.data(document, ["id": id], as: fixture.first.admin.viewer)
            #expect(
                data.at("attendanceCorrectionsBulkDecide.results.0.userErrors") == [
                    [
                        "code": "PERIOD_LOCKED", "path": ["input", "items", "0", "requestId"],
                        "period": ["name": "January", "status": "LOCKED"],
                    ]
                ]
            )
        }
    }

    /// The refusal of the member's clock-in; null when it was taken.
    private func clockIn(_ instant: String, _ fixture: TenantFixture) async throws -> JSONValue {
        let employee = JSONValue.string(fixture.first.member.employeeGlobalID.description)
        let data = try await fixture.data(
            Self.overlap,
            ["input": ["employeeId": employee, "occurredAt": .string(instant)]],
            as: fixture.first.admin.viewer,
            now: try Self.now()
        )
        return data.at("attendanceClockIn.userErrors.0") ?? .null
    }

    private static func now() throws -> Timestamp { try instant("2026-06-01T00:00:00Z") }

    private func starts(_ error: JSONValue) -> [String] {
        error["conflictingSessions"]?.arrayValue?.compactMap { $0["clockInAt"]?.stringValue } ?? []
    }
}
