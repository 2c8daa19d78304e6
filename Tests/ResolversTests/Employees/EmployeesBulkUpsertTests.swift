import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeesBulkUpsertTests {
    private static let document = """
        mutation ($items: [EmployeeBulkItem!]!, $policy: ErrorPolicy!, $dryRun: Boolean!) {
          employeesBulkUpsert(input: {items: $items, errorPolicy: $policy, dryRun: $dryRun}) {
            results { index clientRef employee { number fullName manager { number } department { name } } userErrors { code path } }
            successCount failureCount applied
            userErrors { code path }
          }
        }
        """

    private func upsert(
        _ fixture: TenantFixture,
        _ items: [JSONValue],
        policy: JSONValue = "REJECT_FAILED_ROWS",
        dryRun: Bool = false
    ) async throws -> JSONValue {
        let variables: JSONObject = ["items": .array(items), "policy": policy, "dryRun": .bool(dryRun)]
        let data = try await fixture.data(Self.document, variables, as: fixture.first.admin.viewer)
        return try #require(data["employeesBulkUpsert"])
    }

    private func item(_ number: String, _ more: JSONObject = [:]) -> JSONValue {
        var item: JSONObject = [
            "number": .string(number), "fullName": .string("Bulk \(number)"), "hiredOn": "2026-01-01",
        ]
        for member in more { item[member.key] = member.value }
        return .object(item)
    }

    private func codes(_ payload: JSONValue) -> [[String]] {
        (payload["results"]?.arrayValue ?? []).map { result in
            (result["userErrors"]?.arrayValue ?? []).compactMap { $0["code"]?.stringValue }
        }
    }

    private func count(_ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query("SELECT count(*) FROM employees")[0].int64(0)
    }

    @Test func itemsAreCreatedAndUpdatedInOneBatch() async throws {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query(
                "INSERT INTO departments (organization_id, name, code) VALUES ($1, 'Sales', 'S')",
                [.uuid(fixture.first.id)]
            )
            let payload = try await upsert(
                fixture,
                [
                    item("B-1", ["managerNumber": "B-2", "departmentCode": "S", "clientRef": "one"]),
                    item("B-2", ["managerNumber": "E-2"]), item("E-3", ["fullName": "Changed"]),
                    item("B-4", ["externalRef": "x"]),
                ]
            )
            #expect(codes(payload) == [[], [], [], []])
            #expect(payload["successCount"] == 4)
            #expect(payload["applied"] == true)
            let expected: JSONValue = [
                "number": "B-1", "fullName": "Bulk B-1", "manager": ["number": "B-2"], "department": ["name": "Sales"],
            ]
            #expect(payload["results"]?.arrayValue?[0]["employee"] == expected)
            #expect(payload["results"]?.arrayValue?[0]["clientRef"] == "one")
            // What the item leaves out stays: the manager of E-3.
            let changed: JSONValue = [
                "number": "E-3", "fullName": "Changed", "manager": ["number": "E-2"], "department": nil,
            ]
            #expect(payload["results"]?.arrayValue?[2]["employee"] == changed)
            let renumbered = try await upsert(fixture, [item("B-5", ["externalRef": "x"])])
            #expect(renumbered["results"]?.arrayValue?[0]["employee"]?["number"] == "B-5")
            #expect(try count(fixture) == 9)
            let log = try fixture.owner().query("SELECT count(*) FROM audit_logs WHERE action = 'employeesBulkUpsert'")
            #expect(log[0].int64(0) == 5)
        }
    }

    private var mixed: [JSONValue] {
        [
            item("B-1"), item(" "), item("B-1"), item("B-3", ["timeZone": "Mars/Base"]),
            item("B-4", ["departmentCode": "none"]), item("B-5", ["managerNumber": "B-4"]),
            item("E-1", ["externalRef": "new"]),
            item("B-7", ["managerNumber": "B-8"]), item("B-8", ["managerNumber": "B-7"]), item("B-9", ["email": "x"]),
            item("B-10", ["phone": "\u{0}"]), item("B-11", ["departmentId": "malformed"]),
        ]
    }

    private let mixedCodes = [
        [], ["REQUIRED"], ["DUPLICATE_IN_BATCH"], ["INVALID"], ["NOT_FOUND"], ["NOT_FOUND"], ["TAKEN"], ["NOT_FOUND"],
        ["CYCLE"], ["INVALID"], ["INVALID"], ["NOT_FOUND"],
    ]

    @Test func failedRowsLeaveTheOthersAlone() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await upsert(fixture, mixed)
            #expect(codes(payload) == mixedCodes)
            #expect(payload["successCount"] == 1)
            #expect(payload["failureCount"] == 11)
            #expect(payload["applied"] == true)
            #expect(
                payload["results"]?.arrayValue?[4]["userErrors"]?.arrayValue?[0]["path"] == [
                    "input", "items", "4", "departmentCode",
                ]
            )
            #expect(try count(fixture) == 7)
        }
    }

    @Test func rejectEverythingAppliesNothing() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await upsert(fixture, mixed, policy: "REJECT_EVERYTHING")
            #expect(codes(payload) == [["BATCH_ABORTED"]] + mixedCodes.dropFirst())
            #expect(payload["successCount"] == 0)
            #expect(payload["applied"] == false)
            #expect(payload["results"]?.arrayValue?[0]["employee"] == JSONValue.null)
            #expect(try count(fixture) == 6)
            let good = try await upsert(fixture, [item("B-1")], policy: "REJECT_EVERYTHING")
            #expect(good["applied"] == true)
        }
    }

    @Test func aDryRunReportsAndAppliesNothing() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await upsert(fixture, mixed, dryRun: true)
            #expect(codes(payload) == mixedCodes)
            #expect(payload["successCount"] == 1)
            #expect(payload["applied"] == false)
            #expect(payload["results"]?.arrayValue?.allSatisfy { $0["employee"] == JSONValue.null } == true)
            #expect(try count(fixture) == 6)
        }
    }

    @Test func aBatchHasAtMostTwoHundredItemsAndEverySizeTakesTheSameStatements() async throws {
        try await TenantFixture.with { fixture in
            let one = try await fixture.statements.during { _ = try await upsert(fixture, [item("B-1")]) }
            let many = try await fixture.statements.during {
                let payload = try await upsert(fixture, (1...200).map { item("B-\($0)") })
                #expect(payload["successCount"] == 200)
            }
            #expect(one == many)
            let payload = try await upsert(fixture, (1...201).map { item("C-\($0)") })
            #expect(payload["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
            #expect(payload["results"] == [])
            #expect(try count(fixture) == 206)
        }
    }

    @Test func whatAnotherWriterTookInBetweenIsReportedForItsItem() async throws {
        try await TenantFixture.with { fixture in
            // A writer that does not take the organization's lock, still uncommitted when the batch is checked.
            let owner = try fixture.owner()
            try owner.execute("BEGIN")
            _ = try owner.query(
                """
                INSERT INTO employees (organization_id, employee_number, full_name, hired_on, external_ref)
                VALUES ($1, 'B-1', 'Other', '2026-01-01', 'other')
                """,
                [.uuid(fixture.first.id)]
            )
            async let upserted = upsert(fixture, [item("B-1", ["externalRef": "mine"]), item("B-2")])
            while try owner.query("SELECT FROM pg_locks WHERE NOT granted").isEmpty {
                try await Task.sleep(for: .milliseconds(10))
            }
            try owner.execute("COMMIT")
            let payload = try await upserted
            #expect(codes(payload) == [["TAKEN"], []])
            #expect(try count(fixture) == 8)
        }
    }

    @Test func otherTenantsDepartmentsAndManagersAreMissing() async throws {
        try await TenantFixture.with { fixture in
            let department = UUID()
            let owner = try fixture.owner()
            _ = try owner.query(
                "INSERT INTO departments (organization_id, id, name, code) VALUES ($1, $2, 'Sales', 'S')",
                [.uuid(fixture.second.id), .uuid(department)]
            )
            _ = try owner.query(
                "UPDATE employees SET employee_number = 'X-1' WHERE organization_id = $1 AND employee_number = 'E-1'",
                [.uuid(fixture.second.id)]
            )
            let payload = try await upsert(
                fixture,
                [
                    item("B-1", ["departmentId": .string(GlobalID(.department, department).description)]),
                    item("B-2", ["departmentCode": "S"]), item("B-3", ["managerNumber": "X-1"]),
                ]
            )
            #expect(codes(payload) == [["NOT_FOUND"], ["NOT_FOUND"], ["NOT_FOUND"]])
            #expect(payload["applied"] == false)
        }
    }
}
