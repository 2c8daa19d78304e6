import FoundationEssentials
import Hours
import JSON
import Postgres
import Schema
import Testing

@testable import Resolvers

@Suite("Punches of records", .serialized)
struct RecordEventsTests {
    @Test("A record has all punches of its day: also those of no session, and those that are void")
    func allOfTheDay() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            for day in ["2026-01-05", "2026-01-06"] {
                try await bench.punch(member, .clockIn, "\(day)T09:00:00Z")
                try await bench.punch(member, .clockOut, "\(day)T12:00:00Z")
            }
            try await bench.punch(member, .clockOut, "2026-01-05T13:00:00Z")
            try await bench.punch(member, .breakStart, "2026-01-05T14:00:00Z")
            let void = try await bench.punch(member, .clockIn, "2026-01-06T15:00:00Z")
            let end = try await bench.punch(member, .clockOut, "2026-01-06T16:00:00Z")
            try await bench.void([void, end], of: member, at: try instant("2026-01-06T15:00:00Z"))
            let records = try await records(of: fixture.first.member, fixture)
            #expect(
                records["2026-01-05"] == [
                    "CLOCK_IN 09:00", "CLOCK_OUT 12:00", "CLOCK_OUT 13:00", "BREAK_START 14:00",
                ]
            )
            #expect(
                records["2026-01-06"] == [
                    "CLOCK_IN 09:00", "CLOCK_OUT 12:00", "CLOCK_IN 15:00 void", "CLOCK_OUT 16:00 void",
                ]
            )
        }
    }

    @Test("A punch of the night belongs to the day on which its shift starts, and to no other part of a split day")
    func shifts() async throws {
        try await TenantFixture.with { fixture in
            let bench = DayBench(fixture)
            let member = fixture.first.member.employeeID
            let day = try fixture.insertShift("Morning", "06:00", "10:00")
            let night = try fixture.insertShift("Night", "22:00", "04:00")
            _ = try fixture.insertAssignment(of: member, to: day, from: "2026-01-01")
            _ = try fixture.insertAssignment(of: member, to: night, from: "2026-01-01", slot: 2)
            for (start, end) in [("05T06", "05T10"), ("05T22", "06T02"), ("06T06", "06T10")] {
                try await bench.punch(member, .clockIn, "2026-01-\(start):00:00Z")
                try await bench.punch(member, .clockOut, "2026-01-\(end):00:00Z")
            }
            try await bench.punch(member, .clockOut, "2026-01-06T03:00:00Z")
            let records = try await records(of: fixture.first.member, fixture)
            #expect(records["2026-01-05"] == ["CLOCK_IN 06:00", "CLOCK_OUT 10:00"])
            #expect(records["2026-01-05 2"] == ["CLOCK_IN 22:00", "CLOCK_OUT 02:00", "CLOCK_OUT 03:00"])
            #expect(records["2026-01-06"] == ["CLOCK_IN 06:00", "CLOCK_OUT 10:00"])
        }
    }

    @Test("As many statements for the records of many as for one")
    func statementCount() async throws {
        try await TenantFixture.with { fixture in
            let people = [fixture.first.member, fixture.first.manager, fixture.first.admin]
            for person in people {
                for day in ["2026-01-05", "2026-01-09", "2026-02-20"] {
                    try await DayBench(fixture).punch(person.employeeID, .clockIn, "\(day)T09:00:00Z")
                    try await DayBench(fixture).punch(person.employeeID, .clockOut, "\(day)T12:00:00Z")
                    try await DayBench(fixture).punch(person.employeeID, .clockOut, "\(day)T13:00:00Z")
                }
            }
            func names(first: Int) async throws -> [String] {
                try await fixture.statements.during {
                    let query = """
                        { organization { attendanceRecords(first: \(first)) { nodes { events { kind } } } } }
                        """
                    let data = try await fixture.data(query, as: fixture.first.admin.viewer)
                    let nodes = data.at("organization.attendanceRecords.nodes")?.arrayValue ?? []
                    #expect(nodes.count == first)
                    #expect(nodes.allSatisfy { $0["events"]?.arrayValue?.count == 3 })
                }
            }
            let one = try await names(first: 1)
            #expect(one.contains("punches of days"))
            #expect(try await names(first: 9) == one)
        }
    }

    /// The punches of each of somebody's days; of the second part of a day under its number.
    private func records(of person: TestPerson, _ fixture: TenantFixture) async throws -> [String: [String]] {
        let query = """
            query ($id: ID!) { employee(by: { id: $id }) { attendanceRecords { nodes {
              workDate slot events { kind occurredAt voided } } } } }
            """
        let id = JSONValue.string(person.employeeGlobalID.description)
        let data = try await fixture.data(query, ["id": id], as: person.viewer)
        let nodes = data.at("employee.attendanceRecords.nodes")?.arrayValue ?? []
        return Dictionary(
            uniqueKeysWithValues: nodes.map { node in
                let slot = node["slot"] == 1 ? "" : " 2"
                return ((node["workDate"]?.stringValue ?? "") + slot, (node["events"]?.arrayValue ?? []).map(text))
            }
        )
    }

    private func text(_ event: JSONValue) -> String {
        let time = event["occurredAt"]?.stringValue?.dropFirst(11).prefix(5) ?? ""
        return "\(event["kind"]?.stringValue ?? "") \(time)\(event["voided"] == true ? " void" : "")"
    }
}
