import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("Reading attendance", .serialized)
struct AttendanceReadTests {
    private static let team = """
        query ($boss: ID!, $first: Int, $after: String, $last: Int, $before: String, $range: DateRangeInput) {
          employee(by: { id: $boss }) { reports(first: 50) { nodes { number
            presence { state since session { id workedMinutes } }
            attendanceRecords(first: $first, after: $after, last: $last, before: $before, range: $range) {
              totalCount
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              nodes { workDate employee { number }
                sessions { clockIn { kind actor { id } } clockOut { kind } breaks { minutes } workedMinutes record { id } }
                events { kind } } } } } } }
        """

    @Test("Each parent has its own page, newest day first, forward and backward")
    func pages() async throws {
        try await TenantFixture.with { fixture in
            try addTeam(count: 3, days: 5, fixture)
            let first = try await pages(fixture, ("first", 2))
            for page in first {
                #expect(workDates(page) == ["2026-01-09", "2026-01-08"])
                #expect(page["totalCount"] == 5)
                #expect(page.at("pageInfo.hasNextPage") == true)
                #expect(page.at("pageInfo.hasPreviousPage") == false)
            }
            let numbers = first.map { $0.at("nodes.0.employee.number") }
            #expect(numbers == ["T-1", "T-2", "T-3"])
            let cursor = try #require(first[0].at("pageInfo.endCursor"))
            let own = try #require(try await pages(fixture, ("first", 2), ("after", cursor)).first)
            #expect(workDates(own) == ["2026-01-07", "2026-01-06"])
            let end = try #require(own.at("pageInfo.endCursor"))
            let rest = try #require(try await pages(fixture, ("first", 2), ("after", end)).first)
            #expect(workDates(rest) == ["2026-01-05"])
            #expect(rest.at("pageInfo.hasNextPage") == false)
            let back = try #require(try await pages(fixture, ("last", 2), ("before", end)).first)
            #expect(workDates(back) == ["2026-01-08", "2026-01-07"])
            #expect(back.at("pageInfo.hasPreviousPage") == true)
        }
    }

    @Test("A range is of whole days, both included; one that ends before it begins is refused")
    func range() async throws {
        try await TenantFixture.with { fixture in
            try addTeam(count: 2, days: 5, fixture)
            let found = try await pages(fixture, ("range", ["from": "2026-01-06", "to": "2026-01-07"]))
            for page in found {
                #expect(workDates(page) == ["2026-01-07", "2026-01-06"])
                #expect(page["totalCount"] == 2)
            }
            let variables = self.variables(fixture, [("range", ["from": "2026-01-07", "to": "2026-01-06"])])
            let response = try await fixture.execute(Self.team, variables, as: fixture.first.admin.viewer)
            #expect(response.at("errors.0.extensions.code") == "BAD_USER_INPUT")
        }
    }

    @Test("As many statements and round trips for one employee as for fifty")
    func statementCounts() async throws {
        let one = try await cost(employees: 1)
        let fifty = try await cost(employees: 50)
        #expect(one.names == fifty.names)
        #expect(one.roundTrips == fifty.roundTrips)
    }

