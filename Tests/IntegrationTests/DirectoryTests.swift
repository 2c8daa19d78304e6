import JSON
import Testing

extension IntegrationTests {
    /// Keeping and reading the list of employees.
    @Suite struct DirectoryTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        private static let result = """
            applied successCount failureCount
            results { index clientRef employee { number } userErrors { code path } }
            """

        @Test func changesDepartmentsAndEmployees() throws {
            let tenant = try Tenant("Changes", on: server)
            let first = try tenant.department("First")
            let second = try tenant.department("Second")
            let employee = try tenant.employee("C-1", "Clara", ["departmentId": .string(first)])
            let moved = try tenant.owner.succeed(
                "employeeUpdate",
                [
                    "employeeId": .string(employee), "expectedVersion": 1,
                    "employee": ["departmentId": .string(second), "jobTitle": "Smith"],
                ],
                selecting: "employee { version jobTitle department { name } }"
            )
            #expect(moved["employee"] == ["version": 2, "jobTitle": "Smith", "department": ["name": "Second"]])
            let stale = try tenant.owner.mutate(
                "employeeUpdate",
                ["employeeId": .string(employee), "expectedVersion": 1, "employee": ["jobTitle": "Other"]],
                selecting: "employee { id }"
            )
            #expect(stale.codes == ["STALE_VERSION"])
            #expect(stale["employee"] == .null)
            let used = try tenant.owner.mutate("departmentDelete", ["departmentId": .string(second)])
            #expect(used.codes == ["IN_USE"])
            _ = try tenant.owner.succeed(
                "departmentDelete",
                ["departmentId": .string(second), "moveEmployeesTo": .string(first)]
            )
            let cycle = try tenant.owner.mutate(
                "departmentUpdate",
                ["departmentId": .string(first), "parentId": .string(first)]
            )
            #expect(cycle.codes == ["CYCLE"])
            _ = try tenant.owner.succeed("employeeDelete", ["employeeId": .string(employee), "reason": "left"])
            let gone = try tenant.owner.data(
                #"{ employee(by: {number: "C-1"}) { id } organization { departments { nodes { name } } } }"#
            )
            #expect(gone["employee"] == .null)
            #expect(gone.at("organization.departments.nodes") == [["name": "First"]])
        }

        /// Two hundred items of which number 7, 77 and 177 cannot be stored.
        private func items() -> JSONValue {
            .array(
                (0..<200).map { index in
                    var item: JSONObject = [
                        "clientRef": .string("row \(index)"), "number": .string("B-\(1_000 + index)"),
                        "fullName": .string("Bulk \(index)"), "hiredOn": "2029-01-01", "departmentCode": "BULK",
                    ]
                    if index == 7 { item["departmentCode"] = "NOWHERE" }
                    if index == 77 { item["number"] = "B-1000" }
                    if index == 177 { item["fullName"] = " " }
                    return .object(item)
                }
            )
        }

        private func expectFailures(_ payload: JSONValue, _ others: String?) throws {
            let results = try #require(payload["results"]?.arrayValue)
            try #require(results.count == 200)
            #expect(results.map { $0["index"]?.intValue } == (0..<200).map { Int64($0) })
            #expect(results[5]["clientRef"] == "row 5")
            #expect(results[7].codes == ["NOT_FOUND"])
            #expect(results[77].codes == ["DUPLICATE_IN_BATCH"])
            #expect(results[177].codes == ["REQUIRED"])
            let good = results.enumerated().filter { ![7, 77, 177].contains($0.offset) }.map(\.element)
            #expect(good.allSatisfy { $0.codes == (others.map { [$0] } ?? []) })
        }

        private func count(_ tenant: Tenant) throws -> JSONValue? {
            try tenant.owner.data("{ organization { employees(first: 0) { totalCount } } }")
                .at("organization.employees.totalCount")
        }

