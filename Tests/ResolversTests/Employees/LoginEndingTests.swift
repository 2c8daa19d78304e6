import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

/// Logins that end with employments that end later.
@Suite struct LoginEndingTests {
    /// Puts the end of the member's employment on a day.
    @discardableResult
    private func terminate(
        _ fixture: TenantFixture,
        _ person: TestPerson,
        inDays days: Int32 = 5,
        _ more: JSONObject = [:]
    ) async throws -> JSONValue {
        let day = Timestamp.now().adding(days: Int64(days)).dateInUTC
        var input: JSONObject = [
            "employeeId": .string(person.employeeGlobalID.description), "on": .string(day.description),
        ]
        for member in more { input[member.key] = member.value }
        return try await fixture.mutate(
            "employeeTerminate",
            input,
            "employee { status member { accessState } }",
            as: fixture.first.owner.viewer
        )
    }

    /// Lets the last days pass, and the scheduler come by.
    private func pass(_ fixture: TenantFixture) async throws {
        let owner = try fixture.owner()
        try owner.execute(
            "UPDATE employees SET terminated_on = (now() - interval '2 days')::date WHERE terminated_on IS NOT NULL"
        )
        _ = try owner.query("INSERT INTO jobs (kind) VALUES ('employments_end')")
        _ = try await fixture.deliverMail()
    }

    private func state(_ fixture: TenantFixture, _ person: TestPerson) throws -> String {
        try fixture.owner().query(
            "SELECT access_state::text FROM organization_members WHERE id = $1",
            [.uuid(person.memberID)]
        )[0].string(0)
    }

    @Test func theLoginEndsOnceTheLastDayHasPassed() async throws {
        try await TenantFixture.with { fixture in
            let admin = fixture.first.admin
            let payload = try await terminate(fixture, admin)
            #expect(payload["userErrors"] == [], "\(payload.text)")
            #expect(payload["employee"] == ["status": "ON_NOTICE", "member": ["accessState": "ACTIVE"]])
            _ = try fixture.owner().query("INSERT INTO jobs (kind) VALUES ('employments_end')")
            _ = try await fixture.deliverMail()
            #expect(try state(fixture, admin) == "active")
            #expect(try await fixture.execute("{ viewer { member { id } } }", as: admin.viewer)["errors"] == nil)
            try await pass(fixture)
            #expect(try state(fixture, admin) == "deactivated")
            let stale = try await fixture.execute("{ viewer { member { id } } }", as: admin.viewer)
            #expect(stale.errorCode == "TOKEN_STALE", "\(stale.text)")
            let owner = try fixture.owner()
            let grants = "SELECT FROM organization_admins WHERE revoked_at IS NULL AND member_id = $1"
            #expect(try owner.query(grants, [.uuid(admin.memberID)]).isEmpty)
            let history = try owner.query(
                "SELECT state::text, reason, actor_user_id IS NULL FROM organization_member_status WHERE member_id = $1",
                [.uuid(admin.memberID)]
            )
            #expect(history.map { $0.string(0) } == ["deactivated"])
            #expect(history[0].string(1) == "The employment has ended." && history[0].bool(2))
            let log = try owner.query(
                """
                SELECT entity_type, actor_kind, actor_user_id IS NULL, new_values ->> 'accessState' FROM audit_logs
                WHERE action = 'employeeTerminate' AND actor_kind = 'system' ORDER BY entity_type
                """
            )
            #expect(log.map { $0.string(0) } == ["Employee", "Member"])
            #expect(log.allSatisfy { $0.bool(2) } && log[1].string(3) == "DEACTIVATED")
        }
    }

    @Test func itStaysWhereTheEndIsTakenBackOrMoved() async throws {
        try await TenantFixture.with { fixture in
            let (admin, manager, member) = (fixture.first.admin, fixture.first.manager, fixture.first.member)
            for person in [admin, manager, member] { try await terminate(fixture, person) }
            func id(_ person: TestPerson) -> JSONValue { .string(person.employeeGlobalID.description) }
            let owner = fixture.first.owner.viewer
            let back: JSONObject = ["employeeId": id(admin), "employee": ["status": "ACTIVE"]]
            #expect(try await fixture.mutate("employeeUpdate", back, as: owner)["userErrors"] == [])
            let moved = try await terminate(fixture, manager, inDays: 9, ["deactivateMember": false])
            #expect(moved["userErrors"] == [])
            for name in ["employeeDelete", "employeeRestore"] {
                #expect(try await fixture.mutate(name, ["employeeId": id(member)], as: owner)["userErrors"] == [])
            }
            try await pass(fixture)
            for person in [admin, manager, member] { #expect(try state(fixture, person) == "active") }
            #expect(try fixture.owner().query("SELECT FROM employees WHERE status = 'terminated'").count == 2)
        }
    }

    @Test func aChangeOfSomethingElseTakesNothingBack() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            try await terminate(fixture, member, inDays: 3)
            try await terminate(fixture, member, inDays: 5)
            let input: JSONObject = [
                "employeeId": .string(member.employeeGlobalID.description), "employee": ["jobTitle": "Clerk"],
            ]
            _ = try await fixture.mutate("employeeUpdate", input, as: fixture.first.owner.viewer)
            try await pass(fixture)
            #expect(try state(fixture, member) == "deactivated")
        }
    }

    @Test func theOwnersLoginIsLeft() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            try await terminate(fixture, member)
            _ = try fixture.owner().query(
                "UPDATE organization_owners SET member_id = $1 WHERE organization_id = $2",
                [.uuid(member.memberID), .uuid(fixture.first.id)]
            )
            try await pass(fixture)
            #expect(try state(fixture, member) == "active")
            let jobs = try fixture.owner().query(
                "SELECT status::text, last_error FROM jobs WHERE kind = 'employment_login_end'"
            )
            #expect(jobs.map { $0.string(0) } == ["dead"])
            #expect(jobs.first?.string(1).contains("transfer the ownership") == true)
        }
    }

    @Test func refusalsAreThoseOfToday() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "UPDATE employees SET member_id = $1 WHERE id = $2",
                [.uuid(fixture.first.owner.memberID), .uuid(fixture.first.member.employeeID)]
            )
            let payload = try await terminate(fixture, fixture.first.member)
            #expect(payload["userErrors"] == [["code": "LAST_OWNER", "path": ["input", "deactivateMember"]]])
            #expect(try fixture.owner().query("SELECT FROM employees WHERE login_ends").isEmpty)
        }
    }
}
