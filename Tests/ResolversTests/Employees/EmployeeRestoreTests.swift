import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeeRestoreTests {
    private static let fields =
        "employee { number deletedAt department { name } location { name } manager { number } member { id } }"

    private func restore(_ fixture: TenantFixture, _ id: JSONValue) async throws -> JSONValue {
        try await fixture.mutate("employeeRestore", ["employeeId": id], Self.fields, as: fixture.first.admin.viewer)
    }

    private func id(_ person: TestPerson) -> JSONValue { .string(person.employeeGlobalID.description) }

    private func delete(_ fixture: TenantFixture, _ person: TestPerson) async throws {
        let payload = try await fixture.mutate(
            "employeeDelete",
            ["employeeId": id(person)],
            as: fixture.first.admin.viewer
        )
        #expect(payload["userErrors"] == [])
    }

    private let notFound: JSONValue = [["code": "NOT_FOUND", "path": ["input", "employeeId"]]]

    @Test func aDeletedEmployeeComesBackAsTheyWere() async throws {
        try await TenantFixture.with { fixture in
            try await delete(fixture, fixture.first.member)
            let payload = try await restore(fixture, id(fixture.first.member))
            #expect(payload["userErrors"] == [])
            let member = JSONValue.string(GlobalID(.member, fixture.first.member.memberID).description)
            let expected: JSONValue = [
                "number": "E-3", "deletedAt": nil, "department": nil, "location": nil, "manager": ["number": "E-2"],
                "member": ["id": member],
            ]
            #expect(payload["employee"] == expected)
            #expect(try fixture.auditRows("employeeRestore").count == 1)
            #expect(try await restore(fixture, id(fixture.first.member))["userErrors"] == notFound)
        }
    }

    @Test func whatIsGoneMeanwhileIsTheirsNoMore() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            _ = try owner.query(
                """
                WITH d AS (INSERT INTO departments (organization_id, name, deleted_at) VALUES ($1, 'Gone', now())
                           RETURNING id),
                     l AS (INSERT INTO work_locations (organization_id, name, time_zone, deleted_at)
                           VALUES ($1, 'Gone', 'UTC', now()) RETURNING id)
                UPDATE employees SET department_id = d.id, location_id = l.id FROM d, l WHERE employees.id = $2
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.member.employeeID)]
            )
            try await delete(fixture, fixture.first.member)
            try await delete(fixture, fixture.first.manager)
            _ = try owner.query(
                "UPDATE organization_members SET ended_at = now(), end_reason = 'left' WHERE id = $1",
                [.uuid(fixture.first.member.memberID)]
            )
            let payload = try await restore(fixture, id(fixture.first.member))
            let expected: JSONValue = [
                "number": "E-3", "deletedAt": nil, "department": nil, "location": nil, "manager": nil, "member": nil,
            ]
            #expect(payload["userErrors"] == [] && payload["employee"] == expected)
            let left = try owner.query(
                "SELECT num_nonnulls(department_id, location_id, manager_id, member_id) FROM employees WHERE id = $1",
                [.uuid(fixture.first.member.employeeID)]
            )
            #expect(left[0].int32(0) == 0)
        }
    }

    @Test("What another has by now is taken (case 25)") func whatAnotherHasByNowIsTaken() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            let member = fixture.first.member
            let changes: [(String, [Parameter])] = [
                ("employee_number = 'E-3'", []), ("employee_number = 'N-1', external_ref = 'x'", []),
                ("external_ref = NULL, member_id = $2", [.uuid(member.memberID)]),
            ]
            _ = try owner.query("UPDATE employees SET external_ref = 'x' WHERE id = $1", [.uuid(member.employeeID)])
            try await delete(fixture, member)
            let other = UUID()
            try fixture.first.insertEmployee(other, number: "N-0", owner)
            for (change, parameters) in changes {
                _ = try owner.query("UPDATE employees SET \(change) WHERE id = $1", [.uuid(other)] + parameters)
                let payload = try await restore(fixture, id(member))
                #expect(payload["userErrors"] == [["code": "TAKEN", "path": ["input", "employeeId"]]], "\(change)")
            }
            _ = try owner.query("UPDATE employees SET member_id = NULL WHERE id = $1", [.uuid(other)])
            #expect(try await restore(fixture, id(member))["userErrors"] == [])
        }
    }

    @Test func onlyTheOrganizationsOwnDeletedEmployeesAreFound() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "UPDATE employees SET deleted_at = now() WHERE id = $1",
                [.uuid(fixture.second.member.employeeID)]
            )
            for id in [id(fixture.second.member), id(fixture.first.member), "malformed"] {
                #expect(try await restore(fixture, id)["userErrors"] == notFound)
            }
            let input: JSONObject = ["employeeId": id(fixture.first.member)]
            let response = try await fixture.response("employeeRestore", input, as: fixture.first.manager.viewer)
            #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "FORBIDDEN")
        }
    }
}
