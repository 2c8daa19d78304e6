import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Three namesakes in a department of the manager, and somebody elsewhere; four days of each, many of them alike.
struct NamesakeScene {
    let fixture: TenantFixture
    let department: JSONValue
    let parent: JSONValue
    private let departmentID: UUID

    init(_ fixture: TenantFixture) throws {
        self.fixture = fixture
        let namesakes = [UUID(), UUID(), UUID()]
        let other = UUID()
        for id in namesakes { try Self.insert(id, "ada Same", fixture) }
        try Self.insert(other, "Zoe Last", fixture)
        let above = try fixture.insertDepartment("Above", with: [])
        departmentID = try fixture.insertDepartment("Below", above: above, with: namesakes)
        parent = .string(GlobalID(.department, above).description)
        department = .string(GlobalID(.department, departmentID).description)
        let states = ["present", "absent", "half_day", "present"]
        for (number, employee) in (namesakes + [other]).enumerated() {
            for day in 5...8 {
                var work = TestWork(employee: employee, day: day, status: states[day - 5])
                if number < 2 { work.late = 5 }
                if day == 6 { work.flags = number == 0 ? ["overridden"] : ["auto_closed"] }
                try fixture.insertWork(work)
            }
        }
        _ = try fixture.owner().query(
            "UPDATE departments SET manager_employee_id = $3 WHERE organization_id = $1 AND id = $2",
            [.uuid(fixture.first.id), .uuid(departmentID), .uuid(fixture.first.manager.employeeID)]
        )
    }

    private static func insert(_ id: UUID, _ name: String, _ fixture: TenantFixture) throws {
        _ = try fixture.owner().query(
            """
            INSERT INTO employees (organization_id, id, employee_number, full_name, hired_on)
            VALUES ($1, $2, $3, $4, '2020-01-01')
            """,
            [.uuid(fixture.first.id), .uuid(id), .text(id.uuidString), .text(name)]
        )
    }

    /// With more people than are few, who have no attendance.
    func fillDepartment() throws {
        _ = try fixture.owner().query(
            """
            INSERT INTO employees (organization_id, id, employee_number, full_name, hired_on, department_id)
            SELECT $1, gen_random_uuid(), 'many-' || n, 'Bea Many', '2020-01-01', $2 FROM generate_series(1, 1100) AS n
            """,
            [.uuid(fixture.first.id), .uuid(departmentID)]
        )
    }

    func ids(
        _ list: String,
        _ variables: JSONObject,
        first: Int,
        as person: TestPerson? = nil
    ) async throws -> [String] {
        var variables = variables
        variables["first"] = .int(Int64(first))
        return try await page(list, variables, "id", as: person)["nodes"]?.arrayValue?.compactMap {
            $0["id"]?.stringValue
        } ?? []
    }

    /// The name of each record's employee.
    func names(_ variables: JSONObject) async throws -> [String] {
        let page = try await page("attendanceRecords", variables, "employee { fullName }")
        return page["nodes"]?.arrayValue?.compactMap { $0["employee"]?["fullName"]?.stringValue } ?? []
    }

    /// The ids of all pages of three, in the order of the list.
    func walk(
        _ list: String,
        _ variables: JSONObject,
        count: Int,
        isBackward: Bool = false
    ) async throws -> [String] {
        var variables = variables
        variables[isBackward ? "last" : "first"] = 3
        var ids: [String] = []
        for _ in 0...count / 3 {
            let page = try await page(list, variables, "id")
            #expect(page["totalCount"] == .int(Int64(count)))
            let found = page["nodes"]?.arrayValue?.compactMap { $0["id"]?.stringValue } ?? []
            ids = isBackward ? found + ids : ids + found
            guard page["pageInfo"]?[isBackward ? "hasPreviousPage" : "hasNextPage"] == true else { break }
            variables[isBackward ? "before" : "after"] = page["pageInfo"]?[isBackward ? "startCursor" : "endCursor"]
        }
        return ids
    }

    private func page(
        _ list: String,
        _ variables: JSONObject,
        _ fields: String,
        as person: TestPerson? = nil
    ) async throws -> JSONValue {
        let type = list.prefix(1).uppercased() + list.dropFirst().dropLast()
        let isOrdered = variables["orderBy"] != nil
        let document = """
            query ($filter: \(type)Filter, $first: Int, $last: Int, $after: String, $before: String
                   \(isOrdered ? ", $orderBy: [\(type)Order!]" : "")) { organization {
              \(list)(filter: $filter, first: $first, last: $last, after: $after, before: $before
                      \(isOrdered ? "orderBy: $orderBy" : "")) {
                totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { \(fields) } } } }
            """
        let viewer = (person ?? fixture.first.admin).viewer
        return try #require(try await fixture.data(document, variables, as: viewer)["organization"]?[list])
    }
}
