import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite("Timesheets")
struct TimesheetTests {
    private static let totals = """
        employee { number } from to scheduledMinutes workedMinutes breakMinutes lateMinutes lateCount earlyLeaveMinutes
        overtimeMinutes approvedOvertimeMinutes presentDays absentDays leaveDays holidayDays missingClockOuts
        days { workDate slot }
        """
    private static let january: JSONValue = ["from": "2026-01-01", "to": "2026-01-31"]

    @Test("Totals of a range: half days count half, and the parts of a split day together as one")
    func totals() async throws {
        try await TenantFixture.with { fixture in
            try addMonth(fixture)
            let sheet = try #require(
                try await employee(fixture, Self.january, as: fixture.first.member.viewer)["data"]?["employee"]?[
                    "timesheet"
                ]
            )
            let expected: [String: JSONValue] = [
                "scheduledMinutes": 3360, "workedMinutes": 1800, "breakMinutes": 210, "lateMinutes": 15, "lateCount": 2,
                "earlyLeaveMinutes": 0, "overtimeMinutes": 60, "approvedOvertimeMinutes": 0, "presentDays": 3.5,
                "absentDays": 0.5, "leaveDays": 0, "holidayDays": 1, "missingClockOuts": 1, "from": "2026-01-01",
                "to": "2026-01-31",
            ]
            for (field, value) in expected { #expect(sheet[field] == value, "\(field) \(sheet[field] ?? nil)") }
            let days = sheet["days"]?.arrayValue?.compactMap { $0["workDate"]?.stringValue?.suffix(2) }
            #expect(days == ["05", "06", "07", "07", "08", "09", "12"])
            let week: JSONValue = ["from": "2026-01-05", "to": "2026-01-05"]
            let part = try await employee(fixture, week, as: fixture.first.member.viewer)
            #expect(part.at("data.employee.timesheet.workedMinutes") == 480)
        }
    }

    @Test("A range has an end after its beginning, and at most 366 days")
    func ranges() async throws {
        try await TenantFixture.with { fixture in
            for (range, code) in [
                (["from": "2026-01-02", "to": "2026-01-01"], "BAD_USER_INPUT"),
                (["from": "2026-01-01", "to": "2027-01-02"], "BAD_USER_INPUT"),
                (["from": "2026-01-01", "to": "2027-01-01"], nil),
            ] as [(JSONValue, String?)] {
                let response = try await employee(fixture, range, as: fixture.first.member.viewer)
                #expect(response.errorCode == code)
                let list = try await all(fixture, ["range": range])
                #expect(list.errorCode == code)
            }
        }
    }

    @Test("All of the organization by name, filtered, page by page, with as many statements for many as for few")
    func organization() async throws {
        try await TenantFixture.with { fixture in
            try addMonth(fixture)
            let few = try await fixture.statements.during {
                let response = try await all(fixture, ["range": Self.january, "first": 2])
                #expect(response.at("data.organization.timesheets.totalCount") == 3)
                let nodes = response.at("data.organization.timesheets.nodes")?.arrayValue
                #expect(nodes?.map { $0.at("employee.number") } == ["E-1", "E-2"])
                #expect(nodes?.map { $0["workedMinutes"] } == [0, 0])
            }
            let owner = try fixture.owner()
            for number in 0..<40 {
                let employee = UUID()
                try fixture.first.insertEmployee(employee, number: "T-\(number)", owner)
                try fixture.insertWork(TestWork(employee: employee, day: 5))
            }
            let many = try await fixture.statements.during {
                let response = try await all(fixture, ["range": Self.january, "first": 100])
                let nodes = response.at("data.organization.timesheets.nodes")?.arrayValue
                #expect(nodes?.count == 43)
                #expect(nodes?.last?["workedMinutes"] == 480)
                #expect(nodes?.last?["days"]?.arrayValue?.count == 1)
            }
            #expect(few == many)
            let filtered = try await all(
                fixture,
                ["range": Self.january, "filter": ["number": ["in": ["E-3", "T-1"]]]]
            )
            let nodes = filtered.at("data.organization.timesheets.nodes")?.arrayValue
            #expect(nodes?.map { $0.at("employee.number") } == ["E-3", "T-1"])
        }
    }

    /// A day late, half a day, a split day, a holiday, a day without a clock-out and one with overtime.
    private func addMonth(_ fixture: TenantFixture) throws {
        let member = fixture.first.member.employeeID
        for work in [
            TestWork(employee: member, day: 5, late: 10),
            TestWork(employee: member, day: 6, end: 12, status: "half_day"),
            TestWork(employee: member, day: 7, end: 12),
            TestWork(employee: member, day: 7, slot: 2, start: 14, end: 18),
            TestWork(employee: member, day: 8, end: 9, status: "holiday"),
            TestWork(employee: member, day: 9, end: 9, status: "pending", flags: ["missing_clock_out"]),
            TestWork(employee: member, day: 12, late: 5, overtime: 60),
        ] { try fixture.insertWork(work) }
    }

    private func employee(_ fixture: TenantFixture, _ range: JSONValue, as viewer: Viewer) async throws -> JSONValue {
        let document = """
            query ($id: ID!, $range: DateRangeInput!) {
              employee(by: {id: $id}) { timesheet(range: $range) { \(Self.totals) } } }
            """
        let id = JSONValue.string(fixture.first.member.employeeGlobalID.description)
        return try await fixture.execute(document, ["id": id, "range": range], as: viewer)
    }

    private func all(_ fixture: TenantFixture, _ variables: JSONObject) async throws -> JSONValue {
        let document = """
            query ($range: DateRangeInput!, $filter: EmployeeFilter, $first: Int) {
              organization { timesheets(range: $range, filter: $filter, first: $first) {
                totalCount nodes { \(Self.totals) } } } }
            """
        return try await fixture.execute(document, variables, as: fixture.first.admin.viewer)
    }
}
