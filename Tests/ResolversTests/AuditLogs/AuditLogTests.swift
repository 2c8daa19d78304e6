import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct AuditLogTests {
    private static let fields = """
        id actorKind actor { id } action entityType entityId entity { __typename id } oldValues newValues changedFields
        reason requestId operationName ip userAgent
        """
    private static let document = """
        query ($filter: AuditLogFilter, $first: Int, $after: String) {
          organization { auditLogs(filter: $filter, first: $first, after: $after) {
            totalCount nodes { \(fields) } pageInfo { hasNextPage endCursor } } }
        }
        """

    private func logs(
        _ fixture: TenantFixture,
        _ variables: JSONObject = JSONObject(),
        as viewer: Viewer? = nil
    ) async throws -> JSONValue {
        let data = try await fixture.data(Self.document, variables, as: viewer ?? fixture.first.owner.viewer)
        return try #require(data["organization"]?["auditLogs"])
    }

    /// Makes a department. Answers its id.
    private func department(_ name: String, _ fixture: TenantFixture, as viewer: Viewer) async throws -> JSONValue {
        let document = """
            mutation Make($name: String!) {
              departmentCreate(input: {name: $name}) { department { id } userErrors { code } }
            }
            """
        let data = try await fixture.data(document, ["name": .string(name)], as: viewer)
        return try #require(data["departmentCreate"]?["department"]?["id"])
    }

    private func rename(_ department: JSONValue, _ name: String, _ fixture: TenantFixture) async throws {
        let document = """
            mutation ($id: ID!, $name: String!) {
              departmentUpdate(input: {departmentId: $id, name: $name}) { userErrors { code } }
            }
            """
        let variables: JSONObject = ["id": department, "name": .string(name)]
        let data = try await fixture.data(document, variables, as: fixture.first.admin.viewer)
        #expect(data["departmentUpdate"]?["userErrors"] == [])
    }

    @Test func anEntryTellsWhoDidWhatFromWhere() async throws {
        try await TenantFixture.with { fixture in
            let id = try await department("Sales", fixture, as: fixture.first.owner.viewer)
            try await rename(id, "Purchase", fixture)
            let nodes = try #require(try await logs(fixture)["nodes"]?.arrayValue)
            try #require(nodes.count == 2)
            let update = nodes[0]
            #expect(update["actorKind"] == "USER")
            #expect(update["actor"]?["id"] == .string(GlobalID(.user, fixture.first.admin.userID).description))
            #expect(update["action"] == "departmentUpdate")
            #expect(update["entityType"] == "Department")
            #expect(update["entityId"] == id)
            #expect(update["entity"] == ["__typename": "Department", "id": id])
            #expect(update["oldValues"] == ["name": "Sales"])
            #expect(update["newValues"] == ["name": "Purchase"])
            #expect(update["changedFields"] == ["name"])
            #expect(update["ip"] == "192.0.2.7")
            #expect(update["userAgent"] == "tests")
            #expect(update["requestId"]?.stringValue?.count == 36)
            #expect(update["operationName"] == .null)
            #expect(nodes[1]["action"] == "departmentCreate")
            #expect(nodes[1]["operationName"] == "Make")
            #expect(nodes[1]["oldValues"] == .null)
            #expect(nodes[1]["changedFields"] == ["code", "managerId", "name", "parentId"])
        }
    }

    @Test func filtersNarrow() async throws {
        try await TenantFixture.with { fixture in
            let (owner, admin) = (fixture.first.owner, fixture.first.admin)
            let id = try await department("Sales", fixture, as: owner.viewer)
            try await rename(id, "Purchase", fixture)
            _ = try await department("Legal", fixture, as: owner.viewer)
            let all = try #require(try await logs(fixture)["nodes"]?.arrayValue)
            let request = try #require(all[1]["requestId"])
            let actor = JSONValue.string(GlobalID(.user, admin.userID).description)
            let nobody = JSONValue.string(GlobalID(.user, fixture.second.owner.userID).description)
            let filters: [(JSONValue, Int64)] = [
                ([:], 3), (["actorId": ["eq": actor]], 1), (["actorId": ["in": [actor, nobody]]], 1),
                (["actorId": ["eq": nobody]], 0), (["actorId": ["eq": id]], 0), (["actorId": ["isNull": true]], 0),
                (["action": ["startsWith": "department"]], 3), (["action": ["eq": "departmentUpdate"]], 1),
                (["entityType": ["ne": "Department"]], 0), (["entityId": ["eq": id]], 2),
                (["entityId": ["in": [id, actor, "nonsense"]]], 2), (["entityId": ["eq": "nonsense"]], 0),
                (["entityId": ["isNull": false]], 3), (["requestId": ["eq": request]], 1),
                (["ip": ["eq": "192.0.2.7"]], 3), (["ip": ["eq": "192.0.2.8"]], 0),
                (["occurredAt": ["gte": "2020-01-01T00:00:00Z", "lt": "2200-01-01T00:00:00Z"]], 3),
                (["occurredAt": ["lt": "2020-01-01T00:00:00Z"]], 0), (["occurredAt": ["isNull": true]], 0),
                (["actorId": ["eq": actor], "action": ["eq": "departmentCreate"]], 0),
            ]
            for (filter, count) in filters {
                let page = try await logs(fixture, ["filter": filter])
                #expect(page["totalCount"] == .int(count), "\(filter.text)")
                #expect(page["nodes"]?.arrayValue?.count == Int(count), "\(filter.text)")
            }
        }
    }

    @Test func pagesGoOnWhereTheLastOneEnded() async throws {
        try await TenantFixture.with { fixture in
            for number in 1...5 { _ = try await department("D\(number)", fixture, as: fixture.first.owner.viewer) }
            var names: [JSONValue?] = []
            var after = JSONValue.null
            for _ in 0..<3 {
                let page = try await logs(fixture, ["first": 2, "after": after])
                #expect(page["totalCount"] == 5)
                names += (page["nodes"]?.arrayValue ?? []).map { $0["newValues"]?["name"] }
                after = try #require(page["pageInfo"]?["endCursor"])
            }
            #expect(names == ["D5", "D4", "D3", "D2", "D1"])
        }
    }

    @Test func membersAndOtherTenantsReadNothing() async throws {
        try await TenantFixture.with { fixture in
            _ = try await department("Sales", fixture, as: fixture.first.owner.viewer)
            let id = try #require(try await logs(fixture)["nodes"]?[0]?["id"])
            let node = "query ($id: ID!) { node(id: $id) { id } }"
            #expect(try await fixture.data(node, ["id": id], as: fixture.first.admin.viewer)["node"]?["id"] == id)
            for person in [fixture.first.manager, fixture.first.member] {
                let list = try await fixture.execute(Self.document, as: person.viewer)
                #expect(list.errorCode == "FORBIDDEN")
                let one = try await fixture.execute(node, ["id": id], as: person.viewer)
                #expect(one.errorCode == "FORBIDDEN")
                #expect(one["data"] == ["node": .null])
            }
            #expect(try await logs(fixture, as: fixture.second.owner.viewer)["totalCount"] == 0)
            #expect(try await fixture.data(node, ["id": id], as: fixture.second.owner.viewer)["node"] == .null)
        }
    }

    @Test func anEmployeeHasTheEntriesOfTheRecordItself() async throws {
        try await TenantFixture.with { fixture in
            let document = """
                mutation ($id: ID!) {
                  employeeUpdate(input: {employeeId: $id, employee: {jobTitle: "Smith"}}) { userErrors { code } }
                }
                """
            let id = JSONValue.string(fixture.first.member.employeeGlobalID.description)
            _ = try await fixture.data(document, ["id": id], as: fixture.first.owner.viewer)
            let query = """
                { organization { employees { nodes { number auditLogs { totalCount nodes { action entity { id } } } } } } }
                """
            var data = JSONValue.null
            let statements = try await fixture.statements.during {
                data = try await fixture.data(query, as: fixture.first.owner.viewer)
            }
            let employees = try #require(data["organization"]?["employees"]?["nodes"]?.arrayValue)
            let changed: JSONValue = ["totalCount": 1, "nodes": [["action": "employeeUpdate", "entity": ["id": id]]]]
            #expect(employees.map { $0["auditLogs"] } == [Self.none, Self.none, changed])
            #expect(statements.count == 5, "\(statements)")
        }
    }

    private static let none: JSONValue = ["totalCount": 0, "nodes": []]

    /// What is gone leaves its entries; objects without a global ID have none in them.
    @Test func entriesOutliveTheirObjects() async throws {
        try await TenantFixture.with { fixture in
            let id = try await department("Sales", fixture, as: fixture.first.owner.viewer)
            let delete = "mutation ($id: ID!) { departmentDelete(input: {departmentId: $id}) { userErrors { code } } }"
            _ = try await fixture.data(delete, ["id": id], as: fixture.first.owner.viewer)
            _ = try fixture.owner().query(
                """
                INSERT INTO audit_logs (organization_id, actor_kind, action, entity_type, entity_id)
                VALUES ($1, 'system', 'x', 'Unheard', gen_random_uuid())
                """,
                [.uuid(fixture.first.id)]
            )
            let nodes = try #require(try await logs(fixture)["nodes"]?.arrayValue)
            #expect(nodes.map { $0["entity"] } == [.null, .null, .null])
            #expect(nodes.map { $0["entityId"] } == [.null, id, id])
            #expect(nodes[0]["actor"] == .null)
            #expect(nodes[0]["actorKind"] == "SYSTEM")
        }
    }
}
