import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// Nothing is put into what is deleted at the same moment.
@Suite("References to what is being deleted", .serialized)
struct LiveReferenceTests {
    private func location(_ fixture: TenantFixture, _ name: String = "Hall") async throws -> JSONValue {
        let payload = try await fixture.mutate(
            "workLocationCreate",
            ["name": .string(name), "timeZone": "UTC"],
            "location { id }",
            as: fixture.first.owner.viewer
        )
        return try #require(payload.at("location.id"), "\(payload.text)")
    }

    /// What the mutation answers that finds the row of a table locked by somebody who deletes it then.
    private func answer(
        _ fixture: TenantFixture,
        deleting table: String,
        lock: String,
        _ mutation: String,
        _ input: JSONObject
    ) async throws -> JSONValue {
        let owner = try fixture.owner()
        try owner.execute("BEGIN")
        try owner.execute("SELECT id FROM \(table) \(lock)")
        let answer = Task { try await fixture.mutate(mutation, input, as: fixture.first.owner.viewer) }
        try await fixture.untilSomebodyWaits()
        try owner.execute("UPDATE \(table) SET deleted_at = now()")
        try owner.execute("COMMIT")
        return try await answer.value
    }

    @Test("A device is not put up at a location that is deleted meanwhile")
    func device() async throws {
        try await TenantFixture.with { fixture in
            let input: JSONObject = ["name": "Gate", "kind": "KIOSK", "locationId": try await location(fixture)]
            let payload = try await answer(
                fixture,
                deleting: "work_locations",
                lock: "FOR UPDATE",
                "deviceCreate",
                input
            )
            #expect(
                payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "locationId"]]],
                "\(payload.text)"
            )
            #expect(try fixture.owner().query("SELECT FROM devices").isEmpty)
        }
    }

    @Test("Nobody is assigned to a shift that is deleted meanwhile")
    func shift() async throws {
        try await TenantFixture.with { fixture in
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            let input: JSONObject = [
                "employeeId": .string(fixture.first.member.employeeGlobalID.description),
                "shiftId": .string(GlobalID(.shift, shift).description), "validFrom": "2026-01-05",
            ]
            let lock = "FOR NO KEY UPDATE"
            let payload = try await answer(fixture, deleting: "shifts", lock: lock, "shiftAssign", input)
            #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "shiftId"]]], "\(payload.text)")
            #expect(try fixture.owner().query("SELECT FROM shift_assignments").isEmpty)
        }
    }

    @Test("Of putting something into a location and deleting it, one fails")
    func oneFails() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let owner = fixture.first.owner.viewer
            let employee = JSONValue.string(fixture.first.member.employeeGlobalID.description)
            for round in 0..<6 {
                let id = try await location(fixture, "Hall \(round)")
                let payloads = try await withThrowingTaskGroup(of: JSONValue.self) { group in
                    group.addTask { try await fixture.mutate("workLocationDelete", ["locationId": id], as: owner) }
                    if round % 2 == 0 {
                        let input: JSONObject = ["name": "Gate", "kind": "KIOSK", "locationId": id]
                        group.addTask { try await fixture.mutate("deviceCreate", input, as: owner) }
                    } else {
                        let input: JSONObject = ["employeeId": employee, "employee": ["locationId": id]]
                        group.addTask { try await fixture.mutate("employeeUpdate", input, as: owner) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(payloads.count { $0["userErrors"] == [] } == 1, "\(payloads.map(\.text))")
            }
        }
    }
}
