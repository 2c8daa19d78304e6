import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

private let create = """
    mutation ($employee: EmployeeInput!) {
      employeeCreate(input: {employee: $employee, clientMutationId: "m"}) {
        employee { id number fullName status timeZone version manager { number } }
        userErrors { code path }
        clientMutationId
      }
    }
    """
private let update = """
    mutation ($id: ID!, $employee: EmployeePatchInput!, $version: Int) {
      employeeUpdate(input: {employeeId: $id, employee: $employee, expectedVersion: $version}) {
        employee { number email status terminatedOn version manager { number } custom }
        userErrors { code path ... on StaleVersionError { currentVersion } }
      }
    }
    """

@Suite struct EmployeeMutationTests {
    @Test func anEmployeeIsCreatedAndLogged() async throws {
        try await TenantFixture.with { fixture in
            let employee: JSONValue = [
                "number": " N-1 ", "fullName": "Ana New", "hiredOn": "2026-01-01", "timeZone": "Asia/Tokyo",
                "managerId": .string(fixture.first.manager.employeeGlobalID.description),
            ]
            let payload = try await fixture.data(create, ["employee": employee], as: fixture.first.admin.viewer)[
                "employeeCreate"
            ]
            #expect(payload?["userErrors"] == [])
            #expect(payload?["clientMutationId"] == "m")
            #expect(payload?["employee"]?["number"] == "N-1")
            #expect(payload?["employee"]?["timeZone"] == "Asia/Tokyo")
            #expect(payload?["employee"]?["manager"]?["number"] == "E-2")
            let log = try fixture.owner().query(
                "SELECT new_values->>'number', host(ip) FROM audit_logs WHERE action = 'employeeCreate' AND actor_user_id = $1",
                [.uuid(fixture.first.admin.userID)]
            )
            #expect(log.map { [$0.string(0), $0.string(1)] } == [["N-1", "192.0.2.7"]])
        }
    }

    @Test func inputThatCannotBeStoredIsReportedByField() async throws {
        try await TenantFixture.with { fixture in
            let valid: JSONObject = ["number": "N-1", "fullName": "Ana", "hiredOn": "2026-01-01"]
            let foreign = fixture.second.manager.employeeGlobalID.description
            let cases: [(String, JSONValue, String)] = [
                ("number", "  ", "REQUIRED"), ("number", .string(String(repeating: "1", count: 65)), "TOO_LONG"),
                ("number", "E-1", "TAKEN"), ("fullName", "a\u{0}b", "INVALID"), ("fullName", "", "REQUIRED"),
                ("email", "nobody", "INVALID"), ("email", "a b@c.example", "INVALID"), ("phone", "", "INVALID"),
                ("timeZone", "Mars/Base", "INVALID"), ("custom", ["a": "\u{0}"], "INVALID"),
                ("custom", .string(String(repeating: "x", count: 17_000)), "TOO_LONG"),
                ("managerId", .string(foreign), "NOT_FOUND"), ("managerId", "malformed", "NOT_FOUND"),
                ("departmentId", .string(fixture.first.manager.employeeGlobalID.description), "NOT_FOUND"),
                ("departmentId", .string(GlobalID(.department, UUID()).description), "NOT_FOUND"),
            ]
            for (field, value, code) in cases {
                var employee = valid
                employee[field] = value
                let data = try await fixture.data(
                    create,
                    ["employee": .object(employee)],
                    as: fixture.first.admin.viewer
                )
                let expected: JSONValue = [["code": .string(code), "path": ["input", "employee", .string(field)]]]
                #expect(data["employeeCreate"]?["userErrors"] == expected, "\(field)")
                #expect(data["employeeCreate"]?["employee"] == JSONValue.null)
            }
        }
    }

