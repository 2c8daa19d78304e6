import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("Which shift applies, and the schedule")
struct ScheduleTests {
    private static let scheduled = """
        workDate slot timeZone startsAt endsAt windowStartsAt windowEndsAt minutes isHoliday shift { name }
        """

    @Test(
        "A night belongs to the day on which it starts, and is an hour shorter or longer when the clocks change (case 1)"
    )
    func overnight() async throws {
        try await TenantFixture.with { fixture in
            let night = try fixture.insertShift("Night", "22:00", "06:00", timeZone: "Europe/Berlin")
            _ = try fixture.insertAssignment(of: fixture.first.member.employeeID, to: night, from: "2026-01-01")
            for (at, day, minutes) in [
                ("2026-03-29T01:30:00Z", "2026-03-28", 420), ("2026-10-25T01:30:00Z", "2026-10-24", 540),
                ("2026-06-01T20:30:00Z", "2026-06-01", 480),
            ] {
                let shift = try await shift(at: at, fixture)
                #expect(shift?["workDate"] == .string(day))
                #expect(shift?["minutes"] == .int(Int64(minutes)))
                #expect(shift?["timeZone"] == "Europe/Berlin")
                #expect(shift?["shift"] == ["name": "Night"])
            }
            let spring = try await shift(at: "2026-03-28T20:30:00Z", fixture)
            #expect(spring?["startsAt"] == "2026-03-28T21:00:00Z")
            #expect(spring?["endsAt"] == "2026-03-29T04:00:00Z")
            #expect(spring?["windowStartsAt"] == "2026-03-28T20:00:00Z")
            #expect(spring?["windowEndsAt"] == "2026-03-29T08:00:00Z")
            let noon = try await shift(at: "2026-06-01T12:00:00Z", fixture)
            #expect(noon == .null)
        }
    }

    @Test("A schedule has the shifts of the range, holidays marked; a range is of at most 92 days")
    func schedule() async throws {
        try await TenantFixture.with { fixture in
            let day = try fixture.insertShift("Day", "08:00", "16:00", weekdays: 31)
            _ = try fixture.insertAssignment(of: fixture.first.member.employeeID, to: day, from: "2026-01-01")
            _ = try fixture.insertCalendar("Default", isDefault: true, days: [("2026-01-06", nil)])
            let data = try await schedules(["from": "2026-01-03", "to": "2026-01-07"], fixture)
            let employees = data.at("data.organization.employees.nodes")?.arrayValue
            let shifts = employees?.last?["schedule"]?.arrayValue
            #expect(shifts?.map { $0["workDate"] } == ["2026-01-05", "2026-01-06", "2026-01-07"])
            #expect(shifts?.map { $0["isHoliday"] } == [false, true, false])
            for range: JSONValue in [
                ["from": "2026-01-02", "to": "2026-01-01"], ["from": "2026-01-01", "to": "2026-04-03"],
            ] {
                let code = try await schedules(range, fixture).errorCode
                #expect(code == "BAD_USER_INPUT")
            }
            let code = try await schedules(["from": "2026-01-01", "to": "2026-04-02"], fixture).errorCode
            #expect(code == nil)
        }
    }

    @Test("As many statements for three employees as for fifty")
    func statements() async throws {
        try await TenantFixture.with { fixture in
            let day = try fixture.insertShift("Day", "08:00", "16:00")
            let owner = try fixture.owner()
            let few = try await fixture.statements.during {
                _ = try await schedules(["from": "2026-01-01", "to": "2026-01-02"], fixture)
            }
            for number in 0..<47 {
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: "T-\(number)", owner)
                _ = try fixture.insertAssignment(of: employee, to: day, from: "2026-01-01")
            }
            let many = try await fixture.statements.during {
                let data = try await schedules(["from": "2026-01-01", "to": "2026-01-02"], fixture)
                #expect(data["data"]?["organization"]?["employees"]?["nodes"]?.arrayValue?.count == 50)
            }
            // Shifts are asked for where there are any.
            #expect(many.count == few.count + 1)
        }
    }

    private func shift(at instant: String, _ fixture: TenantFixture) async throws -> JSONValue? {
        let document = """
            query ($id: ID!, $at: DateTime) { employee(by: {id: $id}) { shiftAt(at: $at) { \(Self.scheduled) } } }
            """
        let id = JSONValue.string(fixture.first.member.employeeGlobalID.description)
        let variables: JSONObject = ["id": id, "at": .string(instant)]
        return try await fixture.data(document, variables, as: fixture.first.member.viewer)["employee"]?["shiftAt"]
    }

    private func schedules(_ range: JSONValue, _ fixture: TenantFixture) async throws -> JSONValue {
        let document = """
            query ($range: DateRangeInput!) { organization { employees(first: 100) { nodes {
              number schedule(range: $range) { \(Self.scheduled) } } } } }
            """
        return try await fixture.execute(document, ["range": range], as: fixture.first.admin.viewer)
    }
}