    @Test("Presence: in, on break, out, and never there")
    func presence() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let clock = ClockClient(fixture, member)
            #expect(try await presence(of: member, fixture) == ["state": "OUT", "since": .null, "session": .null])
            let open = try await clock.clockIn(at: "2026-01-05T08:00:00Z")
            let session = try #require(open.at("session.id"))
            #expect(
                try await presence(of: member, fixture) == [
                    "state": "IN", "since": "2026-01-05T08:00:00Z", "session": ["id": session, "workedMinutes": 240],
                ]
            )
            _ = try await clock.breakStart(at: "2026-01-05T09:00:00Z")
            #expect(
                try await presence(of: member, fixture) == [
                    "state": "ON_BREAK", "since": "2026-01-05T09:00:00Z",
                    "session": ["id": session, "workedMinutes": 60],
                ]
            )
            _ = try await clock.clockOut(at: "2026-01-05T10:00:00Z")
            #expect(
                try await presence(of: member, fixture)
                    == ["state": "OUT", "since": "2026-01-05T10:00:00Z", "session": .null]
            )
        }
    }

    @Test("Who may not read an employee's attendance does not find it")
    func reach() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await ClockClient(fixture, first.admin).clockIn(at: "2026-01-05T08:00:00Z")
            let query = "query ($id: ID!) { employee(by: { id: $id }) { presence { state } } }"
            let variables = JSONObject(("id", .string(first.admin.employeeGlobalID.description)))
            let foreign = try await fixture.data(query, variables, as: fixture.second.admin.viewer)
            #expect(foreign["employee"] == .null)
            let member = try await fixture.data(query, variables, as: first.member.viewer)
            #expect(member["employee"] == .null)
            let owner = try await fixture.data(query, variables, as: first.owner.viewer)
            #expect(owner.at("employee.presence.state") == "IN")
        }
    }

    @Test("Who sees an employee but not their attendance finds nobody there and no records")
    func narrowerReach() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await ClockClient(fixture, first.admin).clockIn(at: "2026-01-05T08:00:00Z")
            let claims = first.member.viewer.claims
            let membership = try #require(claims.membership)
            let viewer = Viewer(
                AccessTokenClaims(
                    userID: claims.userID,
                    sessionID: claims.sessionID,
                    sessionEpoch: claims.sessionEpoch,
                    membership: AccessTokenClaims.Membership(
                        organizationID: membership.organizationID,
                        memberID: membership.memberID,
                        memberEpoch: membership.memberEpoch,
                        role: membership.role,
                        customPermissions: [.employeeRead]
                    ),
                    isPlatformAdmin: false,
                    issuedAt: claims.issuedAt,
                    expiresAt: claims.expiresAt
                )
            )
            let query = """
                query ($id: ID!) { employee(by: { id: $id }) {
                  number presence { state } attendanceRecords { totalCount nodes { id } } } }
                """
            let variables = JSONObject(("id", .string(first.admin.employeeGlobalID.description)))
            let data = try await fixture.data(query, variables, as: viewer)
            let nothing: JSONValue = ["totalCount": 0, "nodes": []]
            #expect(data["employee"] == ["number": "E-1", "presence": nil, "attendanceRecords": nothing])
        }
    }

    private func presence(of person: TestPerson, _ fixture: TenantFixture) async throws -> JSONValue? {
        let query = """
            query ($id: ID!) { employee(by: { id: $id }) { presence { state since session { id workedMinutes } } } }
            """
        let variables = JSONObject(("id", .string(person.employeeGlobalID.description)))
        let now = try instant("2026-01-05T12:00:00Z")
        return try await fixture.data(query, variables, as: person.viewer, now: now).at("employee.presence")
    }

    /// What the team query costs with so many reports.
    private func cost(employees: Int) async throws -> (names: [String], roundTrips: Int) {
        var result: (names: [String], roundTrips: Int) = ([], 0)
        try await TenantFixture.with { fixture in
            try addTeam(count: employees, days: 2, fixture)
            let before = fixture.database.counters.roundTrips
            let names = try await fixture.statements.during {
                let pages = try await pages(fixture, ("first", 10))
                #expect(pages.count == employees)
                #expect(pages.last?.at("nodes.1.sessions.0.clockOut.kind") == "CLOCK_OUT")
                #expect(pages.last?.at("nodes.1.sessions.0.workedMinutes") == 225)
            }
            result = (names.sorted(), fixture.database.counters.roundTrips - before)
        }
        return result
    }

    private func variables(_ fixture: TenantFixture, _ arguments: [(String, JSONValue)]) -> JSONObject {
        var variables = JSONObject(("boss", .string(fixture.first.admin.employeeGlobalID.description)))
        for (name, value) in arguments { variables[name] = value }
        return variables
    }

    private func pages(_ fixture: TenantFixture, _ arguments: (String, JSONValue)...) async throws -> [JSONValue] {
        let data = try await fixture.data(Self.team, variables(fixture, arguments), as: fixture.first.admin.viewer)
        let employees = try #require(data.at("employee.reports.nodes")?.arrayValue)
        return employees.compactMap { $0["attendanceRecords"] }
    }

    private func workDates(_ page: JSONValue) -> [String] {
        page["nodes"]?.arrayValue?.compactMap { $0["workDate"]?.stringValue } ?? []
    }

    /// Reports of the admin with a closed session of four hours, of them a quarter of an hour break, on each day from 2026-01-05.
    private func addTeam(count: Int, days: Int, _ fixture: TenantFixture) throws {
        let owner = try fixture.owner()
        let organization = fixture.first
        for number in 1...count {
            try organization.insertEmployee(
                UUID(),
                number: "T-\(number)",
                manager: organization.admin.employeeID,
                owner
            )
        }
        let parameters: [Parameter] = [.uuid(organization.id), .int32(Int32(days))]
        for statement in Self.history { _ = try owner.query(statement, parameters) }
    }

    private static let history = [
        """
        INSERT INTO attendance_records (organization_id, employee_id, work_date, time_zone)
        SELECT $1, e.id, date '2026-01-04' + n, 'UTC' FROM employees e, generate_series(1, $2) n
        WHERE e.organization_id = $1 AND e.employee_number LIKE 'T-%'
        """,
        """
        INSERT INTO attendance_events (organization_id, employee_id, kind, occurred_at, time_zone, utc_offset_minutes, source)
        SELECT $1, r.employee_id, k.kind::attendance_event_kind, r.work_date + k.time, 'UTC', 0, 'kiosk'
        FROM attendance_records r, (VALUES ('clock_in', time '08:00'), ('clock_out', time '12:00')) k (kind, time)
        WHERE r.organization_id = $1 AND $2 > 0
        """,
        """
        INSERT INTO attendance_sessions
          (organization_id, employee_id, record_id, clock_in_event_id, clock_out_event_id, clock_in_at, clock_out_at, status)
        SELECT $1, r.employee_id, r.id, i.id, o.id, i.occurred_at, o.occurred_at, 'closed'
        FROM attendance_records r
        JOIN attendance_events i ON i.employee_id = r.employee_id AND i.occurred_at = r.work_date + time '08:00'
        JOIN attendance_events o ON o.employee_id = r.employee_id AND o.occurred_at = r.work_date + time '12:00'
        WHERE r.organization_id = $1 AND $2 > 0
        """,
        """
        INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at, ended_at)
        SELECT $1, s.id, s.employee_id, s.clock_in_at + interval '1 hour', s.clock_in_at + interval '75 minutes'
        FROM attendance_sessions s WHERE s.organization_id = $1 AND $2 > 0
        """,
    ]
}
