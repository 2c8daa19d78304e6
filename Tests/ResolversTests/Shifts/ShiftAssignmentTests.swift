import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

private let assignmentFields = """
    id slot validFrom validTo deletedAt location { timeZone } shift { name } employee { number } rotation { anchor shifts { name } }
    """

@Suite("Who works which shift")
struct ShiftAssignmentTests {
    @Test("An assignment holds from day to day, within its slot")
    func assign() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let payload = try await roster.assign(["validFrom": "2026-01-01", "validTo": "2026-01-31"])
            #expect(payload["userErrors"] == [])
            #expect(payload["replaced"] == [])
            let expected: JSONValue = [
                "slot": 1, "validFrom": "2026-01-01", "validTo": "2026-01-31", "deletedAt": nil,
                "location": nil, "shift": ["name": "Day"], "employee": ["number": "E-3"], "rotation": nil,
            ]
            #expect(payload["assignment"]?.without("id") == expected)
            let overlapping = try await roster.assign(["validFrom": "2026-01-31"])
            #expect(overlapping["userErrors"] == [["code": "SHIFT_OVERLAP", "path": ["input", "validFrom"]]])
            for other: JSONObject in [["validFrom": "2026-02-01"], ["validFrom": "2026-01-15", "slot": 2]] {
                let payload = try await roster.assign(other)
                #expect(payload["userErrors"] == [])
            }
            #expect(try fixture.auditRows("shiftAssign").count == 3)
            let place = try fixture.insertLocation(of: fixture.first.manager.employeeID, timeZone: "UTC")
            let located = try await roster.assign([
                "validFrom": "2027-01-01", "slot": 3, "locationId": .string(GlobalID(.workLocation, place).description),
            ])
            #expect(located["assignment"]?["location"] == ["timeZone": "UTC"])
        }
    }

    @Test("What cannot be is refused at its field")
    func refusals() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let night: JSONValue = .string(GlobalID(.shift, roster.night).description)
            let deleted = try fixture.insertShift("Old", "08:00", "16:00")
            _ = try fixture.owner().query("UPDATE shifts SET deleted_at = now() WHERE id = $1", [.uuid(deleted)])
            let day = "2026-01-01"
            let cases: [(JSONObject, String, String)] = [
                (["validTo": "2025-12-31"], "validTo", "OUT_OF_RANGE"), (["slot": 0], "slot", "OUT_OF_RANGE"),
                (["slot": 5], "slot", "OUT_OF_RANGE"), (["shiftId": "x"], "shiftId", "NOT_FOUND"),
                (["shiftId": .string(GlobalID(.shift, deleted).description)], "shiftId", "NOT_FOUND"),
                (["employeeId": "x"], "employeeId", "NOT_FOUND"), (["locationId": "x"], "locationId", "NOT_FOUND"),
                (["locationId": .string(GlobalID(.workLocation, UUID()).description)], "locationId", "NOT_FOUND"),
                (
                    ["employeeId": .string(fixture.second.member.employeeGlobalID.description)], "employeeId",
                    "NOT_FOUND"
                ),
                (["rotation": ["anchor": .string(day), "shiftIds": []]], "rotation", "OUT_OF_RANGE"),
                (["rotation": ["anchor": .string(day), "shiftIds": [night, nil]]], "shiftId", "INVALID"),
                (["rotation": ["anchor": .string(day), "shiftIds": ["x"]]], "rotation", "NOT_FOUND"),
            ]
            for (input, field, code) in cases {
                var input = input
                input["validFrom"] = .string(day)
                let payload = try await roster.assign(input)
                let expected: JSONValue = [["code": .string(code), "path": ["input", .string(field)]]]
                #expect(payload["userErrors"] == expected, "\(field) \(code)")
            }
            #expect(try roster.stored().isEmpty)
        }
    }

    @Test(
        "What may be replaced is cut: its start, its end, its middle, or all of it",
        arguments: [
            ("2026-03-01", "2026-03-31", ["2026-01-01…2026-02-28", "2026-04-01…2026-06-30"], false),
            ("2025-12-01", "2026-01-31", ["2026-02-01…2026-06-30"], false),
            ("2026-06-01", nil, ["2026-01-01…2026-05-31"], false),
            ("2026-01-01", "2026-06-30", [], true),
        ] as [(String, String?, [String], Bool)]
    )
    func replacing(first: String, last: String?, rest: [String], isEnded: Bool) async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let old = try fixture.insertAssignment(
                of: fixture.first.member.employeeID,
                to: roster.night,
                from: "2026-01-01",
                through: "2026-06-30",
                rotation: ("2026-01-01", [roster.night, nil])
            )
            let payload = try await roster.assign([
                "validFrom": .string(first), "validTo": last.map(JSONValue.string) ?? .null, "replaceOverlapping": true,
            ])
            #expect(payload["userErrors"] == [])
            let replaced = try #require(payload["replaced"]?.arrayValue)
            #expect(replaced.map { $0["id"] } == [.string(GlobalID(.shiftAssignment, old).description)])
            #expect((replaced[0]["deletedAt"] != .null) == isEnded)
            let left = try roster.stored().filter { $0.shift == roster.night }
            #expect(left.map(\.days) == rest)
            // What goes on has the rotation of what it goes on from.
            #expect(left.allSatisfy { $0.rotationDays == 2 })
            #expect(try fixture.auditRows("shiftAssign").count == max(2, rest.count + 1))
        }
    }

    @Test("A rotation is shifts in turn with days off")
    func rotation() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let ids = [roster.day, roster.night].map { JSONValue.string(GlobalID(.shift, $0).description) }
            let payload = try await roster.assign([
                "validFrom": "2026-01-01", "rotation": ["anchor": "2026-01-03", "shiftIds": .array(ids + [nil])],
            ])
            let expected: JSONValue = ["anchor": "2026-01-03", "shifts": [["name": "Day"], ["name": "Night"], nil]]
            #expect(payload["assignment"]?["rotation"] == expected)
            let document = """
                query ($range: DateRangeInput!, $employee: ID!, $shift: ID!) {
                  employee(by: {id: $employee}) { schedule(range: $range) { workDate shift { name } } }
                  node(id: $shift) { ... on Shift { assignments { totalCount nodes { shift { name } } } } }
                }
                """
            let data = try await fixture.data(
                document,
                [
                    "range": ["from": "2026-01-01", "to": "2026-01-05"], "shift": ids[1],
                    "employee": .string(fixture.first.member.employeeGlobalID.description),
                ],
                as: fixture.first.admin.viewer
            )
            let schedule: JSONValue = [
                ["workDate": "2026-01-01", "shift": ["name": "Night"]],
                ["workDate": "2026-01-03", "shift": ["name": "Day"]],
                ["workDate": "2026-01-04", "shift": ["name": "Night"]],
            ]
            #expect(data["employee"]?["schedule"] == schedule)
            // By the rotation, though another of its shifts names the assignment.
            #expect(data["node"]?["assignments"] == ["totalCount": 1, "nodes": [["shift": ["name": "Day"]]]])
        }
    }

    @Test("An assignment ends on the day before, or altogether")
    func unassign() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let id = try #require(
                try await roster.assign(["validFrom": "2026-01-01", "validTo": "2026-01-31"])["assignment"]?["id"]
            )
            for (from, code) in [("2026-02-01", "OUT_OF_RANGE"), ("2026-01-11", nil), ("2026-01-01", nil)] {
                let payload = try await fixture.mutate(
                    "shiftUnassign",
                    ["assignmentId": id, "from": .string(from)],
                    "assignment { validTo deletedAt }",
                    as: fixture.first.manager.viewer
                )
                #expect(payload.userErrorCodes == [code].compactMap { $0 }, "\(from)")
                if from == "2026-01-11" {
                    #expect(payload["assignment"] == ["validTo": "2026-01-10", "deletedAt": nil])
                } else if code == nil {
                    #expect(payload["assignment"]?["deletedAt"] != .null)
                }
            }
            let gone = try await fixture.mutate(
                "shiftUnassign",
                ["assignmentId": id, "from": "2026-01-01"],
                as: fixture.first.admin.viewer
            )
            #expect(gone["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "assignmentId"]]])
            #expect(try fixture.auditRows("shiftUnassign").count == 2)
        }
    }

    @Test("Managers assign to their team alone, members to nobody; lists show whom one may read")
    func reach() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let (first, viewer) = (fixture.first, fixture.first.manager.viewer)
            let team = try await roster.assign(["validFrom": "2026-01-01"], as: viewer)
            #expect(team["userErrors"] == [])
            let foreign = try await roster.assign(
                ["validFrom": "2026-01-01", "employeeId": .string(first.admin.employeeGlobalID.description)],
                as: viewer
            )
            #expect(foreign["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "employeeId"]]])
            let own = fixture.first.member
            let input: JSONObject = [
                "validFrom": "2027-01-01", "employeeId": .string(own.employeeGlobalID.description),
                "shiftId": .string(GlobalID(.shift, roster.day).description),
            ]
            let refusal = try await fixture.response("shiftAssign", input, as: own.viewer).errorCode
            #expect(refusal == "FORBIDDEN")
            _ = try fixture.insertAssignment(of: first.admin.employeeID, to: roster.day, from: "2026-05-01")
            for (viewer, count) in [(first.owner, 2), (first.manager, 1), (first.member, 1)] {
                let data = try await fixture.data(
                    "{ organization { shiftAssignments { totalCount nodes { employee { number } } } } }",
                    as: viewer.viewer
                )
                #expect(data["organization"]?["shiftAssignments"]?["totalCount"] == .int(Int64(count)))
            }
        }
    }

    @Test("Lists are filtered by employee, shift and days; each employee has a page, the latest start first")
    func lists() async throws {
        try await TenantFixture.with { fixture in
            let roster = try AssignmentScene(fixture)
            let (member, manager) = (fixture.first.member.employeeID, fixture.first.manager.employeeID)
            _ = try fixture.insertAssignment(of: member, to: roster.day, from: "2026-01-01", through: "2026-01-31")
            _ = try fixture.insertAssignment(of: member, to: roster.night, from: "2026-02-01")
            _ = try fixture.insertAssignment(
                of: manager,
                to: roster.day,
                from: "2026-01-15",
                rotation: ("2026-01-15", [roster.day, roster.night])
            )
            let night = JSONValue.string(GlobalID(.shift, roster.night).description)
            let employee = JSONValue.string(GlobalID(.employee, member).description)
            let cases: [(JSONValue, [String])] = [
                (nil, ["2026-02-01", "2026-01-15", "2026-01-01"]),
                (["employeeId": ["eq": employee]], ["2026-02-01", "2026-01-01"]),
                (["shiftId": ["in": [night]]], ["2026-02-01", "2026-01-15"]),
                (["on": "2026-01-20"], ["2026-01-15", "2026-01-01"]),
                (
                    ["overlapping": ["from": "2026-01-31", "to": "2026-02-01"]],
                    ["2026-02-01", "2026-01-15", "2026-01-01"]
                ),
                (["overlapping": ["from": "2025-01-01", "to": "2026-01-14"]], ["2026-01-01"]),
            ]
            let document = """
                query ($filter: ShiftAssignmentFilter) {
                  organization { shiftAssignments(filter: $filter) { nodes { validFrom } } }
                }
                """
            for (filter, days) in cases {
                let data = try await fixture.data(document, ["filter": filter], as: fixture.first.admin.viewer)
                let nodes = data["organization"]?["shiftAssignments"]?["nodes"]?.arrayValue ?? []
                #expect(nodes.map { $0["validFrom"]?.stringValue } == days, "\(filter)")
            }
            let pages = """
                { organization { employees { nodes { number shiftAssignments(first: 1) {
                  totalCount nodes { validFrom } pageInfo { hasNextPage } } } } } }
                """
            let data = try await fixture.data(pages, as: fixture.first.admin.viewer)
            let page = data["organization"]?["employees"]?["nodes"]?.arrayValue?.last?["shiftAssignments"]
            let expected: JSONValue = [
                "totalCount": 2, "nodes": [["validFrom": "2026-02-01"]], "pageInfo": ["hasNextPage": true],
            ]
            #expect(page == expected)
        }
    }

    @Test("Of equal assignments at once one wins")
    func race() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let roster = try AssignmentScene(fixture)
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask { try await roster.assign(["validFrom": "2026-01-01"]).userErrorCodes }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0.isEmpty } == 1)
            #expect(codes.count { $0 == ["SHIFT_OVERLAP"] } == 7)
            #expect(try roster.stored().count == 1)
        }
    }
}

