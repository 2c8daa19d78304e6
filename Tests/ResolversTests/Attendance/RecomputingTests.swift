import FoundationEssentials
import JSON
import Jobs
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Days computed anew behind a mutation", .serialized)
struct RecomputingTests {
    @Test("Days follow the rules as they are now, but for locked periods; who did not come is noted")
    func recompute() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            for date in ["2026-01-31", "2026-02-02"] { try await desk.work(date, from: "08:00", to: "17:00") }
            let shift = try fixture.insertShift("Day", "08:00", "16:00", weekdays: 127)
            let member = fixture.first.member.employeeID
            _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-01-01")
            try desk.lockPeriod("2026-01-01", "2026-01-31")
            #expect(try await desk.recompute("2026-01-30", "2026-02-03").codes == [])
            try await fixture.runJobs()
            let days = try fixture.owner().query(
                """
                SELECT work_date::text, status::text, overtime_minutes FROM attendance_records
                WHERE employee_id = $1 ORDER BY work_date
                """,
                [.uuid(member)]
            ).map { "\($0.string(0)) \($0.string(1)) \($0.int32(2))" }
            #expect(
                days == [
                    "2026-01-31 present 0", "2026-02-01 absent 0", "2026-02-02 present 60", "2026-02-03 absent 0",
                ]
            )
            #expect(try fixture.auditRows("attendanceRecompute").count == 1)
        }
    }

    @Test("Days that were noted in a wrong zone move to their dates in the right one")
    func wrongZone() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let clock = ClockClient(fixture, fixture.first.member)
            // In UTC at first: 01:00 on Tuesday, and 20:00 on Tuesday.
            for (start, end) in [("06T01", "06T02"), ("06T20", "06T21")] {
                _ = try await clock.clockIn(at: "2026-01-\(start):00:00Z")
                _ = try await clock.clockOut(at: "2026-01-\(end):00:00Z")
            }
            _ = try fixture.owner().query(
                "UPDATE employees SET time_zone = 'America/New_York' WHERE id = $1",
                [.uuid(fixture.first.member.employeeID)]
            )
            #expect(try await desk.recompute("2026-01-04", "2026-01-07").codes == [])
            try await fixture.runJobs()
            let records = try fixture.owner().query(
                "SELECT concat_ws(' ', work_date, time_zone, worked_minutes) FROM attendance_records ORDER BY work_date"
            )
            #expect(
                records.map { $0.string(0) } == ["2026-01-05 America/New_York 60", "2026-01-06 America/New_York 60"]
            )
        }
    }

    @Test("Only employees that are named, who must be of the organization, and not too many days")
    func bounds() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let stranger = JSONValue.string(fixture.second.member.employeeGlobalID.description)
            let member = JSONValue.string(fixture.first.member.employeeGlobalID.description)
            let foreign = try await desk.recompute("2026-01-01", "2026-01-02", of: [member, stranger])
            #expect(foreign.codes == ["NOT_FOUND"])
            #expect(foreign.at("userErrors.0.path") == ["input", "employeeIds", "1"])
            #expect(try await desk.recompute("2026-01-02", "2026-01-01").codes == ["OUT_OF_RANGE"])
            #expect(try await desk.recompute("2025-01-01", "2026-01-02").codes == ["OUT_OF_RANGE"])
            let many = [JSONValue](repeating: member, count: 1001)
            #expect(try await desk.recompute("2026-01-01", "2026-01-02", of: many).codes == ["BATCH_TOO_LARGE"])
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            for person in [fixture.first.member, fixture.first.manager] {
                _ = try fixture.insertAssignment(of: person.employeeID, to: shift, from: "2026-01-01")
            }
            #expect(try await desk.recompute("2026-01-01", "2026-01-02", of: [member]).codes == [])
            try await fixture.runJobs()
            let employees = try fixture.owner().query("SELECT DISTINCT employee_id FROM attendance_records")
            #expect(employees.map { $0.uuid(0) } == [fixture.first.member.employeeID])
        }
    }
}

extension TenantFixture {
    /// Runs the background work that is due.
    func runJobs() async throws {
        _ = try await deliverMail()
    }
}
