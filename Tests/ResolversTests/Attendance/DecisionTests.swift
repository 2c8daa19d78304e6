import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Decisions about days, sessions and punches", .serialized)
struct DecisionTests {
    @Test("An override sets the status whatever the punches say, is recorded, and can be taken back")
    func override() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let remote = try await desk.override("2026-01-05", "REMOTE")
            #expect(remote.codes == [])
            #expect(remote.at("record.status") == "REMOTE")
            #expect(remote.at("record.flags") == ["overridden"])
            #expect(remote.at("record.version") == 1)
            try await desk.work("2026-01-05", from: "08:00", to: "16:00")
            let record = try await desk.record(remote.at("record.id"))
            #expect(record["status"] == "REMOTE")
            #expect(record["workedMinutes"] == 480)
            let stale = try await desk.override("2026-01-05", "ABSENT", expectedVersion: 1)
            #expect(stale.codes == ["STALE_VERSION"])
            #expect(stale.at("userErrors.0.currentVersion") == record["version"])
            let back = try await desk.override("2026-01-05", "PENDING", expectedVersion: record["version"]?.intValue)
            #expect(back.at("record.status") == "PRESENT")
            #expect(back.at("record.flags") == [])
            let audits = try fixture.auditRows("attendanceRecordOverride")
            #expect(audits.map(\.reason) == ["as agreed", "as agreed"])
            #expect(audits[0].old == nil)
            #expect(audits[1].old == #"{"status": "remote", "override": "remote"}"#)
            #expect(audits[1].new == #"{"status": "present", "override": null}"#)
        }
    }

    @Test("Overrides that are refused")
    func overrideRefusals() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            #expect(try await desk.override("2026-01-05", "REMOTE", reason: "  ").codes == ["REQUIRED"])
            #expect(try await desk.override("2026-01-05", "REMOTE", expectedVersion: 3).codes == ["STALE_VERSION"])
            #expect(try await desk.override("2026-01-05", "REMOTE", of: fixture.second.member).codes == ["NOT_FOUND"])
            try desk.lockPeriod("2026-01-01", "2026-01-31")
            #expect(try await desk.override("2026-01-05", "REMOTE").codes == ["PERIOD_LOCKED"])
            let response = try await fixture.response(
                "attendanceRecordOverride",
                desk.overrideInput("2026-02-05", "REMOTE", of: fixture.first.member),
                as: fixture.first.manager.viewer
            )
            #expect(response.at("errors.0.extensions.code") == "FORBIDDEN")
            #expect(try fixture.auditRows("attendanceRecordOverride").isEmpty)
        }
    }

    @Test("Several days at once: each item for itself, or all or nothing; as many statements for one as for ten")
    func bulk() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            try desk.lockPeriod("2026-03-01", "2026-03-31")
            let days = ["2026-01-05", "2026-01-06", "2026-01-05", "2026-03-05"]
            let items =
                days.map { desk.item($0, of: fixture.first.member) }
                + [desk.item("2026-01-07", of: fixture.second.member)]
            let nothing = try await desk.bulk(items, policy: "REJECT_EVERYTHING")
            #expect(nothing["applied"] == false)
            let codes = [
                ["BATCH_ABORTED"], ["BATCH_ABORTED"], ["DUPLICATE_IN_BATCH"], ["PERIOD_LOCKED"], ["NOT_FOUND"],
            ]
            #expect(nothing.resultCodes == codes)
            let some = try await desk.bulk(items, policy: "REJECT_FAILED_ROWS")
            #expect(some["applied"] == true)
            #expect(some["successCount"] == 2)
            #expect(some.resultCodes == [[], [], ["DUPLICATE_IN_BATCH"], ["PERIOD_LOCKED"], ["NOT_FOUND"]])
            #expect(some.at("results.1.attendanceRecord.workDate") == "2026-01-06")
            #expect(some.at("results.1.clientRef") == "2026-01-06")
            #expect(try fixture.auditRows("attendanceRecordsBulkOverride").count == 2)
            var counts: [Int] = []
            for number in [1, 10] {
                let items = (0..<number).map {
                    desk.item("2026-0\(number % 9 + 3 > 3 ? 4 : 5)-1\($0)", of: fixture.first.member)
                }
                counts.append(try await fixture.statements.during { _ = try await desk.bulk(items) }.count)
            }
            #expect(counts[0] == counts[1])
            let large = try await desk.bulk((0...200).map { _ in desk.item("2026-05-05", of: fixture.first.member) })
            #expect(large.codes == ["BATCH_TOO_LARGE"])
        }
    }

    @Test("A void takes a punch out of its day and keeps it; one of a locked period stays (case 9)")
    func void() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let event = try await desk.work("2026-01-05", from: "08:00", to: "16:00")
            let voided = try await desk.void(event)
            #expect(voided.codes == [])
            #expect(voided.at("event.voided") == true)
            #expect(voided.at("event.voidReason") == "by mistake")
            #expect(voided.at("record.workedMinutes") == 0)
            #expect(voided.at("record.flags") == ["missing_clock_out"])
            #expect(try await desk.void(event).codes == ["INVALID_TRANSITION"])
            #expect(try await desk.void("bm9uZQ").codes == ["NOT_FOUND"])
            let audits = try fixture.auditRows("attendanceEventVoid")
            #expect(audits.map(\.reason) == ["by mistake"])
            #expect(audits[0].new == #"{"voided": true}"#)
            let other = try await desk.work("2026-02-05", from: "08:00", to: "16:00")
            try desk.lockPeriod("2026-02-01", "2026-02-28")
            #expect(try await desk.void(other).codes == ["PERIOD_LOCKED"])
            #expect(try fixture.owner().query("SELECT count(*) FROM attendance_event_voids")[0].int64(0) == 1)
        }
    }

    @Test("Of 8 voids of one punch at once, one counts")
    func concurrentVoids() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let desk = AttendanceDesk(fixture)
            let event = try await desk.work("2026-01-05", from: "08:00", to: "16:00")
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 { group.addTask { try await desk.void(event).codes } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0 == [] } == 1)
            #expect(codes.count { $0 == ["INVALID_TRANSITION"] } == 7)
        }
    }

    @Test("A forgotten session is closed by somebody else, at a time that makes sense")
    func close() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let session = try await desk.clockIn("2026-01-05T08:00:00Z")
            #expect(try await desk.close(session, "2026-01-05T08:00:00Z").codes == ["INVALID"])
            #expect(try await desk.close(session, "2026-01-06T08:00:00Z").codes == ["INVALID"])
            let ahead = try await desk.close(session, "2026-01-05T20:00:00Z", now: "2026-01-05T12:00:00Z")
            #expect(ahead.codes == ["EVENT_IN_FUTURE"])
            let closed = try await desk.close(session, "2026-01-05T16:00:00Z")
            #expect(closed.codes == [])
            #expect(closed.at("session.status") == "CLOSED")
            #expect(closed.at("session.clockOut.source") == "MANUAL")
            #expect(closed.at("session.clockOut.note") == "forgotten")
            #expect(closed.at("record.workedMinutes") == 480)
            #expect(try await desk.close(session, "2026-01-05T17:00:00Z").codes == ["INVALID_TRANSITION"])
            #expect(try await desk.close("bm9uZQ", "2026-01-05T17:00:00Z").codes == ["NOT_FOUND"])
            let audits = try fixture.auditRows("attendanceSessionClose")
            #expect(audits.map(\.old) == [#"{"status": "open", "clockOutAt": null}"#])
        }
    }

    @Test("Overtime counts as far as somebody approves it, and nobody approves their own")
    func overtime() async throws {
        try await TenantFixture.with { fixture in
            let desk = AttendanceDesk(fixture)
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            for person in [fixture.first.member, fixture.first.manager] {
                _ = try fixture.insertAssignment(of: person.employeeID, to: shift, from: "2026-01-01")
            }
            try await desk.work("2026-01-05", from: "08:00", to: "17:00")
            let record = try desk.recordID(of: fixture.first.member)
            let approved = try await desk.approve(record, 45, by: fixture.first.manager)
            #expect(approved.codes == [])
            #expect(approved.at("record.overtimeMinutes") == 60)
            #expect(approved.at("record.approvedOvertimeMinutes") == 45)
            #expect(try await desk.approve(record, 90).at("record.approvedOvertimeMinutes") == 60)
            #expect(try await desk.approve(record, -1).codes == ["OUT_OF_RANGE"])
            #expect(try await desk.approve(record, 10, expectedVersion: 1).codes == ["STALE_VERSION"])
            try await desk.work("2026-01-05", from: "08:00", to: "17:00", of: fixture.first.manager)
            let own = try desk.recordID(of: fixture.first.manager)
            #expect(try await desk.approve(own, 60, by: fixture.first.manager).codes == ["SELF_APPROVAL"])
            try fixture.owner().execute("UPDATE organization_settings SET allow_self_approval = true")
            #expect(try await desk.approve(own, 60, by: fixture.first.manager).codes == [])
            #expect(try await desk.approve(record, 10, by: fixture.second.admin).codes == ["NOT_FOUND"])
            try desk.lockPeriod("2026-01-01", "2026-01-31")
            #expect(try await desk.approve(record, 30).codes == ["PERIOD_LOCKED"])
            let audits = try fixture.auditRows("attendanceOvertimeApprove")
            #expect(audits.map(\.new) == [#"{"minutes": 45}"#, #"{"minutes": 90}"#, #"{"minutes": 60}"#])
            #expect(audits[1].old == #"{"minutes": 45}"#)
        }
    }
}

extension JSONValue {
    /// The codes of each result of a bulk payload.
    fileprivate var resultCodes: [[String]] { self["results"]?.arrayValue?.map(\.codes) ?? [] }
}
