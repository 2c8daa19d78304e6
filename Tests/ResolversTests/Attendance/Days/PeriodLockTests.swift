import FoundationEssentials
import Hours
import Postgres
import Schema
import Testing
import Time

@testable import Resolvers

@Suite("Days and the periods that hold them", .serialized)
struct PeriodLockTests {
    @Test("A day of a locked period changes neither by a punch nor by a void, and its neighbours do")
    func lockedPeriod() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let clockIn = try await bench.punch(member, .clockIn, "2026-01-31T08:00:00Z")
            try await bench.punch(member, .clockOut, "2026-01-31T16:00:00Z")
            try insertPeriod("2026-01-01", "2026-01-31", status: "locked", fixture)
            try insertPeriod("2026-02-01", "2026-02-28", status: "open", fixture)
            await refuses { try await bench.punch(member, .clockIn, "2026-01-31T17:00:00Z") }
            // It changes nothing of the day, and counts as a change all the same.
            await refuses { try await bench.punch(member, .breakEnd, "2026-01-30T17:00:00Z") }
            let days = [EmployeeDays(member, around: try #require(Timestamp(rfc3339: "2026-01-31T08:00:00Z")))]
            await refuses { try await bench.recompute(days, DayEdits(voidedEventIDs: [clockIn])) }
            try await bench.punch(member, .clockIn, "2026-02-01T08:00:00Z")
            try await bench.punch(member, .clockOut, "2026-02-01T09:00:00Z")
            #expect(try bench.days(of: member).count == 2)
        }
    }

    @Test("Whoever punches while a period is being locked waits, and is refused (case 10)")
    func lockComesFirst() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let period = try insertPeriod("2026-01-01", "2026-01-31", status: "open", fixture)
            let owner = try fixture.owner()
            try owner.execute("BEGIN")
            try lock(period, owner)
            let punch = Task { try await bench.punch(member, .clockIn, "2026-01-15T08:00:00Z") }
            try await fixture.untilSomebodyWaits()
            try owner.execute("COMMIT")
            await refuses { _ = try await punch.value }
            #expect(try bench.days(of: member).isEmpty)
            #expect(try fixture.owner().query("SELECT count(*) FROM attendance_events")[0].int64(0) == 0)
        }
    }

    @Test("A period waits with its lock for whoever has read its days (case 10)")
    func lockComesSecond() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let period = try insertPeriod("2026-01-01", "2026-01-31", status: "open", fixture)
            try await fixture.database.transaction(in: bench.scope) { transaction in
                let day = try #require(CalendarDate(iso: "2026-01-15"))
                _ = try await StoredDays.read([EmployeeDays(member, from: day, through: day)], in: transaction)
                let owner = try fixture.owner()
                try owner.execute("SET lock_timeout = '100ms'")
                #expect(throws: DatabaseError.self) { try lock(period, owner) }
            }
            try lock(period, try fixture.owner())
        }
    }

    @discardableResult
    private func insertPeriod(
        _ first: String,
        _ last: String,
        status: String,
        _ fixture: TenantFixture
    ) throws -> UUID {
        let id = UUID()
        _ = try fixture.owner().query(
            """
            INSERT INTO attendance_periods (organization_id, id, name, days, status, locked_at)
            VALUES ($1, $2, 'Period', daterange($3::text::date, $4::text::date, '[]'), $5::text::period_status,
                    CASE WHEN $5 <> 'open' THEN now() END)
            """,
            [.uuid(fixture.first.id), .uuid(id), .text(first), .text(last), .text(status)]
        )
        return id
    }

    private func lock(_ period: UUID, _ owner: OwnerConnection) throws {
        _ = try owner.query(
            "UPDATE attendance_periods SET status = 'locked', locked_at = now() WHERE id = $1",
            [.uuid(period)]
        )
    }

    private func refuses(_ body: () async throws -> Void) async {
        do {
            try await body()
            Issue.record("the period is locked")
        } catch let error as UserErrors {
            #expect(error.errors.map(\.code) == [.periodLocked])
        } catch {
            Issue.record(error)
        }
    }
}

extension UserErrorRow {
    fileprivate var code: UserErrorCode? {
        if case .periodLocked(let row) = self { row.error.code } else { nil }
    }
}
