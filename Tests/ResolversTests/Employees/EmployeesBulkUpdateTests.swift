import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct EmployeesBulkUpdateTests {
    private static let fields = """
        results { index clientRef employee { number jobTitle phone version manager { number } } userErrors { code path } }
        successCount failureCount applied
        """

    private func update(
        _ fixture: TenantFixture,
        _ ids: [JSONValue],
        _ patch: JSONObject,
        policy: JSONValue = "REJECT_FAILED_ROWS"
    ) async throws -> JSONValue {
        let input: JSONObject = ["employeeIds": .array(ids), "patch": .object(patch), "errorPolicy": policy]
        return try await fixture.mutate("employeesBulkUpdate", input, Self.fields, as: fixture.first.admin.viewer)
    }

    private func id(_ person: TestPerson) -> JSONValue { .string(person.employeeGlobalID.description) }

    private func codes(_ payload: JSONValue) -> [[String]] {
        (payload["results"]?.arrayValue ?? []).map { result in
            (result["userErrors"]?.arrayValue ?? []).compactMap { $0["code"]?.stringValue }
        }
    }

    private func refusal(_ code: JSONValue, _ field: JSONValue) -> JSONValue {
        [["code": code, "path": ["input", "patch", field]]]
    }

    @Test func onePatchChangesManyAndIsLoggedForEach() async throws {
        try await TenantFixture.with { fixture in
            let ids = [id(fixture.first.member), id(fixture.first.admin)]
            let payload = try await update(fixture, ids, ["jobTitle": "Smith", "managerId": nil])
            #expect(payload["userErrors"] == [] && codes(payload) == [[], []])
            #expect(payload["successCount"] == 2 && payload["applied"] == true)
            let changed: JSONValue = [
                "number": "E-3", "jobTitle": "Smith", "phone": nil, "version": 2, "manager": nil,
            ]
            #expect(payload["results"]?.arrayValue?[0]["employee"] == changed)
            #expect(payload["results"]?.arrayValue?[1]["index"] == 1)
            #expect(payload["results"]?.arrayValue?[1]["employee"]?["number"] == "E-1")
            let rows = try fixture.auditRows("employeesBulkUpdate")
            #expect(rows.count == 2 && rows.allSatisfy { $0.new?.contains("Smith") == true })
        }
    }

    /// A manager below two of them, who is not above the third.
    private func mixed(_ fixture: TenantFixture) -> (ids: [JSONValue], patch: JSONObject) {
        let first = fixture.first
        let ids: [JSONValue] = [
            id(first.admin), id(first.manager), id(first.member), id(first.admin), id(fixture.second.member),
            "malformed",
            .string(GlobalID(.department, UUID()).description),
        ]
        return (ids, ["managerId": id(first.member)])
    }

    private let mixedCodes = [
        [], ["CYCLE"], ["CYCLE"], ["DUPLICATE_IN_BATCH"], ["NOT_FOUND"], ["NOT_FOUND"], ["NOT_FOUND"],
    ]

    @Test func failedRowsLeaveTheOthersAlone() async throws {
        try await TenantFixture.with { fixture in
            let (ids, patch) = mixed(fixture)
            let payload = try await update(fixture, ids, patch)
            #expect(codes(payload) == mixedCodes)
            #expect(payload["successCount"] == 1 && payload["failureCount"] == 6 && payload["applied"] == true)
            let results = payload["results"]?.arrayValue ?? []
            #expect(results[0]["employee"]?["manager"] == ["number": "E-3"])
            #expect(
                results[1]["userErrors"] == refusal("CYCLE", "managerId") && results[1]["employee"] == JSONValue.null
            )
            #expect(results[4]["userErrors"]?.arrayValue?[0]["path"] == ["input", "employeeIds", "4"])
        }
    }

    @Test func rejectEverythingAppliesNothing() async throws {
        try await TenantFixture.with { fixture in
            let (ids, patch) = mixed(fixture)
            let payload = try await update(fixture, ids, patch, policy: "REJECT_EVERYTHING")
            #expect(codes(payload) == [["BATCH_ABORTED"]] + mixedCodes.dropFirst())
            #expect(payload["successCount"] == 0 && payload["applied"] == false)
            #expect(payload["results"]?.arrayValue?[0]["employee"] == JSONValue.null)
            #expect(try fixture.auditRows("employeesBulkUpdate").isEmpty)
            let good = try await update(fixture, [ids[0]], patch, policy: "REJECT_EVERYTHING")
            #expect(good["applied"] == true && codes(good) == [[]])
        }
    }

    @Test func whatIsWrongWithThePatchRefusesTheBatch() async throws {
        try await TenantFixture.with { fixture in
            let foreign = id(fixture.second.manager)
            let cases: [(JSONObject, JSONValue, JSONValue)] = [
                (["number": " "], "number", "REQUIRED"), (["status": nil], "status", "REQUIRED"),
                (["email": "nobody"], "email", "INVALID"), (["timeZone": "Mars/Base"], "timeZone", "INVALID"),
                (["departmentId": "malformed"], "departmentId", "NOT_FOUND"),
                (["locationId": .string(GlobalID(.workLocation, UUID()).description)], "locationId", "NOT_FOUND"),
                (["managerId": foreign], "managerId", "NOT_FOUND"),
                (["jobTitle": .string(String(repeating: "x", count: 201))], "jobTitle", "TOO_LONG"),
            ]
            for (patch, field, code) in cases {
                let payload = try await update(fixture, [id(fixture.first.member)], patch)
                #expect(payload["userErrors"] == refusal(code, field), "\(payload.text)")
                #expect(payload["results"] == [] && payload["applied"] == false)
            }
        }
    }

    @Test func aNumberAndAnExternalReferenceAreForOneOnly() async throws {
        try await TenantFixture.with { fixture in
            let ids = [id(fixture.first.member), id(fixture.first.manager)]
            let taken = try await update(fixture, ids, ["number": "E-1"])
            #expect(codes(taken) == [["TAKEN"], ["TAKEN"]] && taken["applied"] == false)
            let own = try await update(fixture, ids, ["number": "E-2"])
            #expect(codes(own) == [["TAKEN"], []])
            let new = try await update(fixture, ids, ["externalRef": "x"])
            #expect(codes(new) == [[], ["TAKEN"]])
            #expect(new["results"]?.arrayValue?[1]["userErrors"] == refusal("TAKEN", "externalRef"))
        }
    }

    @Test func anEmploymentThatHasEndedHasItsLimits() async throws {
        try await TenantFixture.with { fixture in
            let ids = [id(fixture.first.member), id(fixture.first.admin)]
            _ = try fixture.owner().query(
                """
                UPDATE employees SET status = 'terminated', terminated_on = '2020-06-01'
                WHERE organization_id = $1 AND employee_number = 'E-3'
                """,
                [.uuid(fixture.first.id)]
            )
            let payload = try await update(fixture, ids, ["hiredOn": "2021-01-01"])
            #expect(codes(payload) == [["INVALID"], []])
            #expect(payload["results"]?.arrayValue?[0]["userErrors"] == refusal("INVALID", "hiredOn"))
        }
    }

    @Test func everySizeTakesTheSameStatementsUpToTheLargest() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            for number in 1...200 {
                try fixture.first.insertEmployee(UUID(), number: "B-\(number)", owner)
            }
            let ids = try owner.query("SELECT id FROM employees WHERE employee_number LIKE 'B-%'").map {
                JSONValue.string(GlobalID(.employee, $0.uuid(0)).description)
            }
            let one = try await fixture.statements.during { _ = try await update(fixture, [ids[0]], ["phone": "1"]) }
            let many = try await fixture.statements.during {
                let payload = try await update(fixture, ids, ["phone": "2"])
                #expect(payload["successCount"] == 200)
            }
            #expect(one == many)
            let payload = try await update(fixture, ids + [ids[0]], ["phone": "3"])
            #expect(payload["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "employeeIds"]]])
            let none = try await update(fixture, [], ["phone": "3"])
            #expect(none["applied"] == true && none["results"] == [])
        }
    }

    /// Each change by itself is good; of the two, whichever comes second is not.
    @Test func oppositeManagersAtOnceMakeNoCycle() async throws {
        try await TenantFixture.with { fixture in
            let (left, right) = (id(fixture.first.admin), id(fixture.first.manager))
            for _ in 0..<5 {
                _ = try fixture.owner().query("UPDATE employees SET manager_id = NULL")
                let input: JSONObject = ["employeeId": left, "employee": ["managerId": right]]
                async let one = fixture.mutate("employeeUpdate", input, as: fixture.first.admin.viewer)
                async let many = update(fixture, [right], ["managerId": left])
                let single = try await one["userErrors"]?.arrayValue?.compactMap { $0["code"]?.stringValue }
                let results = try await codes(many)
                #expect(single == ["CYCLE"] && results == [[]] || single == [] && results == [["CYCLE"]])
            }
        }
    }

    @Test func managersMayNot() async throws {
        try await TenantFixture.with { fixture in
            let input: JSONObject = ["employeeIds": [id(fixture.first.member)], "patch": ["phone": "1"]]
            let response = try await fixture.response("employeesBulkUpdate", input, as: fixture.first.manager.viewer)
            #expect(response["errors"]?.arrayValue?.first?["extensions"]?["code"] == "FORBIDDEN")
        }
    }
}
