import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

private let fields = """
    shift { id name startTime endTime crossesMidnight timeZone weekdays earlyClockInMinutes lateClockOutMinutes
      breakMinutes breakMode halfDayBelowMinutes overtimeNeedsApproval roundingMinutes roundingMode version deletedAt }
    """

@Suite("Shifts")
struct ShiftTests {
    @Test("A new shift has what was said and the schema's defaults")
    func create() async throws {
        try await TenantFixture.with { fixture in
            let night: JSONObject = [
                "name": " Night ", "startTime": "22:00", "endTime": "06:00", "timeZone": "Europe/Berlin",
                "weekdays": ["SUNDAY", "MONDAY"], "breakMode": "GREATER_OF", "breakMinutes": 30, "roundingMinutes": 15,
                "roundingMode": "DOWN", "halfDayBelowMinutes": 240,
            ]
            let payload = try await create(night, fixture)
            #expect(payload["userErrors"] == [])
            let shift = payload["shift"]
            #expect(shift?["name"] == "Night")
            #expect(shift?["startTime"] == "22:00")
            #expect(shift?["endTime"] == "06:00")
            #expect(shift?["crossesMidnight"] == true)
            #expect(shift?["timeZone"] == "Europe/Berlin")
            #expect(shift?["weekdays"] == ["MONDAY", "SUNDAY"])
            #expect(shift?["earlyClockInMinutes"] == 60)
            #expect(shift?["lateClockOutMinutes"] == 240)
            #expect(shift?["breakMode"] == "GREATER_OF")
            #expect(shift?["roundingMode"] == "DOWN")
            #expect(shift?["halfDayBelowMinutes"] == 240)
            #expect(shift?["overtimeNeedsApproval"] == true)
            let audit = try fixture.auditRows("shiftCreate")
            #expect(audit.count == 1)
            #expect(audit[0].new?.contains(#""startTime": "22:00""#) == true)
            let found = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { ... on Shift { name } } }",
                ["id": shift?["id"] ?? nil],
                as: fixture.first.member.viewer
            )
            #expect(found == ["node": ["name": "Night"]])
        }
    }

    @Test("What cannot be is refused at its field")
    func refusals() async throws {
        try await TenantFixture.with { fixture in
            _ = try await create(["name": "Day"], fixture)
            let cases: [(JSONObject, String, String)] = [
                (["name": " "], "name", "REQUIRED"), (["name": "DAY"], "name", "TAKEN"),
                (["name": .string(String(repeating: "x", count: 201))], "name", "TOO_LONG"),
                (["name": "x", "weekdays": []], "weekdays", "REQUIRED"),
                (["name": "x", "timeZone": "Mars/Base"], "timeZone", "INVALID"),
                (["name": "x", "earlyClockInMinutes": 721], "earlyClockInMinutes", "OUT_OF_RANGE"),
                (["name": "x", "lateClockOutMinutes": -1], "lateClockOutMinutes", "OUT_OF_RANGE"),
                (["name": "x", "lateGraceMinutes": 241], "lateGraceMinutes", "OUT_OF_RANGE"),
                (["name": "x", "earlyLeaveGraceMinutes": 241], "earlyLeaveGraceMinutes", "OUT_OF_RANGE"),
                (["name": "x", "breakMinutes": 481], "breakMinutes", "OUT_OF_RANGE"),
                (["name": "x", "overtimeAfterMinutes": -1], "overtimeAfterMinutes", "OUT_OF_RANGE"),
                (["name": "x", "roundingMinutes": 7], "roundingMinutes", "OUT_OF_RANGE"),
                (["name": "x", "halfDayBelowMinutes": 0], "halfDayBelowMinutes", "OUT_OF_RANGE"),
                (
                    ["name": "x", "halfDayBelowMinutes": 60, "absentBelowMinutes": 61], "absentBelowMinutes",
                    "OUT_OF_RANGE"
                ),
            ]
            for (shift, field, code) in cases {
                let payload = try await create(shift, fixture)
                let expected: JSONValue = [["code": .string(code), "path": ["input", "shift", .string(field)]]]
                #expect(payload["userErrors"] == expected, "\(field) \(code)")
            }
            let member = try await fixture.response(
                "shiftCreate",
                ["shift": ["name": "x", "startTime": "08:00", "endTime": "16:00"]],
                as: fixture.first.manager.viewer
            )
            #expect(member.errorCode == "FORBIDDEN")
        }
    }

    @Test("A change replaces what the shift says, and keeps to the version that was read")
    func update() async throws {
        try await TenantFixture.with { fixture in
            let id = try #require(try await create(["name": "Day"], fixture)["shift"]?["id"])
            let shift: JSONValue = ["name": "Day", "startTime": "09:00", "endTime": "17:00", "breakMinutes": 45]
            let payload = try await change(["shiftId": id, "shift": shift, "expectedVersion": 1], fixture)
            #expect(payload["userErrors"] == [])
            #expect(payload["shift"]?["startTime"] == "09:00")
            #expect(payload["shift"]?["version"] == 2)
            let audit = try #require(try fixture.auditRows("shiftUpdate").first)
            #expect(audit.old == #"{"endTime": "16:00", "startTime": "08:00", "breakMinutes": 0}"#)
            let stale = try await change(["shiftId": id, "shift": shift, "expectedVersion": 1], fixture)
            #expect(stale["userErrors"] == [["code": "STALE_VERSION", "path": ["input", "expectedVersion"]]])
            _ = try await create(["name": "Other"], fixture)
            let taken = try await change(
                ["shiftId": id, "shift": ["name": "other", "startTime": "09:00", "endTime": "17:00"]],
                fixture
            )
            #expect(taken["userErrors"] == [["code": "TAKEN", "path": ["input", "shift", "name"]]])
        }
    }

    @Test("A shift is deleted once nobody is assigned to it any more, be it in a rotation; its name is free again")
    func delete() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member.employeeID
            let day = try fixture.insertShift("Day", "08:00", "16:00")
            let night = try fixture.insertShift("Night", "22:00", "06:00")
            _ = try fixture.insertAssignment(of: member, to: day, from: "2026-01-01", through: "2026-01-31")
            _ = try fixture.insertAssignment(
                of: member,
                to: day,
                from: "2026-02-01",
                through: "2026-02-28",
                rotation: ("2026-02-01", [day, night])
            )
            for (shift, date, expected) in [
                (day, "2026-02-28", ["IN_USE"]), (night, "2026-02-28", ["IN_USE"]), (night, "2026-03-01", []),
                (night, "2026-03-01", ["NOT_FOUND"]),
            ] {
                let payload = try await remove(shift, on: date, fixture)
                #expect(payload.userErrorCodes == expected, "\(date)")
            }
            #expect(try fixture.auditRows("shiftDelete").count == 1)
            let again = try await create(["name": "night"], fixture)
            #expect(again["userErrors"] == [])
            let list = try await fixture.data(
                "{ organization { shifts(first: 1) { totalCount nodes { name } pageInfo { hasNextPage } } } }",
                as: fixture.first.member.viewer
            )
            let expected: JSONValue = [
                "totalCount": 2, "nodes": [["name": "Day"]], "pageInfo": ["hasNextPage": true],
            ]
            #expect(list["organization"]?["shifts"] == expected)
        }
    }

    @Test("Of deleting a shift and assigning it at once, one gives way")
    func deletionRace() async throws {
        try await TenantFixture.with { fixture in
            for _ in 0..<5 {
                let shift = try fixture.insertShift(UUID().uuidString, "08:00", "16:00")
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: employee.uuidString, try fixture.owner())
                async let deletion = remove(shift, on: "2026-01-01", fixture)
                async let assignment = fixture.mutate(
                    "shiftAssign",
                    [
                        "employeeId": .string(GlobalID(.employee, employee).description),
                        "shiftId": .string(GlobalID(.shift, shift).description), "validFrom": "2026-01-01",
                    ],
                    as: fixture.first.admin.viewer
                )
                let codes = try await [deletion.userErrorCodes, assignment.userErrorCodes]
                #expect(codes == [[], ["NOT_FOUND"]] || codes == [["IN_USE"], []])
            }
        }
    }

    /// With the hours of a day's work unless it says others.
    private func create(_ shift: JSONObject, _ fixture: TenantFixture) async throws -> JSONValue {
        var shift = shift
        shift["startTime"] = shift["startTime"] ?? "08:00"
        shift["endTime"] = shift["endTime"] ?? "16:00"
        return try await fixture.mutate(
            "shiftCreate",
            ["shift": .object(shift)],
            fields,
            as: fixture.first.admin.viewer
        )
    }

    private func change(_ input: JSONObject, _ fixture: TenantFixture) async throws -> JSONValue {
        try await fixture.mutate("shiftUpdate", input, fields, as: fixture.first.admin.viewer)
    }

    private func remove(_ shift: UUID, on date: String, _ fixture: TenantFixture) async throws -> JSONValue {
        let document = """
            mutation ($id: ID!) { shiftDelete(input: {shiftId: $id}) { shift { deletedAt } userErrors { code path } } }
            """
        let data = try await fixture.data(
            document,
            ["id": .string(GlobalID(.shift, shift).description)],
            as: fixture.first.admin.viewer,
            now: Timestamp(rfc3339: "\(date)T12:00:00Z") ?? .now()
        )
        return try #require(data["shiftDelete"])
    }
}
