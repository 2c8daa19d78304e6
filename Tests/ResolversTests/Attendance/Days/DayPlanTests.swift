import FoundationEssentials
import Postgres
import Testing
import Time

@testable import Resolvers

@Suite("How the statements about days are planned")
struct DayPlanTests {
    @Test("Punches and records are read from their days' place in the index on, however long the history")
    func historyIsNotRead() async throws {
        try await TenantFixture.with { fixture in
            try addHistory(fixture)
            let day = try #require(CalendarDate(iso: "2026-01-05"))
            let days = EmployeeDays(fixture.first.member.employeeID, from: day, through: day)
            let statements = StoredDays.statements([days], isLocking: false)
            for (name, condition) in [
                ("records of days", "(work_date >= span.first) AND (work_date <= span.last)"),
                ("punches of days", "(occurred_at >= span.starts_at) AND (occurred_at < span.ends_at)"),
            ] {
                let statement = try #require(statements.first { $0.statement.name == name })
                let plan = try await plan(statement, fixture)
                #expect(indexConditions(plan).contains { $0.contains(condition) }, "\(plan.joined(separator: "\n"))")
            }
            let events = RecordEvents.statement(
                .uuids([UUID()]),
                .uuids([days.employeeID]),
                .dates([day]),
                .dates([day])
            )
            let plan = try await plan(events, fixture)
            for condition in ["occurred_at >= span.starts_at", "work_date >= span", "occurred_at <= s.ends_at"] {
                #expect(indexConditions(plan).contains { $0.contains(condition) }, "\(plan.joined(separator: "\n"))")
            }
        }
    }

    private func indexConditions(_ plan: [String]) -> [String] { plan.filter { $0.contains("Index Cond:") } }

    /// Half a year of sixty employees: the planner looks at how much there is.
    private func addHistory(_ fixture: TenantFixture) throws {
        let owner = try fixture.owner()
        for number in 1...60 { try fixture.first.insertEmployee(UUID(), number: "H-\(number)", owner) }
        for statement in Self.history { _ = try owner.query(statement, [.uuid(fixture.first.id)]) }
        try owner.execute("ANALYZE")
    }

    private static let history = [
        """
        INSERT INTO attendance_records (organization_id, employee_id, work_date, time_zone)
        SELECT $1, e.id, date '2025-10-01' + n, 'UTC' FROM employees e, generate_series(1, 180) n
        WHERE e.organization_id = $1
        """,
        """
        INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source)
        SELECT $1, r.employee_id, k.kind::attendance_event_kind, r.work_date + k.time, 'UTC', 0, 'kiosk'
        FROM attendance_records r, (VALUES ('clock_in', time '08:00'), ('clock_out', time '12:00')) k (kind, time)
        WHERE r.organization_id = $1
        """,
        """
        INSERT INTO attendance_sessions
          (organization_id, employee_id, record_id, clock_in_event_id, clock_out_event_id, clock_in_at, clock_out_at, status)
        SELECT $1, r.employee_id, r.id, i.id, o.id, i.occurred_at, o.occurred_at, 'closed'
        FROM attendance_records r
        JOIN attendance_events i
          ON i.organization_id = $1 AND i.employee_id = r.employee_id AND i.occurred_at = r.work_date + time '08:00'
        JOIN attendance_events o
          ON o.organization_id = $1 AND o.employee_id = r.employee_id AND o.occurred_at = r.work_date + time '12:00'
        WHERE r.organization_id = $1
        """,
    ]

    /// As the server's role sees it.
    private func plan(_ bound: BoundStatement<TenantScope>, _ fixture: TenantFixture) async throws -> [String] {
        try await fixture.database.transaction(in: DayBench(fixture).scope) { transaction in
            _ = try await transaction.run(Self.noScans())
            let explain = Statement<TenantScope>("plan", "EXPLAIN (COSTS OFF) " + bound.statement.sql)
            return try await transaction.run(explain.bind(bound.parameters)).map { $0.string(0) }
        }
    }

    private static let noScans = Statement<TenantScope>(
        "no scans",
        """
        SELECT set_config(name, 'off', true) FROM unnest('{enable_seqscan,enable_bitmapscan}'::text[]) AS name
        WHERE $1::uuid IS NOT NULL
        """
    )
}
