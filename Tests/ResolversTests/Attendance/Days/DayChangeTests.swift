import FoundationEssentials
import Hours
import Postgres
import Testing
import Time

@testable import Resolvers

@Suite("How stored days change", .serialized)
struct DayChangeTests {
    @Test("A punch between others ends the session before it and begins another; ids and versions tell what changed")
    func splitSession() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            try await bench.punch(member, .clockIn, "2026-01-05T08:00:00Z")
            try await bench.punch(member, .breakStart, "2026-01-05T09:00:00Z")
            try await bench.punch(member, .breakEnd, "2026-01-05T09:30:00Z")
            try await bench.punch(member, .clockOut, "2026-01-05T17:00:00Z")
            let session = try sessions(fixture)[0]
            let pause = try fixture.owner().query("SELECT id FROM attendance_breaks")[0].uuid(0)
            try await bench.punch(member, .clockIn, "2026-01-05T13:00:00Z")
            let first = try sessions(fixture)
            #expect(first.map(\.status) == ["auto_closed", "closed"])
            #expect(first[0].id == session.id)
            #expect(first[0].version == session.version + 1)
            let middle = try await bench.punch(member, .clockOut, "2026-01-05T12:00:00Z")
            let second = try sessions(fixture)
            #expect(second.map(\.status) == ["closed", "closed"])
            #expect(second[1].version == first[1].version)
            #expect(try fixture.owner().query("SELECT id FROM attendance_breaks").map { $0.uuid(0) } == [pause])
            let noon = try #require(Timestamp(rfc3339: "2026-01-05T12:00:00Z"))
            try await bench.void([middle], of: member, at: noon)
            #expect(try sessions(fixture).map(\.status) == ["auto_closed", "closed"])
        }
    }

    @Test("A day whose punches are all voided stays, without sessions, and gets them back")
    func voidedDay() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let clockIn = try await bench.punch(member, .clockIn, "2026-01-05T08:00:00Z")
            try await bench.punch(member, .breakStart, "2026-01-05T09:00:00Z")
            let instant = try #require(Timestamp(rfc3339: "2026-01-05T08:00:00Z"))
            try await bench.void([clockIn], of: member, at: instant)
            #expect(try sessions(fixture).map(\.status) == ["voided"])
            #expect(try fixture.owner().query("SELECT count(*) FROM attendance_breaks")[0].int64(0) == 0)
            let day = try #require(try bench.days(of: member).values.first)
            #expect(day.values.status == "pending")
            #expect(day.values.flags == ["unmatched_break"])
            _ = try fixture.owner().query("DELETE FROM attendance_event_voids")
            try await bench.recompute([EmployeeDays(member, around: instant)])
            #expect(try sessions(fixture).map(\.status) == ["open"])
            #expect(try fixture.owner().query("SELECT count(*) FROM attendance_breaks")[0].int64(0) == 1)
        }
    }

    @Test("The parts of a split day have a record each, and a late change of the roster moves the session")
    func splitDay() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let morning = try fixture.insertShift("Morning", "08:00", "12:00")
            let evening = try fixture.insertShift("Evening", "17:00", "21:00")
            _ = try fixture.insertAssignment(of: member, to: morning, from: "2026-01-01")
            let second = try fixture.insertAssignment(of: member, to: evening, from: "2026-01-01", slot: 2)
            for (kind, time) in [
                (PunchKind.clockIn, "08:05"), (.clockOut, "12:00"), (.clockIn, "17:00"), (.clockOut, "21:00"),
            ] {
                try await bench.punch(member, kind, "2026-01-05T\(time):00Z")
            }
            let date = try #require(CalendarDate(iso: "2026-01-05"))
            let days = try bench.days(of: member)
            #expect(days[WorkDay(date: date)]?.values.shiftID == morning)
            #expect(days[WorkDay(date: date)]?.values.lateMinutes == 5)
            #expect(days[WorkDay(date: date, slot: 2)]?.values.shiftID == evening)
            #expect(days[WorkDay(date: date, slot: 2)]?.values.workedMinutes == 240)
            _ = try fixture.owner().query(
                "UPDATE shift_assignments SET deleted_at = now() WHERE id = $1",
                [.uuid(second)]
            )
            try await bench.recompute([EmployeeDays(member, from: date, through: date)])
            let moved = try bench.days(of: member)
            #expect(moved[WorkDay(date: date)]?.sessions.count == 2)
            #expect(moved[WorkDay(date: date)]?.values.workedMinutes == 475)
            #expect(moved[WorkDay(date: date, slot: 2)]?.sessions.isEmpty == true)
            #expect(moved[WorkDay(date: date, slot: 2)]?.values.workedMinutes == 0)
        }
    }

    @Test("Absences are added where they are asked for, from the first day of employment to the last")
    func absences() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let shift = try fixture.insertShift("Day", "08:00", "16:00", weekdays: 31)
            _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-01-01")
            _ = try fixture.owner().query("UPDATE employees SET hired_on = '2026-01-06' WHERE id = $1", [.uuid(member)])
            let first = try #require(CalendarDate(iso: "2026-01-05"))
            let days = [EmployeeDays(member, from: first, through: first.advanced(byDays: 6))]
            try await bench.recompute(days)
            #expect(try bench.days(of: member).isEmpty)
            try await bench.recompute(days, DayEdits(addsAbsences: true))
            let dates = try bench.days(of: member).keys.map { first.days(until: $0.date) }
            #expect(dates.sorted() == [1, 2, 3, 4])
            #expect(try bench.days(of: member).values.allSatisfy { $0.values.status == "absent" })
        }
    }

    @Test("A session that was forgotten weeks ago ends when its employee comes again")
    func forgottenSession() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            try await bench.punch(member, .clockIn, "2026-01-05T08:00:00Z")
            try await bench.punch(member, .clockIn, "2026-02-05T08:00:00Z")
            #expect(try sessions(fixture).map(\.status) == ["auto_closed", "open"])
            // The day before it is computed with the clock-in that comes weeks later.
            let date = try #require(CalendarDate(iso: "2026-01-05"))
            #expect(try await bench.recompute([EmployeeDays(member, from: date, through: date)]).statements.isEmpty)
        }
    }

    @Test("A change of a day of old leaves the day alone on which somebody is at work")
    func openSessionAfterwards() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-03-01")
            try await bench.punch(member, .clockIn, "2026-03-05T08:00:00Z")
            let date = try #require(CalendarDate(iso: "2026-01-05"))
            try await bench.recompute([EmployeeDays(member, from: date, through: date)])
            let today = WorkDay(date: try #require(CalendarDate(iso: "2026-03-05")))
            #expect(try bench.days(of: member)[today]?.values.shiftID == shift)
        }
    }

    @Test("A session that was forgotten long ago ends under the shift of its day, unless its period is locked")
    func openSessionBefore() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-01-01", through: "2026-01-10")
            try await bench.punch(member, .clockIn, "2026-01-05T08:00:00Z")
            let period = """
                INSERT INTO attendance_periods (organization_id, name, days, status, locked_at)
                VALUES ($1, 'January', '[2026-01-01,2026-01-31]', 'locked', now())
                """
            _ = try fixture.owner().query(period, [.uuid(fixture.first.id)])
            await #expect(throws: UserErrors.self) {
                try await bench.punch(member, .clockIn, "2026-03-05T08:00:00Z")
            }
            try fixture.owner().execute("UPDATE attendance_periods SET status = 'open', locked_at = NULL")
            try await bench.punch(member, .clockIn, "2026-03-05T08:00:00Z")
            let day = try bench.days(of: member)[WorkDay(date: try #require(CalendarDate(iso: "2026-01-05")))]
            #expect(day?.values.shiftID == shift)
            #expect(day?.sessions.map(\.end) == [Timestamp(rfc3339: "2026-01-05T20:00:00Z")])
        }
    }

    @Test("Nothing of another organization's employee is computed")
    func otherOrganization() async throws {
        try await TenantFixture.with { fixture in
            let date = try #require(CalendarDate(iso: "2026-01-05"))
            let stranger = fixture.second.member.employeeID
            let computed = try await DayBench(fixture).recompute(
                [EmployeeDays(stranger, from: date, through: date)],
                DayEdits(addsAbsences: true)
            )
            #expect(computed.days.isEmpty)
            #expect(computed.statements.isEmpty)
        }
    }

    private struct Session {
        let id: UUID
        let status: String
        let version: Int32
    }

    private func sessions(_ fixture: TenantFixture) throws -> [Session] {
        try fixture.owner().query("SELECT id, status::text, version FROM attendance_sessions ORDER BY clock_in_at").map
        {
            Session(id: $0.uuid(0), status: $0.string(1), version: $0.int32(2))
        }
    }
}