/// Two shifts, and the first organization's member to work them.
struct AssignmentScene {
    struct Stored {
        let shift: UUID
        let days: String
        let rotationDays: Int64
    }

    let fixture: TenantFixture
    let day: UUID
    let night: UUID

    init(_ fixture: TenantFixture) throws {
        self.fixture = fixture
        day = try fixture.insertShift("Day", "08:00", "16:00")
        night = try fixture.insertShift("Night", "22:00", "06:00")
    }

    /// Assigns the member to the day's shift, unless the input says otherwise.
    func assign(_ input: JSONObject, as viewer: Viewer? = nil) async throws -> JSONValue {
        try await fixture.mutate(
            "shiftAssign",
            complete(input),
            "assignment { \(assignmentFields) } replaced { \(assignmentFields) }",
            as: viewer ?? fixture.first.admin.viewer
        )
    }

    func complete(_ input: JSONObject) -> JSONObject {
        var input = input
        let member = fixture.first.member.employeeGlobalID.description
        input["employeeId"] = input["employeeId"] ?? .string(member)
        input["shiftId"] = input["shiftId"] ?? .string(GlobalID(.shift, day).description)
        return input
    }

    /// The live assignments, by their days.
    func stored() throws -> [Stored] {
        try fixture.owner().query(
            """
            SELECT a.shift_id, concat_ws('…', lower(a.valid), upper(a.valid) - 1),
                   (SELECT count(*) FROM shift_assignment_days d WHERE d.assignment_id = a.id)
            FROM shift_assignments a WHERE a.organization_id = $1 AND a.deleted_at IS NULL ORDER BY lower(a.valid)
            """,
            [.uuid(fixture.first.id)]
        ).map { Stored(shift: $0.uuid(0), days: $0.string(1), rotationDays: $0.int64(2)) }
    }
}

extension JSONValue {
    fileprivate func without(_ name: String) -> JSONValue {
        guard case .object(let object) = self else { return self }
        var rest = JSONObject()
        for member in object where member.key != name { rest[member.key] = member.value }
        return .object(rest)
    }
}
