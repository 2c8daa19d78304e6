import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite("Many assignments at once")
struct ShiftAssignmentsBulkCreateTests {
    private static let fields = """
        successCount failureCount applied
        results { index clientRef shiftAssignment { validFrom validTo } userErrors { code path } }
        """

    @Test("Every item has its result; good ones are applied")
    func results() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AssignmentScene(fixture)
            _ = try fixture.insertAssignment(
                of: fixture.first.member.employeeID,
                to: scene.night,
                from: "2026-01-01",
                through: "2026-12-31"
            )
            let payload = try await create(
                [
                    ["clientRef": "a", "validFrom": "2026-02-01", "validTo": "2026-02-28", "replaceOverlapping": true],
                    ["validFrom": "2026-05-01", "validTo": "2026-05-31"],
                    ["validFrom": "2026-02-28", "replaceOverlapping": true],
                    ["validFrom": "2026-04-01", "validTo": "2026-04-30", "replaceOverlapping": true],
                    ["validFrom": "2026-04-01", "employeeId": "x"],
                ],
                scene
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["successCount"] == 2)
            #expect(payload["failureCount"] == 3)
            #expect(payload["applied"] == true)
            let results = payload["results"]?.arrayValue ?? []
            #expect(results.map { $0["index"] } == (0..<5).map { .int($0) })
            #expect(results[0]["clientRef"] == "a")
            #expect(results[0]["shiftAssignment"] == ["validFrom": "2026-02-01", "validTo": "2026-02-28"])
            #expect(
                results[1]["userErrors"] == [["code": "SHIFT_OVERLAP", "path": ["input", "items", "1", "validFrom"]]]
            )
            #expect(results[2].userErrorCodes == ["DUPLICATE_IN_BATCH"])
            #expect(results[3].userErrorCodes == [])
            #expect(results[4].userErrorCodes == ["NOT_FOUND"])
            // Two items cut the same assignment, one after the other.
            let rest = try scene.stored().filter { $0.shift == scene.night }.map(\.days)
            #expect(rest == ["2026-01-01…2026-01-31", "2026-03-01…2026-03-31", "2026-05-01…2026-12-31"])
        }
    }

    @Test("With REJECT_EVERYTHING one failure keeps all back")
    func rejectEverything() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AssignmentScene(fixture)
            let payload = try await create(
                [["validFrom": "2026-01-01"], ["validFrom": "2026-01-01", "slot": 9]],
                scene,
                ["errorPolicy": "REJECT_EVERYTHING"]
            )
            #expect(payload["applied"] == false)
            #expect(payload["successCount"] == 0)
            #expect(payload["results"]?.arrayValue?.map(\.userErrorCodes) == [["BATCH_ABORTED"], ["OUT_OF_RANGE"]])
            #expect(try scene.stored().isEmpty)
            let tooMany = try await create(Array(repeating: ["validFrom": "2026-01-01"], count: 201), scene)
            #expect(tooMany["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
        }
    }

    @Test("As many statements for one item as for two hundred")
    func statements() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AssignmentScene(fixture)
            let owner = try fixture.owner()
            var items: [JSONObject] = []
            for number in 0..<200 {
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: "T-\(number)", owner)
                items.append([
                    "employeeId": .string(GlobalID(.employee, employee).description), "validFrom": "2026-01-01",
                ])
            }
            let one = try await fixture.statements.during {
                let payload = try await create([items[0]], scene)
                #expect(payload["successCount"] == 1)
            }
            let all = try await fixture.statements.during {
                items[0]["validFrom"] = "2025-01-01"
                items[0]["validTo"] = "2025-12-31"
                let payload = try await create(items, scene)
                #expect(payload["successCount"] == 200)
            }
            #expect(one == all)
        }
    }

    private func create(
        _ items: [JSONObject],
        _ scene: AssignmentScene,
        _ options: JSONObject = [:]
    ) async throws -> JSONValue {
        var input = options
        input["items"] = .array(items.map { .object(scene.complete($0)) })
        return try await scene.fixture.mutate(
            "shiftAssignmentsBulkCreate",
            input,
            Self.fields,
            as: scene.fixture.first.admin.viewer
        )
    }
}
