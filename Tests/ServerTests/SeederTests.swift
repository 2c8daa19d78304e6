import FoundationEssentials
import Postgres
import Testing
import Time

@testable import Server

@Suite(.enabled(if: TestDatabase.serverURL != nil)) struct SeederTests {
    private static let migrations =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/migrations"

    private func seed(_ database: TestDatabase, _ plan: SeedPlan) async throws -> OwnerConnection {
        let connection = try database.connect()
        _ = try Migrator(connection: connection, files: MigrationFiles(directory: Self.migrations)).migrate()
        // A Wednesday after the clocks of Berlin had changed on Sunday, March 29.
        let today = try #require(CalendarDate(year: 2026, month: 4, day: 1))
        try await Seeder(connection: connection, today: today).seed(plan)
        return connection
    }

    @Test func daysAreConsistent() async throws {
        try await TestDatabase.with { database in
            let connection = try await seed(database, .bulk(organizations: 2, employees: 20, days: 10))
            let counts = try connection.query(
                """
                SELECT (SELECT count(*) FROM organizations), (SELECT count(*) FROM employees),
                       (SELECT count(*) FROM attendance_records), (SELECT count(*) FROM attendance_sessions),
                       (SELECT count(*) FROM attendance_events WHERE kind IN ('clock_in', 'clock_out'))
                """
            )[0]
            #expect((0..<5).map { counts.int($0) } == [2, 40, 400, 400, 800])
            let wrong = try connection.query(
                """
                SELECT count(*) FILTER (WHERE r.work_date <> (s.clock_in_at AT TIME ZONE r.time_zone)::date),
                       count(*) FILTER (WHERE r.worked_minutes <> extract(epoch FROM s.clock_out_at - s.clock_in_at
                           - coalesce(b.ended_at - b.started_at, '0')) / 60),
                       count(*) FILTER (WHERE i.occurred_at <> s.clock_in_at OR o.occurred_at <> s.clock_out_at),
                       count(*) FILTER (WHERE i.utc_offset_minutes * 60 <> extract(epoch FROM
                           (i.occurred_at AT TIME ZONE i.time_zone) - (i.occurred_at AT TIME ZONE 'UTC'))),
                       count(*) FILTER (WHERE extract(isodow FROM r.work_date) > 5 OR r.status <> 'present'),
                       count(DISTINCT i.utc_offset_minutes) FILTER (WHERE i.time_zone = 'Europe/Berlin')
                FROM attendance_records r
                JOIN attendance_sessions s ON s.organization_id = r.organization_id AND s.record_id = r.id
                JOIN attendance_events i ON i.organization_id = r.organization_id AND i.id = s.clock_in_event_id
                JOIN attendance_events o ON o.organization_id = r.organization_id AND o.id = s.clock_out_event_id
                LEFT JOIN attendance_breaks b ON b.organization_id = r.organization_id AND b.session_id = s.id
                """
            )[0]
            #expect((0..<6).map { wrong.int($0) } == [0, 0, 0, 0, 0, 2])
        }
    }

    @Test func theDemoHasItsSignIns() async throws {
        try await TestDatabase.with { database in
            let connection = try await seed(database, .demo)
            let roles = try connection.query(
                """
                SELECT i.value, r.role::text, e.full_name FROM member_effective_role r
                JOIN user_identifiers i ON i.user_id = r.user_id
                JOIN employees e ON e.organization_id = r.organization_id AND e.member_id = r.member_id ORDER BY 1
                """
            )
            #expect(
                roles.map { [$0.string(0), $0.string(1), $0.string(2)] } == [
                    ["member@demo.example", "member", "Demo Member"], ["owner@demo.example", "owner", "Demo Owner"],
                ]
            )
            let hash = try connection.query("SELECT password_hash FROM user_login_password LIMIT 1")[0].string(0)
            #expect(hash.hasPrefix("$argon2id$"))
            await #expect(throws: CommandError.self) {
                try await Seeder(connection: connection, today: CalendarDate(days: 20_000)).seed(.demo)
            }
        }
    }

    @Test func theSameSeedGivesTheSameRows() {
        var first = SeedRandom(1, 2, 3)
        var again = SeedRandom(1, 2, 3)
        var other = SeedRandom(1, 2, 4)
        let id = first.uuid()
        #expect(id == again.uuid())
        #expect(id != other.uuid())
        #expect(id.uuid.6 >> 4 == 4)
        #expect(id.uuid.8 >> 6 == 2)
    }
}
