import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct EmployeeTerminateTests {
    private let today = "2026-03-05"
    private let now = Timestamp(rfc3339: "2026-03-05T10:00:00Z") ?? .now()

    private func terminate(
        _ fixture: TenantFixture,
        _ person: TestPerson,
        _ more: JSONObject = [:],
        as viewer: Viewer? = nil
    ) async throws -> JSONValue {
        var input: JSONObject = ["employeeId": .string(person.employeeGlobalID.description), "on": .string(today)]
        for member in more { input[member.key] = member.value }
        return try await fixture.payload(
            "employeeTerminate",
            input,
            "employee { status terminatedOn member { accessState } }",
            as: viewer ?? fixture.first.owner.viewer,
            now: now
        )
    }

    private func refusal(_ code: JSONValue, _ field: JSONValue) -> JSONValue {
        [["code": code, "path": ["input", field]]]
    }

    @Test func theEmploymentEndsAndTheLoginWithIt() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await terminate(fixture, fixture.first.admin, ["reason": "left"])
            #expect(payload["userErrors"] == [], "\(payload.text)")
            let expected: JSONValue = [
                "status": "TERMINATED", "terminatedOn": "2026-03-05", "member": ["accessState": "DEACTIVATED"],
            ]
            #expect(payload["employee"] == expected)
            let grants = try fixture.owner().query(
                "SELECT count(*) FROM organization_admins WHERE member_id = $1 AND revoked_at IS NULL",
                [.uuid(fixture.first.admin.memberID)]
            )
            #expect(grants[0].int64(0) == 0)
            let rows = try fixture.auditRows("employeeTerminate")
            #expect(rows.count == 2 && rows.allSatisfy { $0.reason == "left" })
            let again = try await terminate(fixture, fixture.first.admin)
            #expect(again["userErrors"] == refusal("INVALID_TRANSITION", "employeeId"))
        }
    }

    @Test func theLoginStaysWhereThatIsWanted() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await terminate(fixture, fixture.first.member, ["deactivateMember": false])
            #expect(payload["employee"]?["member"] == ["accessState": "ACTIVE"])
        }
    }

    @Test func whatCannotBeEndedIsRefused() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let early = try await terminate(fixture, first.member, ["on": "2019-12-31"])
            #expect(early["userErrors"] == refusal("OUT_OF_RANGE", "on"))
            let long = try await terminate(
                fixture,
                first.member,
                ["reason": .string(String(repeating: "x", count: 1_001))]
            )
            #expect(long["userErrors"] == refusal("TOO_LONG", "reason"))
            let own = try await terminate(fixture, first.admin, as: first.admin.viewer)
            #expect(own["userErrors"] == refusal("FORBIDDEN", "deactivateMember"))
            let foreign = try await terminate(fixture, fixture.second.member)
            #expect(foreign["userErrors"] == refusal("NOT_FOUND", "employeeId"))
            _ = try fixture.role("clerk", ["employee.update"], of: [first.manager])
            let clerk = first.manager.viewer(role: .member, customPermissions: [.employeeUpdate])
            let unable = try await terminate(fixture, first.member, as: clerk)
            #expect(unable["userErrors"] == refusal("FORBIDDEN", "deactivateMember"))
            let manager = try await terminate(fixture, first.member, as: first.manager.viewer)
            #expect(manager["errors"]?.arrayValue?.first?["extensions"]?["code"] == "FORBIDDEN")
            #expect(try fixture.auditRows("employeeTerminate").isEmpty)
        }
    }

    @Test func theOwnersLoginIsNotTaken() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "UPDATE employees SET member_id = $1 WHERE id = $2",
                [.uuid(fixture.first.owner.memberID), .uuid(fixture.first.member.employeeID)]
            )
            let payload = try await terminate(fixture, fixture.first.member)
            #expect(payload["userErrors"] == refusal("LAST_OWNER", "deactivateMember"))
        }
    }

    @Test func shiftsEndWithTheLastDay() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            let shift = Parameter.uuid(UUID())
            let organization = Parameter.uuid(fixture.first.id)
            _ = try owner.query(
                "INSERT INTO shifts (organization_id, id, name, start_time, end_time) VALUES ($1, $2, 'Early', '6:00', '14:00')",
                [organization, shift]
            )
            _ = try owner.query(
                """
                INSERT INTO shift_assignments (organization_id, employee_id, shift_id, slot, valid)
                SELECT $1, $2, $3, slot, valid::daterange
                FROM (VALUES (1, '[2026-01-01,2026-02-01)'), (1, '[2026-02-01,)'), (2, '[2026-03-06,2026-04-01)'))
                     AS v (slot, valid)
                """,
                [organization, .uuid(fixture.first.member.employeeID), shift]
            )
            let payload = try await terminate(fixture, fixture.first.member)
            #expect(payload["userErrors"] == [])
            let left = try owner.query(
                "SELECT valid::text FROM shift_assignments WHERE deleted_at IS NULL ORDER BY valid"
            ).map { $0.string(0) }
            #expect(left == ["[2026-01-01,2026-02-01)", "[2026-02-01,2026-03-06)"])
        }
    }

    @Test func anOpenSessionEndsNow() async throws {
        try await TenantFixture.with { fixture in
            let begun = try await fixture.payload(
                "attendanceClockIn",
                as: fixture.first.member.viewer,
                now: now.adding(hours: -2)
            )
            #expect(begun["userErrors"] == [])
            let payload = try await terminate(fixture, fixture.first.member)
            #expect(payload["userErrors"] == [], "\(payload.text)")
            let sessions = try fixture.owner().query(
                """
                SELECT s.status::text, r.worked_minutes, r.status::text, v.source::text
                FROM attendance_sessions s JOIN attendance_records r ON r.id = s.record_id
                JOIN attendance_events v ON v.id = s.clock_out_event_id
                """
            )
            #expect(sessions.count == 1)
            #expect(sessions[0].string(0) == "closed" && sessions[0].int32(1) == 120)
            #expect(sessions[0].string(2) == "present" && sessions[0].string(3) == "manual")
        }
    }

    @Test func somebodyOnNoticeIsTerminatedOnceTheLastDayHasPassed() async throws {
        try await TenantFixture.with { fixture in
            let more: JSONObject = ["on": "2026-03-06", "deactivateMember": false]
            let payload = try await terminate(fixture, fixture.first.member, more)
            #expect(payload["userErrors"] == [])
            #expect(payload["employee"]?["status"] == "ON_NOTICE")
            #expect(payload["employee"]?["terminatedOn"] == "2026-03-06")
            let owner = try fixture.owner()
            for (past, status) in [(false, "on_notice"), (true, "terminated")] {
                let day = past ? "now() - interval '2 days'" : "now() + interval '2 days'"
                _ = try owner.query(
                    "UPDATE employees SET terminated_on = (\(day))::date WHERE terminated_on IS NOT NULL"
                )
                _ = try owner.query("INSERT INTO jobs (kind) VALUES ('employments_end')")
                _ = try await fixture.deliverMail()
                let stored = try owner.query(
                    "SELECT status::text FROM employees WHERE id = $1",
                    [.uuid(fixture.first.member.employeeID)]
                )
                #expect(stored[0].string(0) == status)
            }
            let log = try owner.query(
                "SELECT actor_kind FROM audit_logs WHERE action = 'employeeTerminate' ORDER BY occurred_at DESC"
            )
            #expect(log.map { $0.string(0) } == ["system", "user"])
        }
    }
}
