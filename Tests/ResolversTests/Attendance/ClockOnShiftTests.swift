import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("The clock and the days that it changes", .serialized)
struct ClockOnShiftTests {
    @Test("A day on a shift is late, rounded and counted as the shift says")
    func shift() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Night", "22:00", "06:00")
            _ = try fixture.insertAssignment(of: fixture.first.member.employeeID, to: shift, from: "2026-01-01")
            let clock = ClockClient(fixture, fixture.first.member)
            let clockedIn = try await clock.clockIn(at: "2026-01-05T22:10:00Z")
            #expect(clockedIn.at("record.workDate") == "2026-01-05")
            #expect(clockedIn.at("record.lateMinutes") == 10)
            let done = try await clock.clockOut(at: "2026-01-06T06:30:00Z")
            #expect(done.at("record.workedMinutes") == 500)
            #expect(done.at("record.overtimeMinutes") == 30)
            #expect(done.at("record.status") == "PRESENT")
        }
    }

    @Test("Somebody who forgot to clock out comes again: the old session counts nothing")
    func forgotten() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            let forgotten = try await clock.clockIn(at: "2026-01-05T08:00:00Z")
            #expect(try await clock.clockOut(at: "2026-01-06T08:00:00Z").codes == ["NOT_CLOCKED_IN"])
            #expect(try await clock.clockIn(at: "2026-01-06T08:00:00Z").codes == [])
            let data = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { ... on AttendanceSession { status workedMinutes record { flags } } } }",
                ["id": forgotten.at("session.id") ?? .null],
                as: fixture.first.member.viewer
            )
            #expect(data.at("node.status") == "AUTO_CLOSED")
            #expect(data.at("node.record.flags") == ["auto_closed", "missing_clock_out"])
        }
    }

    @Test("A manager enters a day of last week, punch by punch, beside the days after it")
    func backdated() async throws {
        try await TenantFixture.with { fixture in
            let own = ClockClient(fixture, fixture.first.member)
            #expect(try await own.clockIn(at: "2026-01-12T08:00:00Z").codes == [])
            let admin = ClockClient(fixture, fixture.first.admin)
            let id = JSONValue.string(fixture.first.member.employeeGlobalID.description)
            let now = "2026-01-12T09:00:00Z"
            let clockIn: JSONObject = ["employeeId": id, "occurredAt": "2026-01-05T08:00:00Z"]
            #expect(try await admin.clockIn(clockIn, at: now).at("session.status") == "AUTO_CLOSED")
            let pause: JSONObject = ["employeeId": id, "occurredAt": "2026-01-05T12:00:00Z"]
            #expect(try await admin.breakStart(pause, at: now).codes == ["INVALID"])
            let clockOut: JSONObject = ["employeeId": id, "occurredAt": "2026-01-05T16:00:00Z"]
            let done = try await admin.clockOut(clockOut, at: now)
            #expect(done.codes == [])
            #expect(done.at("record.workedMinutes") == 480)
            #expect(done.at("record.flags") == [])
            // Within a session that others have ended, and before one that has begun.
            let inside: JSONObject = ["employeeId": id, "occurredAt": "2026-01-05T12:00:00Z"]
            #expect(try await admin.clockIn(inside, at: now).codes == ["SESSION_OVERLAP"])
            let early: JSONObject = ["employeeId": id, "occurredAt": "2026-01-12T07:00:00Z"]
            #expect(try await admin.clockIn(early, at: now).codes == ["SESSION_OVERLAP"])
        }
    }

    @Test("Nothing is punched into a locked period")
    func lockedPeriod() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                """
                INSERT INTO attendance_periods (organization_id, name, days, status, locked_at)
                VALUES ($1, 'January', '[2026-01-01,2026-01-31]', 'locked', now())
                """,
                [.uuid(fixture.first.id)]
            )
            let clock = ClockClient(fixture, fixture.first.member)
            #expect(try await clock.clockIn(at: "2026-01-05T08:00:00Z").codes == ["PERIOD_LOCKED"])
            let events = try fixture.owner().query("SELECT count(*) FROM attendance_events")
            #expect(events[0].int64(0) == 0)
            let document = """
                mutation ($id: ID!) { attendanceClockIn(input: {employeeId: $id}) { userErrors { code
                  ... on PeriodLockedError { period { name status } } } } }
                """
            let data = try await fixture.data(
                document,
                ["id": .string(fixture.first.member.employeeGlobalID.description)],
                as: fixture.first.admin.viewer,
                now: try instant("2026-01-05T08:00:00Z")
            )
            #expect(data.at("attendanceClockIn.userErrors.0.period.name") == "January")
            #expect(data.at("attendanceClockIn.userErrors.0.period.status") == "LOCKED")
            #expect(try await clock.clockIn(at: "2026-02-01T08:00:00Z").codes == [])
        }
    }
}
