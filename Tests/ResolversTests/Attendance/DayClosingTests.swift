import FoundationEssentials
import Hours
import JSON
import Jobs
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Days that the scheduler closes", .serialized)
struct DayClosingTests {
    @Test(
        "A forgotten session ends once its window has passed, counts nothing, and a clock-out still mends it (case 8)"
    )
    func forgottenSession() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(
                of: member.employeeID,
                to: shift,
                from: "2026-01-05",
                through: "2026-01-05"
            )
            let clock = ClockClient(fixture, member)
            let opened = try await clock.clockIn(at: "2026-01-05T08:00:00Z")
            try await close(fixture, "2026-01-05T20:00:00Z")
            #expect(try sessions(fixture) == ["open"])
            try await close(fixture, "2026-01-05T20:00:01Z")
            #expect(try sessions(fixture) == ["auto_closed"])
            let event = try fixture.owner().query(
                """
                SELECT source::text, occurred_at, actor_user_id IS NULL, utc_offset_minutes FROM attendance_events
                WHERE kind = 'clock_out'
                """
            )
            #expect(event.map { $0.string(0) } == ["auto"])
            #expect(event[0].timestamp(1) == Timestamp(rfc3339: "2026-01-05T20:00:00Z"))
            #expect(event[0].bool(2))
            let record = try await AttendanceDesk(fixture).record(opened.at("record.id"))
            #expect(record["workedMinutes"] == 0)
            #expect(record["flags"] == ["auto_closed", "missing_clock_out"])
            // They worked longer than the system thought.
            let done = try await clock.clockOut(at: "2026-01-05T21:00:00Z")
            #expect(done.codes == [])
            #expect(done.at("record.workedMinutes") == 780)
            #expect(done.at("record.flags") == [])
        }
    }

    @Test(
        "Without a shift a session ends when it has lasted as long as sessions may; where nobody ends it, it is flagged"
    )
    func withoutShift() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            #expect(try await clock.clockIn(at: "2026-01-05T08:00:00Z").codes == [])
            try fixture.owner().execute("UPDATE organization_settings SET auto_close_open_sessions = false")
            try await close(fixture, "2026-01-06T00:00:01Z")
            #expect(try sessions(fixture) == ["open"])
            let flags = try fixture.owner().query("SELECT flags FROM attendance_records")[0].texts(0)
            #expect(flags == ["missing_clock_out"])
            let names = try await fixture.statements.during { try await close(fixture, "2026-01-06T00:05:00Z") }
            #expect(names.filter { $0 == "store days' records" }.isEmpty)
            try fixture.owner().execute("UPDATE organization_settings SET auto_close_open_sessions = true")
            try await close(fixture, "2026-01-06T00:10:00Z")
            #expect(try sessions(fixture) == ["auto_closed"])
        }
    }

    @Test("Who did not come is absent once the window has passed, unless the day is free or the person is not employed")
    func absences() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Night", "22:00", "06:00", timeZone: "Europe/Berlin")
            let member = fixture.first.member.employeeID
            let manager = fixture.first.manager.employeeID
            _ = try fixture.insertAssignment(
                of: member,
                to: shift,
                from: "2026-01-01",
                rotation: ("2026-01-05", [shift, nil, nil])
            )
            _ = try fixture.insertAssignment(of: manager, to: shift, from: "2026-01-01")
            _ = try fixture.owner().query(
                "UPDATE employees SET hired_on = '2026-01-06' WHERE id = $1",
                [.uuid(manager)]
            )
            _ = try fixture.insertCalendar("Feasts", isDefault: true, days: [("2026-01-06", nil)])
            // 06:00 in Berlin, and four hours more.
            try await close(fixture, "2026-01-06T09:00:00Z")
            #expect(try records(fixture) == [])
            try await close(fixture, "2026-01-06T09:00:01Z")
            #expect(try records(fixture) == ["2026-01-05 absent"])
            let names = try await fixture.statements.during { try await close(fixture, "2026-01-07T09:05:00Z") }
            #expect(!names.contains("records of days"))
            try await close(fixture, "2026-01-08T09:05:00Z")
            #expect(try records(fixture) == ["2026-01-05 absent", "2026-01-07 absent"])
        }
    }

    @Test("Locked periods, and organizations that are not at work, are left alone")
    func leftAlone() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(of: fixture.first.manager.employeeID, to: shift, from: "2026-01-05")
            #expect(
                try await ClockClient(fixture, fixture.first.member).clockIn(at: "2026-01-05T08:00:00Z").codes == []
            )
            let owner = try fixture.owner()
            _ = try owner.query(
                """
                INSERT INTO organization_suspensions (organization_id, suspended_by, reason, period)
                VALUES ($1, $2, 'test', tstzrange('2020-01-01', NULL))
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            try await close(fixture, "2026-01-06T03:00:00Z")
            #expect(try sessions(fixture) == ["open"])
            try owner.execute("DELETE FROM organization_suspensions")
            try AttendanceDesk(fixture).lockPeriod("2026-01-01", "2026-01-31")
            try await close(fixture, "2026-01-06T03:00:00Z")
            #expect(try sessions(fixture) == ["open"])
            #expect(try records(fixture) == ["2026-01-05 pending"])
            try owner.execute("UPDATE attendance_periods SET status = 'open', locked_at = NULL")
            try await close(fixture, "2026-01-06T03:00:00Z")
            #expect(try sessions(fixture) == ["auto_closed"])
            #expect(try records(fixture) == ["2026-01-05 absent", "2026-01-05 pending"])
        }
    }

    @Test("Several servers at once do it once, in chunks of a constant number of statements")
    func servers() async throws {
        try await TenantFixture.with(poolSize: 4) { fixture in
            let owner = try fixture.owner()
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            for number in 0..<12 {
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: "S-\(number)", owner)
                if number % 2 == 0 {
                    _ = try fixture.insertAssignment(of: employee, to: shift, from: "2026-01-05", through: "2026-01-05")
                } else {
                    try await DayBench(fixture).punch(employee, .clockIn, "2026-01-05T08:00:00Z")
                }
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await close(fixture, "2026-01-06T03:00:00Z", chunkSize: 5) } }
                try await group.waitForAll()
            }
            #expect(try sessions(fixture) == [String](repeating: "auto_closed", count: 6))
            #expect(try owner.query("SELECT count(*) FROM attendance_events WHERE source = 'auto'")[0].int64(0) == 6)
            #expect(try records(fixture).filter { $0.hasSuffix("absent") }.count == 6)
            #expect(try owner.query("SELECT count(*) FROM attendance_records WHERE version > 2")[0].int64(0) == 0)
        }
    }

    @Test("The audit log says what the system did, in one statement for all of it")
    func audited() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            let manager = fixture.first.manager
            _ = try fixture.insertAssignment(
                of: manager.employeeID,
                to: shift,
                from: "2026-01-05",
                through: "2026-01-05"
            )
            _ = try await ClockClient(fixture, fixture.first.member).clockIn(at: "2026-01-05T08:00:00Z")
            let names = try await fixture.statements.during { try await close(fixture, "2026-01-06T03:00:00Z") }
            #expect(names.filter { $0 == "audit" }.count == 1)
            let rows = try fixture.owner().query(
                """
                SELECT concat_ws(' ', action, entity_type, old_values ->> 'status', new_values ->> 'status') FROM audit_logs
                WHERE actor_kind = 'system' AND actor_user_id IS NULL AND organization_id = $1 ORDER BY 1
                """,
                [.uuid(fixture.first.id)]
            ).map { $0.string(0) }
            #expect(
                rows == [
                    "attendanceRecompute AttendanceRecord", "attendanceRecompute AttendanceRecord absent",
                    "attendanceSessionClose AttendanceSession open auto_closed",
                ]
            )
            try await close(fixture, "2026-01-06T03:05:00Z")
            let log = "SELECT count(*) FROM audit_logs WHERE actor_kind = 'system'"
            #expect(try fixture.owner().query(log)[0].int64(0) == 3)
        }
    }

    @Test("Everybody has their turn in an organization of thousands")
    func turns() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            _ = try owner.query(
                """
                INSERT INTO employees (organization_id, id, employee_number, full_name, hired_on)
                SELECT $1, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'T-' || n, 'Somebody',
                  '2020-01-01'
                FROM generate_series(1, 2000) n
                """,
                [.uuid(fixture.first.id)]
            )
            let first = try #require(UUID(uuidString: "00000000-0000-4000-8000-000000000001"))
            let last = try #require(UUID(uuidString: "FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF"))
            try fixture.first.insertEmployee(last, number: "T-last", owner)
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            for employee in [first, last] {
                _ = try fixture.insertAssignment(of: employee, to: shift, from: "2026-01-05", through: "2026-01-05")
            }
            try await close(fixture, "2026-01-06T03:00:00Z")
            let rows = try owner.query("SELECT employee_id FROM attendance_records WHERE status = 'absent' ORDER BY 1")
            #expect(rows.map { $0.uuid(0) } == [first, last])
        }
    }

    private func close(_ fixture: TenantFixture, _ now: String, chunkSize: Int = 200) async throws {
        let closing = DayClosing(database: fixture.database, chunkSize: chunkSize)
        try await closing.close(now: try instant(now))
    }

    private func sessions(_ fixture: TenantFixture) throws -> [String] {
        try fixture.owner().query("SELECT status::text FROM attendance_sessions").map { $0.string(0) }
    }

    private func records(_ fixture: TenantFixture) throws -> [String] {
        try fixture.owner().query("SELECT work_date::text, status::text FROM attendance_records ORDER BY 1, 2").map {
            "\($0.string(0)) \($0.string(1))"
        }
    }
}
