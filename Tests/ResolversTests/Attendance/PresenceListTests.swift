import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("Presence of the organization")
struct PresenceListTests {
    private static let document = """
        query ($filter: PresenceFilter, $first: Int, $after: String) {
          organization { presence(filter: $filter, first: $first, after: $after) {
            totalCount pageInfo { endCursor }
            nodes { employee { number } state since session { clockInAt } shift { workDate shift { name } } } } } }
        """

    @Test("Who is in, on break or out, by name, with session and shift")
    func states() async throws {
        try await TenantFixture.with { fixture in
            try prepare(fixture)
            let data = try await presence(fixture)
            let nodes = data["nodes"]?.arrayValue ?? []
            #expect(nodes.map { $0.at("employee.number") } == ["E-1", "E-2", "E-3"])
            #expect(nodes.map { $0["state"] } == ["OUT", "ON_BREAK", "IN"])
            #expect(nodes.map { $0["since"] } == [.null, "2026-01-05T10:00:00Z", "2026-01-05T08:00:00Z"])
            #expect(nodes.map { $0.at("session.clockInAt") } == [nil, "2026-01-05T08:00:00Z", "2026-01-05T08:00:00Z"])
            #expect(nodes.map { $0.at("shift.shift.name") } == [nil, nil, "Day"])
            for (state, numbers) in [("IN", ["E-3"]), ("ON_BREAK", ["E-2"]), ("OUT", ["E-1"]), ("ON_LEAVE", [])] {
                let found = try await presence(fixture, ["filter": ["state": [.string(state)]]])
                let nodes = found["nodes"]?.arrayValue ?? []
                #expect(nodes.map { $0.at("employee.number")?.stringValue } == numbers, "\(state)")
                #expect(found["totalCount"] == .int(Int64(numbers.count)))
            }
        }
    }

    @Test("Pages, departments and locations")
    func pages() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            let first = try await presence(fixture, ["first": 2])
            #expect(first["totalCount"] == 3)
            let after = try #require(first["pageInfo"]?["endCursor"])
            let rest = try await presence(fixture, ["first": 2, "after": after])
            #expect(rest["nodes"]?.arrayValue?.map { $0.at("employee.number") } == ["E-3"])
            for (filter, number) in [("departmentId", "E-3"), ("locationId", "E-2")] {
                let id = filter == "departmentId" ? scene.below : scene.location
                let found = try await presence(fixture, ["filter": .object(JSONObject((filter, ["eq": id])))])
                #expect(found["nodes"]?.arrayValue?.map { $0.at("employee.number") } == [.string(number)])
            }
        }
    }

    @Test("Managers see their team and themselves; who manages nobody is refused")
    func reach() async throws {
        try await TenantFixture.with { fixture in
            let manager = try await presence(fixture, as: fixture.first.manager.viewer)
            #expect(manager["nodes"]?.arrayValue?.map { $0.at("employee.number") } == ["E-2", "E-3"])
            let response = try await fixture.execute(Self.document, as: fixture.first.member.viewer)
            #expect(response.errorCode == "FORBIDDEN")
            #expect(response.at("data.organization.presence") == .null)
        }
    }

    @Test("As many statements for three employees as for fifty")
    func statements() async throws {
        try await TenantFixture.with { fixture in
            try prepare(fixture)
            let few = try await fixture.statements.during { _ = try await presence(fixture, ["first": 100]) }
            let owner = try fixture.owner()
            for number in 0..<47 { try fixture.first.insertEmployee(UUID(), number: "T-\(number)", owner) }
            let many = try await fixture.statements.during {
                let found = try await presence(fixture, ["first": 100])
                #expect(found["nodes"]?.arrayValue?.count == 50)
            }
            #expect(few == many)
        }
    }

    /// The member is in, at their shift, the manager on break.
    private func prepare(_ fixture: TenantFixture) throws {
        let (member, manager) = (fixture.first.member.employeeID, fixture.first.manager.employeeID)
        try fixture.insertWork(TestWork(employee: member, day: 5, end: nil, status: "pending"))
        let session = try fixture.insertWork(TestWork(employee: manager, day: 5, end: nil, status: "pending"))
        _ = try fixture.owner().query(
            """
            INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at)
            VALUES ($1, $2, $3, '2026-01-05T10:00Z')
            """,
            [.uuid(fixture.first.id), .uuid(session), .uuid(manager)]
        )
        let shift = try fixture.insertShift("Day", "08:00", "16:00")
        _ = try fixture.insertAssignment(of: member, to: shift, from: "2026-01-01")
    }

    private func presence(
        _ fixture: TenantFixture,
        _ variables: JSONObject = [:],
        as viewer: Viewer? = nil
    ) async throws -> JSONValue {
        let data = try await fixture.data(
            Self.document,
            variables,
            as: viewer ?? fixture.first.admin.viewer,
            now: Timestamp(rfc3339: "2026-01-05T11:00:00Z") ?? .now()
        )
        return try #require(data["organization"]?["presence"])
    }
}
