import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("Who may use the clock for whom", .serialized)
struct ClockReachTests {
    private let now = "2026-01-05T08:00:00Z"

    @Test("Nobody reaches another organization, a member only themselves, a manager the team")
    func reach() async throws {
        try await TenantFixture.with { fixture in
            let (first, second) = (fixture.first, fixture.second)
            #expect(try await clockIn(second.member, by: first.admin, fixture) == ["NOT_FOUND"])
            #expect(try await clockIn(first.manager, by: first.member, fixture) == ["NOT_FOUND"])
            #expect(try await clockIn(first.admin, by: first.manager, fixture) == ["NOT_FOUND"])
            #expect(try await clockIn(first.member, by: first.member, fixture) == [])
            #expect(try await clockIn(first.member, by: first.manager, fixture) == ["ALREADY_CLOCKED_IN"])
            #expect(try await clockIn(first.manager, by: first.owner, fixture) == [])
            let malformed = JSONObject(("employeeId", "nobody"))
            #expect(try await ClockClient(fixture, first.admin).clockIn(malformed, at: now).codes == ["NOT_FOUND"])
            let count = try fixture.owner().query("SELECT count(*) FROM attendance_events")
            #expect(count[0].int64(0) == 2)
        }
    }

    @Test("Somebody without an employee record, and employees who have left")
    func withoutRecord() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let none = try await ClockClient(fixture, first.owner).clockIn(at: now)
            #expect(none.codes == ["NO_EMPLOYEE_RECORD"])
            let owner = try fixture.owner()
            _ = try owner.query(
                "UPDATE employees SET status = 'terminated', terminated_on = '2026-01-01' WHERE id = $1",
                [.uuid(first.member.employeeID)]
            )
            _ = try owner.query(
                "UPDATE employees SET deleted_at = now() WHERE id = $1",
                [.uuid(first.manager.employeeID)]
            )
            #expect(try await ClockClient(fixture, first.member).clockIn(at: now).codes == ["EMPLOYEE_INACTIVE"])
            #expect(try await clockIn(first.manager, by: first.admin, fixture) == ["EMPLOYEE_INACTIVE"])
            #expect(try await ClockClient(fixture, first.manager).clockIn(at: now).codes == ["NO_EMPLOYEE_RECORD"])
        }
    }

    @Test("Of 24 clock-ins at once one succeeds, and the others are told of its session (case 4)")
    func concurrentClockIns() async throws {
        try await TenantFixture.with(poolSize: 25) { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            let payloads = try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<24 { group.addTask { try await clock.clockIn(at: now) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let winners = payloads.filter { $0.codes == [] }
            #expect(winners.count == 1)
            let losers = payloads.filter { $0.codes == ["ALREADY_CLOCKED_IN"] }
            #expect(losers.count == 23)
            for loser in losers {
                #expect(loser.at("userErrors.0.openSession.id") == winners.first?.at("session.id"))
            }
            let events = try fixture.owner().query("SELECT count(*) FROM attendance_events")
            #expect(events[0].int64(0) == 1)
        }
    }

    @Test("A session that is opened beside the lock is told of as well (case 4)")
    func constraintDecides() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let owner = try fixture.owner()
            try owner.execute("BEGIN")
            let session = try openSession(of: member, in: fixture.first, owner)
            async let payload = ClockClient(fixture, member).clockIn(at: now)
            try await untilSomebodyWaits(fixture)
            try owner.execute("COMMIT")
            let answer = try await payload
            #expect(answer.codes == ["ALREADY_CLOCKED_IN"])
            let id = GlobalID(.attendanceSession, session).description
            #expect(answer.at("userErrors.0.openSession.id") == .string(id))
        }
    }

    @Test("A punch takes four round trips and one number of statements")
    func roundTrips() async throws {
        try await TenantFixture.with { fixture in
            let viewer = fixture.first.member.viewer
            let before = fixture.database.counters.roundTrips
            let names = try await fixture.statements.during {
                let document = """
                    mutation { attendanceClockIn(input: {}) { event { id kind } session { id } record { id } } }
                    """
                let data = try await fixture.data(document, as: viewer, now: try instant(now))
                #expect(data.at("attendanceClockIn.event.kind") == "CLOCK_IN")
            }
            #expect(fixture.database.counters.roundTrips - before == 4)
            #expect(names.count == 13, "\(names)")
        }
    }

    private func clockIn(
        _ person: TestPerson,
        by actor: TestPerson,
        _ fixture: TenantFixture
    ) async throws -> [String] {
        let input = JSONObject(("employeeId", .string(person.employeeGlobalID.description)))
        return try await ClockClient(fixture, actor).clockIn(input, at: now).codes
    }

    private func untilSomebodyWaits(_ fixture: TenantFixture) async throws {
        let owner = try fixture.owner()
        for _ in 0..<250 {
            let waiting = try owner.query(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if waiting[0].int64(0) > 0 { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("the clock-in does not wait for the other session")
    }

    private func openSession(
        of person: TestPerson,
        in organization: TestOrganization,
        _ owner: OwnerConnection
    ) throws -> UUID {
        let (event, record, session) = (UUID(), UUID(), UUID())
        let ids: [Parameter] = [.uuid(organization.id), .uuid(person.employeeID)]
        _ = try owner.query(
            """
            INSERT INTO attendance_events (organization_id, employee_id, id, kind, occurred_at, time_zone, utc_offset_minutes, source)
            VALUES ($1, $2, $3, 'clock_in', '2026-01-04 08:00Z', 'UTC', 0, 'kiosk')
            """,
            ids + [.uuid(event)]
        )
        _ = try owner.query(
            """
            INSERT INTO attendance_records (organization_id, employee_id, id, work_date, time_zone)
            VALUES ($1, $2, $3, '2026-01-04', 'UTC')
            """,
            ids + [.uuid(record)]
        )
        _ = try owner.query(
            """
            INSERT INTO attendance_sessions (organization_id, employee_id, id, record_id, clock_in_event_id, clock_in_at)
            VALUES ($1, $2, $3, $4, $5, '2026-01-04 08:00Z')
            """,
            ids + [.uuid(session), .uuid(record), .uuid(event)]
        )
        return session
    }
}
