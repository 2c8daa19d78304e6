import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeePagingTests {
    private static let document = """
        query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: [EmployeeOrder!]) {
          organization {
            employees(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
              nodes { number }
              totalCount
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }
        }
        """

    /// Twenty employees more, in whose values every order has ties.
    private static func addEmployees(_ organization: TestOrganization, _ owner: OwnerConnection) throws {
        _ = try owner.query(
            """
            INSERT INTO employees (organization_id, employee_number, full_name, hired_on, created_at, updated_at)
            SELECT $1, 'P-' || n, (ARRAY['ana', 'Ana', 'Öz', 'zoe'])[n % 4 + 1], date '2020-01-01' + n % 3,
                   timestamptz '2026-01-01Z' + n % 5 * interval '1 microsecond', timestamptz '2026-01-01Z' + n % 2 * interval '1 s'
            FROM generate_series(1, 20) AS n
            """,
            [.uuid(organization.id)]
        )
    }

    @Test(
        arguments: [
            [], [["field": "FULL_NAME"]], [["field": "FULL_NAME", "direction": "DESC"]], [["field": "NUMBER"]],
            [["field": "HIRED_ON", "direction": "DESC"]], [["field": "CREATED_AT"]],
            [["field": "UPDATED_AT", "direction": "DESC"]],
            [
                ["field": "HIRED_ON"], ["field": "FULL_NAME", "direction": "DESC"],
                ["field": "HIRED_ON", "direction": "DESC"],
            ],
        ] as [[[String: String]]]
    )
    func pagesOfEveryOrderAreTheWholeList(order: [[String: String]]) async throws {
        try await TenantFixture.with { fixture in
            try Self.addEmployees(fixture.first, fixture.owner())
            let orderBy = JSONValue.array(
                order.map { key in
                    var object = JSONObject()
                    for (name, value) in key { object[name] = .string(value) }
                    return .object(object)
                }
            )
            let whole = try await page(fixture, ["first": 100, "orderBy": orderBy])
            let all = numbers(whole)
            #expect(all.count == 23)
            #expect(whole["totalCount"] == 23)
            #expect(
                try await walk(fixture, orderBy, size: "first", cursor: "after", end: "endCursor", more: "hasNextPage")
                    == all
            )
            let backward = try await walk(
                fixture,
                orderBy,
                size: "last",
                cursor: "before",
                end: "startCursor",
                more: "hasPreviousPage"
            )
            #expect(backward == all)
        }
    }

    @Test func theLastPageIsTheEndOfTheList() async throws {
        try await TenantFixture.with { fixture in
            try Self.addEmployees(fixture.first, fixture.owner())
            let all = numbers(try await page(fixture, ["first": 100]))
            let last = try await page(fixture, ["last": 4])
            #expect(numbers(last) == Array(all.suffix(4)))
            #expect(last["pageInfo"]?["hasPreviousPage"] == true)
            #expect(last["pageInfo"]?["hasNextPage"] == false)
        }
    }

    @Test func badPagesAreRefused() async throws {
        try await TenantFixture.with { fixture in
            for variables in [["first": 1, "last": 1], ["first": -1], ["first": 101], ["after": "no cursor"]]
                as [JSONObject]
            {
                let response = try await fixture.execute(Self.document, variables, as: fixture.first.admin.viewer)
                #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "BAD_USER_INPUT")
            }
        }
    }

    @Test func theTotalIsCountedOnlyWhenSelected() async throws {
        try await TenantFixture.with { fixture in
            let without = try await fixture.statements.during {
                _ = try await fixture.data(
                    "{ organization { employees { nodes { id } } } }",
                    as: fixture.first.admin.viewer
                )
            }
            #expect(!without.contains("count"))
            let with = try await fixture.statements.during { _ = try await page(fixture, [:]) }
            #expect(with.contains("count"))
        }
    }

    @Test func theSchemaRefusesOrdersByOtherNames() async throws {
        try await TenantFixture.with { fixture in
            await #expect(throws: (any Error).self) {
                try await fixture.data(
                    Self.document,
                    ["orderBy": [["field": "full_name; DROP TABLE employees"]]],
                    as: fixture.first.admin.viewer
                )
            }
        }
    }

    private func page(_ fixture: TenantFixture, _ variables: JSONObject) async throws -> JSONValue {
        let data = try await fixture.data(Self.document, variables, as: fixture.first.admin.viewer)
        return try #require(data["organization"]?["employees"])
    }

    /// All numbers, page by page of three; backward pages are put in front of each other.
    private func walk(
        _ fixture: TenantFixture,
        _ orderBy: JSONValue,
        size: String,
        cursor: String,
        end: String,
        more: String
    ) async throws -> [String] {
        var found: [String] = []
        var variables: JSONObject = [size: 3, "orderBy": orderBy]
        for _ in 0..<20 {
            let page = try await page(fixture, variables)
            found = size == "first" ? found + numbers(page) : numbers(page) + found
            guard page["pageInfo"]?[more] == true else { return found }
            variables[cursor] = page["pageInfo"]?[end]
        }
        return found
    }
}

/// The numbers of a connection's employees.
func numbers(_ connection: JSONValue?) -> [String] {
    (connection?["nodes"]?.arrayValue ?? []).compactMap { $0["number"]?.stringValue }
}