    @Test func ofTwoCreationsAtOnceWithOneNumberOneIsTaken() async throws {
        try await TenantFixture.with { fixture in
            let variables: JSONObject = ["employee": ["number": "N-1", "fullName": "Ana", "hiredOn": "2026-01-01"]]
            let payloads = try await withThrowingTaskGroup(of: JSONValue?.self) { group in
                for _ in 0..<2 {
                    group.addTask {
                        try await fixture.data(create, variables, as: fixture.first.admin.viewer)["employeeCreate"]
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(payloads.count { $0?["userErrors"] == [] } == 1)
            let taken: JSONValue = [["code": "TAKEN", "path": ["input", "employee", "number"]]]
            #expect(payloads.count { $0?["userErrors"] == taken } == 1)
        }
    }

    @Test func aPatchKeepsWhatIsAbsentAndClearsWhatIsNull() async throws {
        try await TenantFixture.with { fixture in
            let id = fixture.first.member.employeeGlobalID.description
            let first = try await patch(fixture, id, ["email": "a@b.example", "custom": ["a": 1]])
            #expect(first["employee"]?["email"] == "a@b.example")
            #expect(first["employee"]?["manager"]?["number"] == "E-2")
            let second = try await patch(fixture, id, ["managerId": nil, "custom": nil])
            #expect(second["employee"]?["email"] == "a@b.example")
            #expect(second["employee"]?["manager"] == JSONValue.null)
            #expect(second["employee"]?["custom"] == [:])
            #expect(second["employee"]?["version"] == 3)
            for field in ["number", "fullName", "employmentType", "status", "hiredOn"] {
                let payload = try await patch(fixture, id, [field: nil])
                #expect(
                    payload["userErrors"] == [["code": "REQUIRED", "path": ["input", "employee", .string(field)]]]
                )
            }
        }
    }

    @Test func anEmploymentEndsTodayAndCanBeTakenUpAgain() async throws {
        try await TenantFixture.with { fixture in
            let id = fixture.first.member.employeeGlobalID.description
            let now = try #require(Timestamp(rfc3339: "2026-03-05T10:00:00Z"))
            let ended = try await patch(fixture, id, ["status": "TERMINATED"], now: now)
            #expect(ended["employee"]?["terminatedOn"] == "2026-03-05")
            let late = try await patch(fixture, id, ["hiredOn": "2026-03-06"], now: now)
            #expect(late["userErrors"] == [["code": "INVALID", "path": ["input", "employee", "hiredOn"]]])
            let back = try await patch(fixture, id, ["status": "ACTIVE"], now: now)
            #expect(back["employee"]?["terminatedOn"] == JSONValue.null)
        }
    }

    @Test func cyclesOfManagersAreRefused() async throws {
        try await TenantFixture.with { fixture in
            let manager = fixture.first.manager.employeeGlobalID.description
            for below in [fixture.first.manager, fixture.first.member] {
                let payload = try await patch(
                    fixture,
                    manager,
                    ["managerId": .string(below.employeeGlobalID.description)]
                )
                #expect(payload["userErrors"] == [["code": "CYCLE", "path": ["input", "employee", "managerId"]]])
            }
        }
    }

    @Test func anOldVersionIsStale() async throws {
        try await TenantFixture.with { fixture in
            let id = fixture.first.member.employeeGlobalID.description
            _ = try await patch(fixture, id, ["phone": "1"], version: 1)
            let payload = try await patch(fixture, id, ["phone": "2"], version: 1)
            let expected: JSONValue = [
                ["code": "STALE_VERSION", "path": ["input", "expectedVersion"], "currentVersion": 2]
            ]
            #expect(payload["userErrors"] == expected)
        }
    }

    @Test func employeesOfOthersAreMissing() async throws {
        try await TenantFixture.with { fixture in
            let id = fixture.second.member.employeeGlobalID.description
            let payload = try await patch(fixture, id, ["phone": "1"])
            #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "employeeId"]]])
            let deleted = try await delete(fixture, id)
            #expect(deleted?["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "employeeId"]]])
        }
    }

    @Test func aDeletedEmployeeIsGoneAndTheirNumberFree() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await delete(fixture, fixture.first.member.employeeGlobalID.description)
            #expect(payload?["userErrors"] == [])
            #expect(payload?["employee"]?["deletedAt"]?.stringValue != nil)
            let admin = fixture.first.admin.viewer
            #expect(
                try await fixture.data("{ employee(by: {number: \"E-3\"}) { id } }", as: admin) == ["employee": nil]
            )
            let again: JSONObject = ["employee": ["number": "E-3", "fullName": "Ana", "hiredOn": "2026-01-01"]]
            let created = try await fixture.data(create, again, as: admin)
            #expect(created["employeeCreate"]?["userErrors"] == [])
        }
    }

    @Test func aLoginIsLinkedOnceAndUnlinked() async throws {
        try await TenantFixture.with { fixture in
            let employee = fixture.first.member.employeeGlobalID.description
            func link(_ member: JSONValue) async throws -> JSONValue? {
                let document = """
                    mutation ($id: ID!, $member: ID) {
                      employeeLinkMember(input: {employeeId: $id, memberId: $member}) {
                        employee { member { id } } userErrors { code path }
                      }
                    }
                    """
                let variables: JSONObject = ["id": .string(employee), "member": member]
                return try await fixture.data(document, variables, as: fixture.first.admin.viewer)["employeeLinkMember"]
            }
            func id(_ person: TestPerson) -> JSONValue { .string(GlobalID(.member, person.memberID).description) }
            let path: JSONValue = ["input", "memberId"]
            let linked1 = try await link(id(fixture.first.manager))?["userErrors"]
            #expect(linked1 == [["code": "TAKEN", "path": path]])
            let linked2 = try await link(id(fixture.second.owner))?["userErrors"]
            #expect(linked2 == [["code": "NOT_FOUND", "path": path]])
            let linked3 = try await link(nil)?["employee"]
            #expect(linked3 == ["member": nil])
            let linked4 = try await link(id(fixture.first.owner))?["employee"]
            #expect(linked4 == ["member": ["id": id(fixture.first.owner)]])
        }
    }

    @Test func membersMayNotWrite() async throws {
        try await TenantFixture.with { fixture in
            let variables: JSONObject = ["employee": ["number": "N-1", "fullName": "Ana", "hiredOn": "2026-01-01"]]
            let response = try await fixture.execute(create, variables, as: fixture.first.manager.viewer)
            #expect(response["data"] == ["employeeCreate": nil])
            #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "FORBIDDEN")
        }
    }

    private func patch(
        _ fixture: TenantFixture,
        _ id: String,
        _ employee: JSONValue,
        version: Int64? = nil,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        var variables: JSONObject = ["id": .string(id), "employee": employee]
        if let version { variables["version"] = .int(version) }
        let data = try await fixture.data(update, variables, as: fixture.first.admin.viewer, now: now)
        return try #require(data["employeeUpdate"])
    }

    private func delete(_ fixture: TenantFixture, _ id: String) async throws -> JSONValue? {
        let document = """
            mutation ($id: ID!) {
              employeeDelete(input: {employeeId: $id, reason: "left"}) { employee { deletedAt } userErrors { code path } }
            }
            """
        return try await fixture.data(document, ["id": .string(id)], as: fixture.first.admin.viewer)["employeeDelete"]
    }
}