        @Test func upsertsInBulkUnderBothPolicies() throws {
            let tenant = try Tenant("Bulk", on: server)
            _ = try tenant.department("Bulk", code: "BULK")
            func upsert(_ policy: JSONValue, dryRun: Bool = false) throws -> JSONValue {
                let input: JSONValue = ["items": items(), "errorPolicy": policy, "dryRun": .bool(dryRun)]
                return try tenant.owner.mutate("employeesBulkUpsert", input, selecting: Self.result)
            }
            let rejected = try upsert("REJECT_EVERYTHING")
            try expectFailures(rejected, "BATCH_ABORTED")
            #expect(rejected["applied"] == false && rejected["successCount"] == 0)
            #expect(try count(tenant) == 0)
            let dry = try upsert("REJECT_FAILED_ROWS", dryRun: true)
            try expectFailures(dry, nil)
            #expect(dry["applied"] == false)
            #expect(try count(tenant) == 0)
            let applied = try upsert("REJECT_FAILED_ROWS")
            try expectFailures(applied, nil)
            #expect(applied["applied"] == true && applied["successCount"] == 197 && applied["failureCount"] == 3)
            #expect(try count(tenant) == 197)
            #expect(try upsert("REJECT_FAILED_ROWS")["successCount"] == 197)
            #expect(try count(tenant) == 197)
        }

        @Test func pagesFiltersOrdersAndSearches() throws {
            let tenant = try Tenant("Pages", on: server)
            let workshop = try tenant.department("Workshop")
            for number in 1...7 {
                let isEven = number % 2 == 0
                let more: JSONObject = [
                    "departmentId": isEven ? .string(workshop) : .null,
                    "hiredOn": .string("2029-01-0\(8 - number)"),
                ]
                _ = try tenant.employee(
                    "P-\(number)",
                    "Person \(["", "Anna", "Ben", "Cleo", "Dora", "Emil", "Finn", "Gerd"][number])",
                    more
                )
            }
            #expect(try walk(tenant, forward: true) == ["P-7", "P-6", "P-5", "P-4", "P-3", "P-2", "P-1"])
            #expect(try walk(tenant, forward: false) == ["P-7", "P-6", "P-5", "P-4", "P-3", "P-2", "P-1"])
            let filter: JSONValue = [
                "departmentId": ["eq": .string(workshop)], "not": ["fullName": ["contains": "Dora"]],
            ]
            #expect(try numbers(tenant, ["filter": filter]) == ["P-2", "P-6"])
            #expect(try numbers(tenant, ["search": "emil"]) == ["P-5"])
            #expect(try numbers(tenant, ["search": "%"]) == [])
            #expect(
                try numbers(tenant, ["orderBy": [["field": "FULL_NAME", "direction": "DESC"]]]).prefix(2) == [
                    "P-7", "P-6",
                ]
            )
            let both = try tenant.owner.send("{ organization { employees(first: 1, last: 1) { totalCount } } }")
            #expect(try both.code() == "BAD_USER_INPUT")
            let forged = try tenant.owner.send(#"{ organization { employees(after: "x") { totalCount } } }"#)
            #expect(try forged.code() == "BAD_USER_INPUT")
        }

        private func numbers(_ tenant: Tenant, _ variables: JSONValue) throws -> [String] {
            let document = """
                query ($filter: EmployeeFilter, $search: String, $orderBy: [EmployeeOrder!]) { organization {
                  employees(filter: $filter, search: $search, orderBy: $orderBy) { nodes { number } } } }
                """
            let nodes = try tenant.owner.data(document, variables).at("organization.employees.nodes")?.arrayValue
            let numbers = try #require(nodes).compactMap { $0["number"]?.stringValue }
            return variables["orderBy"] == nil ? numbers.sorted() : numbers
        }

        /// All employees by the day they were hired, three at a time, from the one end or the other.
        private func walk(_ tenant: Tenant, forward: Bool) throws -> [String] {
            let arguments = forward ? "first: 3, after: $cursor" : "last: 3, before: $cursor"
            let document = """
                query ($cursor: String) { organization { employees(\(arguments), orderBy: [{field: HIRED_ON}]) {
                  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { number } } } }
                """
            var numbers: [String] = []
            var cursor: JSONValue = .null
            for _ in 0..<3 {
                let data = try tenant.owner.data(document, ["cursor": cursor])
                let page = try #require(data.at("organization.employees"))
                let nodes = try #require(page["nodes"]?.arrayValue).compactMap { $0["number"]?.stringValue }
                numbers = forward ? numbers + nodes : nodes + numbers
                let isLast = numbers.count == 7
                #expect(page.at(forward ? "pageInfo.hasNextPage" : "pageInfo.hasPreviousPage") == .bool(!isLast))
                cursor = try #require(page.at(forward ? "pageInfo.endCursor" : "pageInfo.startCursor"))
            }
            return numbers
        }
    }
}
