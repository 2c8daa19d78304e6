import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeeReachTests {
    @Test func listsAndCountsEndAtTheReach() async throws {
        try await TenantFixture.with { fixture in
            let document = "{ organization { employees(orderBy: [{field: NUMBER}]) { nodes { number } totalCount } } }"
            for (person, expected) in [
                (fixture.first.owner, ["E-1", "E-2", "E-3"]), (fixture.first.manager, ["E-2", "E-3"]),
                (fixture.first.member, ["E-3"]),
            ] {
                let employees = try await fixture.data(document, as: person.viewer)["organization"]?["employees"]
                #expect(numbers(employees) == expected)
                #expect(employees?["totalCount"] == .int(Int64(expected.count)))
            }
        }
    }

    @Test func whatIsOutOfReachAnswersAsMissing() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                query ($id: ID!, $number: String!) {
                  byID: employee(by: {id: $id}) { number }
                  byNumber: employee(by: {number: $number}) { number manager { number } }
                }
                """
            let manager = fixture.first.manager
            let other = try await fixture.data(
                document,
                ["id": .string(manager.employeeGlobalID.description), "number": "E-1"],
                as: fixture.first.member.viewer
            )
            #expect(other == ["byID": nil, "byNumber": nil])
            let own = try await fixture.data(
                document,
                ["id": .string(fixture.first.member.employeeGlobalID.description), "number": "E-3"],
                as: fixture.first.member.viewer
            )
            #expect(own == ["byID": ["number": "E-3"], "byNumber": ["number": "E-3", "manager": nil]])
        }
    }

    @Test func otherTenantsAnswerAsMissing() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                """
                UPDATE employees SET external_ref = 'theirs', employee_number = 'X-3'
                WHERE organization_id = $1 AND employee_number = 'E-3'
                """,
                [.uuid(fixture.second.id)]
            )
            let document = """
                query ($member: ID!, $manager: ID!) {
                  byID: employee(by: {id: $member}) { id }
                  byNumber: employee(by: {number: "X-3"}) { id }
                  byReference: employee(by: {externalRef: "theirs"}) { id }
                  organization {
                    byID: employees(filter: {id: {in: [$member]}}) { totalCount }
                    byManager: employees(filter: {managerId: {eq: $manager}}) { totalCount }
                    bySearch: employees(search: "X-3") { totalCount }
                  }
                }
                """
            let data = try await fixture.data(
                document,
                [
                    "member": .string(fixture.second.member.employeeGlobalID.description),
                    "manager": .string(fixture.second.manager.employeeGlobalID.description),
                ],
                as: fixture.first.admin.viewer
            )
            let none: JSONValue = ["totalCount": 0]
            let expected: JSONValue = [
                "byID": nil, "byNumber": nil, "byReference": nil,
                "organization": ["byID": none, "byManager": none, "bySearch": none],
            ]
            #expect(data == expected)
        }
    }

    @Test func contactFieldsAreForOneselfAndAdministrators() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            _ = try owner.query("UPDATE employees SET email = 'a@b.example', phone = '1', custom = '{\"a\": 1}'")
            let document = "{ employee(by: {number: \"E-3\"}) { email phone custom } }"
            let seen: JSONValue = ["employee": ["email": "a@b.example", "phone": "1", "custom": ["a": 1]]]
            let hidden: JSONValue = ["employee": ["email": nil, "phone": nil, "custom": nil]]
            #expect(try await fixture.data(document, as: fixture.first.admin.viewer) == seen)
            #expect(try await fixture.data(document, as: fixture.first.member.viewer) == seen)
            #expect(try await fixture.data(document, as: fixture.first.manager.viewer) == hidden)
        }
    }

    @Test func reportsAndManagersAreOneStatementPerLevel() async throws {
        try await TenantFixture.with { fixture in
            let names = try await fixture.statements.during {
                let data = try await fixture.data(
                    "{ organization { employees { nodes { number manager { number } reports { nodes { number } } } } } }",
                    as: fixture.first.admin.viewer
                )
                let nodes = data["organization"]?["employees"]?["nodes"]?.arrayValue ?? []
                #expect(nodes.map { numbers($0["reports"]) } == [[], ["E-3"], []])
            }
            #expect(names.filter { $0 == "reports" }.count == 1)
            #expect(names.filter { $0 == "employees by id" }.count == 1)
        }
    }
}
