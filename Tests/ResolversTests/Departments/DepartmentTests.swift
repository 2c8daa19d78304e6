import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

private let create = """
    mutation ($name: String!, $code: String, $parent: ID, $manager: ID) {
      departmentCreate(input: {name: $name, code: $code, parentId: $parent, managerId: $manager}) {
        department { id name parent { name } manager { number } version }
        userErrors { code path }
      }
    }
    """
private let update = """
    mutation ($input: DepartmentUpdateInput!) {
      departmentUpdate(input: $input) {
        department { name code parent { name } version }
        userErrors { code path ... on StaleVersionError { currentVersion } }
      }
    }
    """
private let delete = """
    mutation ($id: ID!, $to: ID) {
      departmentDelete(input: {departmentId: $id, moveEmployeesTo: $to}) {
        department { deletedAt } userErrors { code path }
      }
    }
    """

@Suite struct DepartmentTests {
    @Test func aTreeIsReadWithOneStatementPerLevelAndField() async throws {
        try await TenantFixture.with { fixture in
            let sales = try await department(fixture, ["name": "Sales"])
            _ = try await department(fixture, ["name": "Field", "parent": sales])
            _ = try await department(fixture, ["name": "Desk", "parent": sales])
            try assign(fixture, "E-2", to: sales)
            try assign(fixture, "E-3", to: sales)
            let document = """
                { organization { departments { totalCount nodes {
                  name parent { name } children { name } employeeCount employees(first: 1) { totalCount nodes { number } }
                } } } }
                """
            let statements = try await fixture.statements.during {
                let data = try await fixture.data(document, as: fixture.first.admin.viewer)
                let departments = data["organization"]?["departments"]
                #expect(departments?["totalCount"] == 3)
                let nodes = departments?["nodes"]?.arrayValue ?? []
                #expect(nodes.map { $0["name"] } == ["Desk", "Field", "Sales"])
                #expect(nodes.map { $0["parent"] } == [["name": "Sales"], ["name": "Sales"], .null])
                #expect(nodes.map { $0["employeeCount"] } == [0, 0, 2])
                #expect(nodes.last?["children"] == [["name": "Desk"], ["name": "Field"]])
                #expect(nodes.last?["employees"] == ["totalCount": 2, "nodes": [["number": "E-2"]]])
            }
            // The organization, a page and its total, and one for each of the fields below; two for employees.
            #expect(statements.count == 8)
            let own = try await fixture.data(document, as: fixture.first.member.viewer)
            let seen = own["organization"]?["departments"]?["nodes"]?.arrayValue?.last
            #expect(seen?["employees"] == ["totalCount": 1, "nodes": [["number": "E-3"]]])
            #expect(seen?["employeeCount"] == 1)
        }
    }

    @Test func pagesAndFiltersOfDepartments() async throws {
        try await TenantFixture.with { fixture in
            let sales = try await department(fixture, ["name": "Sales", "code": "b"])
            _ = try await department(fixture, ["name": "Field", "code": "a", "parent": sales])
            _ = try await department(fixture, ["name": "Desk"])
            let document = """
                query ($filter: DepartmentFilter, $orderBy: [DepartmentOrder!], $after: String, $first: Int) {
                  organization { departments(filter: $filter, orderBy: $orderBy, after: $after, first: $first) {
                    nodes { name } pageInfo { endCursor hasNextPage } } }
                }
                """
            func names(_ variables: JSONObject) async throws -> (names: [JSONValue?], end: JSONValue?) {
                let data = try await fixture.data(document, variables, as: fixture.first.member.viewer)
                let page = data["organization"]?["departments"]
                return (page?["nodes"]?.arrayValue?.map { $0["name"] } ?? [], page?["pageInfo"]?["endCursor"])
            }
            let byCode: JSONValue = [["field": "CODE", "direction": "DESC"]]
            let first = try await names(["orderBy": byCode, "first": 2])
            #expect(first.names == ["Sales", "Field"])
            let found1 = try await names(["orderBy": byCode, "first": 2, "after": first.end ?? nil]).names
            #expect(found1 == ["Desk"])
            let found2 = try await names(["filter": ["name": ["contains": "ES"]]]).names
            #expect(found2 == ["Desk", "Sales"])
            let found3 = try await names(["filter": ["parentId": ["eq": sales]]]).names
            #expect(found3 == ["Field"])
            let found4 = try await names(["filter": ["parentId": ["isNull": true]]]).names
            #expect(found4 == ["Desk", "Sales"])
        }
    }

    @Test func whatCannotBeStoredIsReportedByField() async throws {
        try await TenantFixture.with { fixture in
            _ = try await department(fixture, ["name": "Sales", "code": "S"])
            let foreign = try await department(fixture, ["name": "Theirs"], as: fixture.second)
            let cases: [(JSONObject, String, String)] = [
                (["name": " "], "name", "REQUIRED"), (["name": "SALES"], "name", "TAKEN"),
                (["name": "Other", "code": "S"], "code", "TAKEN"), (["name": "a\nb"], "name", "INVALID"),
                (["name": .string(String(repeating: "x", count: 201))], "name", "TOO_LONG"),
                (["name": "Other", "parent": foreign], "parentId", "NOT_FOUND"),
                (["name": "Other", "parent": "malformed"], "parentId", "NOT_FOUND"),
                (
                    ["name": "Other", "manager": .string(fixture.second.manager.employeeGlobalID.description)],
                    "managerId", "NOT_FOUND"
                ),
            ]
            for (variables, field, code) in cases {
                let data = try await fixture.data(create, variables, as: fixture.first.admin.viewer)
                let expected: JSONValue = [["code": .string(code), "path": ["input", .string(field)]]]
                #expect(data["departmentCreate"]?["userErrors"] == expected, "\(field) \(code)")
            }
        }
    }

