import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// employeeCreate with `inviteRole`.
@Suite struct EmployeeInvitationTests {
    private func create(
        _ fixture: TenantFixture,
        _ employee: JSONObject = [:],
        role: JSONValue = "MEMBER",
        as person: TestPerson? = nil
    ) async throws -> JSONValue {
        var members: JSONObject = [
            "number": "N-1", "fullName": "New", "hiredOn": "2026-01-01", "email": "new@example.com",
        ]
        for member in employee { members[member.key] = member.value }
        let input: JSONObject = ["employee": .object(members), "inviteRole": role]
        let fields = "employee { id number } invitation { email role status employee { number } }"
        return try await fixture.mutate("employeeCreate", input, fields, as: (person ?? fixture.first.owner).viewer)
    }

    private func count(_ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query(
            "SELECT count(*) FROM employees WHERE organization_id = $1",
            [.uuid(fixture.first.id)]
        )[0]
        .int64(0)
    }

    @Test func theEmployeeIsInvitedToTheirRecord() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await create(fixture, role: "ADMIN")
            #expect(payload["userErrors"] == [])
            let expected: JSONValue = [
                "email": "new@example.com", "role": "ADMIN", "status": "PENDING", "employee": ["number": "N-1"],
            ]
            #expect(payload["invitation"] == expected)
            let jobs = try fixture.owner().query("SELECT count(*) FROM jobs WHERE kind = 'invitation_letter'")
            #expect(jobs[0].int64(0) == 1)
            #expect(try fixture.auditRows("employeeCreate").count == 2)
        }
    }

    @Test func withoutARoleNobodyIsInvited() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await create(fixture, role: nil)
            #expect(payload["userErrors"] == [] && payload["invitation"] == JSONValue.null)
            #expect(payload["employee"]?["number"] == "N-1")
        }
    }

    @Test func whoCannotBeInvitedIsNotCreatedEither() async throws {
        try await TenantFixture.with { fixture in
            try fixture.address("manager@example.com", of: fixture.first.manager)
            let invited = try await fixture.mutate(
                "invitationCreate",
                ["email": "invited@example.com"],
                as: fixture.first.owner.viewer
            )
            #expect(invited["userErrors"] == [])
            let address: JSONValue = ["input", "employee", "email"]
            let role: JSONValue = ["input", "inviteRole"]
            let cases: [(JSONObject, JSONValue, TestPerson, JSONValue, JSONValue)] = [
                (["email": nil], "MEMBER", fixture.first.owner, "REQUIRED", address),
                (["email": "manager@example.com"], "MEMBER", fixture.first.owner, "ALREADY_MEMBER", address),
                (["email": "INVITED@example.com"], "MEMBER", fixture.first.owner, "ALREADY_INVITED", address),
                ([:], "OWNER", fixture.first.owner, "ROLE_ESCALATION", role),
                ([:], "ADMIN", fixture.first.admin, "OWNER_ONLY", role),
            ]
            for (employee, asked, person, code, path) in cases {
                let payload = try await create(fixture, employee, role: asked, as: person)
                #expect(payload["userErrors"] == [["code": code, "path": path]], "\(payload.text)")
                #expect(payload["employee"] == JSONValue.null && payload["invitation"] == JSONValue.null)
            }
            #expect(try count(fixture) == 3)
        }
    }

    @Test func invitingNeedsItsOwnPermission() async throws {
        try await TenantFixture.with { fixture in
            let clerk = fixture.first.manager
            _ = try fixture.role("clerk", ["employee.create", "invitation.read"], of: [clerk])
            let viewer = clerk.viewer(role: .member, customPermissions: [.employeeCreate, .invitationRead])
            let input: JSONObject = [
                "employee": ["number": "N-1", "fullName": "New", "hiredOn": "2026-01-01", "email": "new@example.com"],
                "inviteRole": "MEMBER",
            ]
            let payload = try await fixture.mutate("employeeCreate", input, as: viewer)
            #expect(payload["userErrors"] == [["code": "FORBIDDEN", "path": ["input", "inviteRole"]]])
            #expect(try count(fixture) == 3)
        }
    }
}
