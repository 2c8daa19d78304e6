import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeeFilterTests {
    private static let document = """
        query ($filter: EmployeeFilter, $search: String) {
          organization {
            employees(filter: $filter, search: $search, first: 100, orderBy: [{field: NUMBER}]) { nodes { number } totalCount }
          }
        }
        """

    /// Departments: sales with field sales below it, and a cycle made by hand: north and south below each other.
    private struct Staff {
        let sales = UUID()
        let fieldSales = UUID()
        let north = UUID()
        let south = UUID()

        init(_ organization: TestOrganization, _ owner: OwnerConnection) throws {
            for (id, name) in [(sales, "Sales"), (fieldSales, "Field"), (north, "North"), (south, "South")] {
                _ = try owner.query(
                    "INSERT INTO departments (organization_id, id, name) VALUES ($1, $2, $3)",
                    [.uuid(organization.id), .uuid(id), .text(name)]
                )
            }
            for (id, parent) in [(fieldSales, sales), (north, south), (south, north)] {
                _ = try owner.query(
                    "UPDATE departments SET parent_id = $3 WHERE organization_id = $1 AND id = $2",
                    [.uuid(organization.id), .uuid(id), .uuid(parent)]
                )
            }
            try insert(organization, owner, "F-1", "Ana 100% O'Neil", sales, "2021-01-01")
            try insert(organization, owner, "F-2", "Ben a_b\\c", fieldSales, "2022-01-01")
            try insert(organization, owner, "F-3", "Cleo \"Q\"", north, "2023-01-01")
            try insert(organization, owner, "F-4", "Dan 1000", south, "2024-01-01")
            try insert(organization, owner, "F-5", "Eva gone", nil, "2024-01-01")
            _ = try owner.query("UPDATE employees SET deleted_at = now() WHERE employee_number = 'F-5'")
        }

        private func insert(
            _ organization: TestOrganization,
            _ owner: OwnerConnection,
            _ number: String,
            _ name: String,
            _ department: UUID?,
            _ hiredOn: String
        ) throws {
            _ = try owner.query(
                """
                INSERT INTO employees (organization_id, employee_number, full_name, department_id, hired_on, email)
                VALUES ($1, $2, $3, $4, $5, lower($2::text) || '@mail.example')
                """,
                [.uuid(organization.id), .text(number), .text(name), .optional(department), .text(hiredOn)]
            )
        }
    }

    @Test func filtersFindWhatTheySay() async throws {
        try await TenantFixture.with { fixture in
            let staff = try Staff(fixture.first, fixture.owner())
            func id(_ department: UUID) -> JSONValue { .string(GlobalID(.department, department).description) }
            let cases: [(JSONObject, [String])] = [
                (["number": ["eq": "F-1"]], ["F-1"]),
                (["number": ["in": ["F-1", "F-3", "nobody"]]], ["F-1", "F-3"]),
                (["number": ["in": []]], []),
                (["number": ["startsWith": "f-"], "fullName": ["ne": "Dan 1000"]], ["F-1", "F-2", "F-3"]),
                (["fullName": ["contains": "100%"]], ["F-1"]),
                (["fullName": ["contains": "a_b\\"]], ["F-2"]),
                (["fullName": ["contains": "o'neil"]], ["F-1"]),
                (["fullName": ["contains": "\"q\""]], ["F-3"]),
                (["fullName": ["startsWith": "_"]], []),
                (["departmentId": ["eq": id(staff.sales)]], ["F-1"]),
                (["departmentId": ["eq": id(staff.sales)], "includeSubDepartments": true], ["F-1", "F-2"]),
                (["departmentId": ["eq": id(staff.north)], "includeSubDepartments": true], ["F-3", "F-4"]),
                (["departmentId": ["isNull": true]], ["E-1", "E-2", "E-3"]),
                (["departmentId": ["eq": "malformed"]], []),
                (["id": ["in": [.string(fixture.first.member.employeeGlobalID.description), "x"]]], ["E-3"]),
                (["managerId": ["eq": .string(fixture.first.manager.employeeGlobalID.description)]], ["E-3"]),
                (["hiredOn": ["gte": "2022-01-01", "lte": "2023-01-01"]], ["F-2", "F-3"]),
                (["hiredOn": ["eq": "2024-01-01"]], ["F-4"]),
                (["hiredOn": ["eq": "2024-01-01"], "includeDeleted": true], ["F-4", "F-5"]),
                (["hasLogin": true], ["E-1", "E-2", "E-3"]),
                (["status": ["TERMINATED"]], []),
                (["employmentType": ["FULL_TIME"], "hasLogin": false], ["F-1", "F-2", "F-3", "F-4"]),
                (["not": ["departmentId": ["eq": id(staff.sales)]]], ["E-1", "E-2", "E-3", "F-2", "F-3", "F-4"]),
                (
                    ["or": [["number": ["eq": "F-1"]], ["and": [["hasLogin": true], ["number": ["eq": "E-2"]]]]]],
                    ["E-2", "F-1"]
                ),
                (["or": []], []),
                (["fullName": ["contains": "EVA"], "includeDeleted": true], ["F-5"]),
                (["fullName": ["contains": "eva"]], []),
                (["fullName": ["in": ["Dan 1000", "cleo \"q\""]]], ["F-4"]),
                (["fullName": ["eq": "dan 1000"]], []),
                (["number": ["startsWith": "f-1"]], ["F-1"]),
                (["or": [["number": ["contains": "f-2"]], ["fullName": ["contains": "Dan"]]]], ["F-2", "F-4"]),
                (["not": ["fullName": ["contains": "plo"]]], ["F-1", "F-2", "F-3", "F-4"]),
                (["status": ["ACTIVE", "ON_NOTICE"], "hasLogin": true], ["E-1", "E-2", "E-3"]),
                (["status": []], []), (["employmentType": []], []),
                (["employmentType": ["INTERN", "FULL_TIME"], "hasLogin": true], ["E-1", "E-2", "E-3"]),
                (["managerId": ["eq": "malformed"]], []),
            ]
            for (filter, expected) in cases {
                let found = try await employees(fixture, ["filter": .object(filter)])
                #expect(numbers(found) == expected, "\(JSONValue.object(filter).text)")
                #expect(found["totalCount"] == .int(Int64(expected.count)))
            }
        }
    }

    @Test func searchMatchesItsTextAlone() async throws {
        try await TenantFixture.with { fixture in
            _ = try Staff(fixture.first, fixture.owner())
            let cases: [(String, [String])] = [
                ("100%", ["F-1"]), ("A_B", ["F-2"]), ("b\\c", ["F-2"]), ("'", ["F-1"]), ("\"", ["F-3"]), ("%", ["F-1"]),
                ("f-2@MAIL", ["F-2"]), ("  ", ["E-1", "E-2", "E-3", "F-1", "F-2", "F-3", "F-4"]), ("'; DROP", []),
                ("@m", ["F-1", "F-2", "F-3", "F-4"]), ("_b", ["F-2"]), ("0%", ["F-1"]), ("gone", []),
            ]
            for (search, expected) in cases {
                let found = try await employees(fixture, ["search": .string(search)])
                #expect(numbers(found) == expected, "\(search)")
                #expect(found["totalCount"] == .int(Int64(expected.count)))
            }
            let deleted = try await employees(fixture, ["search": "gone", "filter": ["includeDeleted": true]])
            #expect(numbers(deleted) == ["F-5"])
        }
    }

    @Test func addressesAreNotSearchedWhereTheyMayNotBeRead() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            _ = try owner.query(
                "UPDATE employees SET email = 'secret@mail.example' WHERE employee_number IN ('E-2', 'E-3')"
            )
            for search in ["secret", "se"] as [JSONValue] {
                let data = try await fixture.data(Self.document, ["search": search], as: fixture.first.manager.viewer)
                #expect(numbers(data["organization"]?["employees"]) == ["E-2"])
            }
        }
    }

    @Test func textsThatCannotBeStoredAreRefused() async throws {
        try await TenantFixture.with { fixture in
            for variables in [["search": "a\u{0}b"], ["filter": ["number": ["eq": "\u{0}"]]]] as [JSONObject] {
                let response = try await fixture.execute(Self.document, variables, as: fixture.first.admin.viewer)
                #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "BAD_USER_INPUT")
            }
        }
    }

    @Test func filtersBeyondTheBoundsAreRefused() async throws {
        try await TenantFixture.with { fixture in
            var deep: JSONValue = ["hasLogin": true]
            for _ in 0..<9 { deep = ["not": deep] }
            let wide: JSONValue = ["or": .array(Array(repeating: ["hasLogin": true], count: 60))]
            let long: JSONValue = ["number": ["in": .array((0...1_000).map { .string("\($0)") })]]
            for filter in [deep, wide, long] {
                let response = try await fixture.execute(
                    Self.document,
                    ["filter": filter],
                    as: fixture.first.admin.viewer
                )
                #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "BAD_USER_INPUT")
            }
        }
    }

    private func employees(_ fixture: TenantFixture, _ variables: JSONObject) async throws -> JSONValue {
        let data = try await fixture.data(Self.document, variables, as: fixture.first.admin.viewer)
        return try #require(data["organization"]?["employees"])
    }
}