    @Test func updatesKeepClearAndRefuseCycles() async throws {
        try await TenantFixture.with { fixture in
            let top = try await department(fixture, ["name": "Top", "code": "T"])
            let middle = try await department(fixture, ["name": "Middle", "parent": top])
            let bottom = try await department(fixture, ["name": "Bottom", "parent": middle])
            for below in [top, middle, bottom] {
                let payload = try await change(fixture, ["departmentId": top, "parentId": below])
                #expect(payload["userErrors"] == [["code": "CYCLE", "path": ["input", "parentId"]]])
            }
            let moved = try await change(fixture, ["departmentId": bottom, "parentId": top, "expectedVersion": 1])
            #expect(moved["department"] == ["name": "Bottom", "code": nil, "parent": ["name": "Top"], "version": 2])
            let cleared = try await change(fixture, ["departmentId": top, "code": nil, "name": "Head"])
            #expect(cleared["department"] == ["name": "Head", "code": nil, "parent": nil, "version": 2])
            let stale = try await change(fixture, ["departmentId": top, "expectedVersion": 1])
            let error: JSONValue = [
                "code": "STALE_VERSION", "path": ["input", "expectedVersion"], "currentVersion": 2,
            ]
            #expect(stale["userErrors"] == [error])
            let unnamed = try await change(fixture, ["departmentId": top, "name": nil])
            #expect(unnamed["userErrors"] == [["code": "REQUIRED", "path": ["input", "name"]]])
        }
    }

    @Test func oppositeMovesAtOnceMakeNoCycle() async throws {
        try await TenantFixture.with { fixture in
            let left = try await department(fixture, ["name": "Left"])
            let right = try await department(fixture, ["name": "Right"])
            async let one = change(fixture, ["departmentId": left, "parentId": right])
            async let other = change(fixture, ["departmentId": right, "parentId": left])
            let errors = try await [one, other].compactMap { $0["userErrors"]?.arrayValue }
            #expect(errors.count { $0.isEmpty } == 1)
            #expect(errors.flatMap(\.self).map { $0["code"] } == ["CYCLE"])
        }
    }

    @Test func aDepartmentInUseIsDeletedOnlyWithSomewhereToGo() async throws {
        try await TenantFixture.with { fixture in
            let top = try await department(fixture, ["name": "Top"])
            let sales = try await department(fixture, ["name": "Sales", "parent": top])
            let field = try await department(fixture, ["name": "Field", "parent": sales])
            let foreign = try await department(fixture, ["name": "Theirs"], as: fixture.second)
            try assign(fixture, "E-3", to: sales)
            let refused5 = try await remove(fixture, ["id": sales])
            #expect(refused5 == [["code": "IN_USE", "path": ["input", "departmentId"]]])
            let refused6 = try await remove(fixture, ["id": top])
            #expect(refused6 == [["code": "IN_USE", "path": ["input", "departmentId"]]])
            for target in [foreign, sales, "malformed"] {
                let errors = try await remove(fixture, ["id": sales, "to": target])
                #expect(errors == [["code": "NOT_FOUND", "path": ["input", "moveEmployeesTo"]]])
            }
            let refused7 = try await remove(fixture, ["id": foreign])
            #expect(refused7 == [["code": "NOT_FOUND", "path": ["input", "departmentId"]]])
            let refused8 = try await remove(fixture, ["id": sales, "to": field])
            #expect(refused8 == [])
            let data = try await fixture.data(
                "{ employee(by: {number: \"E-3\"}) { department { name parent { name } } } }",
                as: fixture.first.admin.viewer
            )
            #expect(data == ["employee": ["department": ["name": "Field", "parent": ["name": "Top"]]]])
            let refused9 = try await remove(fixture, ["id": sales])
            #expect(refused9 == [["code": "NOT_FOUND", "path": ["input", "departmentId"]]])
            _ = try await department(fixture, ["name": "Sales"])
        }
    }

    /// A new department's id.
    private func department(
        _ fixture: TenantFixture,
        _ variables: JSONObject,
        as organization: TestOrganization? = nil
    ) async throws -> JSONValue {
        let viewer = (organization ?? fixture.first).admin.viewer
        let payload = try await fixture.data(create, variables, as: viewer)["departmentCreate"]
        #expect(payload?["userErrors"] == [])
        return try #require(payload?["department"]?["id"])
    }

    private func change(_ fixture: TenantFixture, _ input: JSONValue) async throws -> JSONValue {
        let data = try await fixture.data(update, ["input": input], as: fixture.first.admin.viewer)
        return try #require(data["departmentUpdate"])
    }

    private func remove(_ fixture: TenantFixture, _ variables: JSONObject) async throws -> JSONValue? {
        try await fixture.data(delete, variables, as: fixture.first.admin.viewer)["departmentDelete"]?["userErrors"]
    }

    private func assign(_ fixture: TenantFixture, _ number: String, to department: JSONValue) throws {
        let id = GlobalID(department.stringValue ?? "").uuid
        _ = try fixture.owner().query(
            "UPDATE employees SET department_id = $2 WHERE organization_id = $1 AND employee_number = $3",
            [.uuid(fixture.first.id), .uuid(id), .text(number)]
        )
    }
}
