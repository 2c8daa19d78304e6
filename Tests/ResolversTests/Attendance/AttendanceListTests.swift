import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite("Attendance of the organization")
struct AttendanceListTests {
    @Test("Records are filtered, also by nested filters, and ordered")
    func records() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            let cases: [(JSONValue, [String])] = [
                (nil, ["08", "07", "06", "05"]), (["workDate": ["gte": "2026-01-07"]], ["08", "07"]),
                (["status": ["PRESENT"]], ["07", "05"]), (["status": []], []), (["lateOnly": true], ["05"]),
                (["flag": ["missing_clock_out"]], ["08"]),
                (["employeeId": ["in": [scene.member]]], ["08", "06", "05"]),
                (["departmentId": ["eq": scene.below]], ["08", "06", "05"]),
                (["departmentId": ["eq": scene.above]], ["07"]),
                (["departmentId": ["eq": scene.above], "includeSubDepartments": true], ["08", "07", "06", "05"]),
                (["locationId": ["eq": scene.location]], ["07"]),
                (["locationId": ["isNull": true]], ["08", "06", "05"]),
                (["or": [["lateOnly": true], ["status": ["HALF_DAY"]]]], ["06", "05"]), (["or": []], []),
                (["and": [["lateOnly": true], ["status": ["HALF_DAY"]]]], []), (["and": []], ["08", "07", "06", "05"]),
            ]
            for (filter, days) in cases {
                let found = try await scene.days(["filter": filter])
                #expect(found == days, "\(filter)")
            }
            let orders: [(JSONValue, [String])] = [
                ([["field": "WORK_DATE"]], ["05", "06", "07", "08"]),
                (
                    [["field": "WORKED_MINUTES", "direction": "DESC"], ["field": "WORK_DATE"]],
                    ["05", "07", "06", "08"]
                ),
                ([["field": "EMPLOYEE_NAME"], ["field": "WORK_DATE"]], ["07", "05", "06", "08"]),
                ([["field": "LATE_MINUTES", "direction": "DESC"], ["field": "WORK_DATE"]], ["05", "06", "07", "08"]),
                (
                    [["field": "OVERTIME_MINUTES", "direction": "DESC"], ["field": "WORK_DATE"]],
                    ["07", "05", "06", "08"]
                ),
            ]
            for (order, days) in orders {
                let found = try await scene.days(["orderBy": order])
                #expect(found == days, "\(order)")
            }
            var nested: JSONObject = ["lateOnly": true]
            for _ in 0..<8 { nested = ["and": [.object(nested)]] }
            let found = try await scene.records(["filter": .object(nested)])
            #expect(found.errorCode == "BAD_USER_INPUT")
        }
    }

    @Test("Records are found by the payroll period that holds their day")
    func periods() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            let period = UUID()
            _ = try fixture.owner().query(
                """
                INSERT INTO attendance_periods (organization_id, id, name, days)
                VALUES ($1, $2, 'Week', '[2026-01-06,2026-01-08)')
                """,
                [.uuid(fixture.first.id), .uuid(period)]
            )
            let id = JSONValue.string(GlobalID(.attendancePeriod, period).description)
            let within = try await scene.days(["filter": ["periodId": ["eq": id]]])
            #expect(within == ["07", "06"])
            let outside = try await scene.days(["filter": ["periodId": ["isNull": true]]])
            #expect(outside == ["08", "05"])
        }
    }

    @Test("Pages of records go on behind a cursor, whatever the order")
    func pages() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            let order: JSONValue = [["field": "EMPLOYEE_NAME"], ["field": "WORK_DATE", "direction": "DESC"]]
            var after: JSONValue = nil
            var days: [String] = []
            for _ in 0..<2 {
                let response = try await scene.records(["orderBy": order, "first": 2, "after": after])
                days += scene.days(of: response)
                after = response.at("data.organization.attendanceRecords.pageInfo.endCursor") ?? nil
                #expect(response.at("data.organization.attendanceRecords.totalCount") == 4)
            }
            #expect(days == ["07", "08", "06", "05"])
        }
    }

    @Test("Each sees the attendance of those whom they reach")
    func reach() async throws {
        try await TenantFixture.with { fixture in
            _ = try AttendanceScene(fixture)
            let document = """
                { organization {
                  attendanceRecords { totalCount } attendanceSessions { totalCount } attendanceEvents { totalCount }
                  timesheets(range: {from: "2026-01-01", to: "2026-01-31"}) { totalCount } } }
                """
            let people = [
                (fixture.first.admin, 4, 7, 3), (fixture.first.manager, 4, 7, 2), (fixture.first.member, 3, 5, 1),
            ]
            for (person, records, events, employees) in people {
                let organization = try await fixture.data(document, as: person.viewer)["organization"]
                #expect(organization?["attendanceRecords"]?["totalCount"] == .int(Int64(records)))
                #expect(organization?["attendanceSessions"]?["totalCount"] == .int(Int64(records)))
                #expect(organization?["attendanceEvents"]?["totalCount"] == .int(Int64(events)))
                #expect(organization?["timesheets"]?["totalCount"] == .int(Int64(employees)))
            }
            let foreign = try await fixture.data(document, as: fixture.second.owner.viewer)["organization"]
            #expect(foreign?["attendanceEvents"]?["totalCount"] == 0)
        }
    }

    @Test("Events and sessions are filtered, the newest first")
    func eventsAndSessions() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            _ = try fixture.owner().query(
                """
                INSERT INTO attendance_event_voids (organization_id, event_id, reason, actor_user_id)
                SELECT v.organization_id, v.id, 'wrong', $2 FROM attendance_events v
                WHERE v.organization_id = $1 AND v.occurred_at = '2026-01-05T16:00Z'
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            let events: [(JSONValue, [String])] = [
                (["kind": ["CLOCK_IN"]], ["08T08", "07T08", "06T08", "05T08"]),
                (["source": ["KIOSK"]], ["07T17", "06T12", "05T16"]), (["voided": true], ["05T16"]),
                (["voided": false, "source": ["KIOSK"]], ["07T17", "06T12"]),
                (["occurredAt": ["gte": "2026-01-07T00:00:00Z", "lt": "2026-01-08T00:00:00Z"]], ["07T17", "07T08"]),
                (["employeeId": ["eq": scene.member], "kind": ["CLOCK_OUT"]], ["06T12", "05T16"]),
                (["departmentId": ["eq": scene.above]], ["07T17", "07T08"]),
            ]
            for (filter, expected) in events {
                let found = try await scene.instants("attendanceEvents", "AttendanceEventFilter", "occurredAt", filter)
                #expect(found == expected, "\(filter)")
            }
            let sessions: [(JSONValue, [String])] = [
                (nil, ["08T08", "07T08", "06T08", "05T08"]), (["status": ["OPEN"]], ["08T08"]),
                (["overlapping": ["from": "2026-01-06T12:00:00Z", "to": "2026-01-07T09:00:00Z"]], ["07T08"]),
                (["overlapping": ["from": "2026-01-31T00:00:00Z", "to": "2026-02-01T00:00:00Z"]], ["08T08"]),
                (["employeeId": ["eq": scene.member]], ["08T08", "06T08", "05T08"]),
                (["departmentId": ["eq": scene.above]], ["07T08"]),
            ]
            for (filter, expected) in sessions {
                let found = try await scene.instants(
                    "attendanceSessions",
                    "AttendanceSessionFilter",
                    "clockInAt",
                    filter
                )
                #expect(found == expected, "\(filter)")
            }
        }
    }

    @Test("A record leads to its shift")
    func shift() async throws {
        try await TenantFixture.with { fixture in
            let scene = try AttendanceScene(fixture)
            let shift = try fixture.insertShift("Day", "08:00", "16:00")
            _ = try fixture.owner().query(
                "UPDATE attendance_records SET shift_id = $2 WHERE organization_id = $1 AND work_date = '2026-01-05'",
                [.uuid(fixture.first.id), .uuid(shift)]
            )
            let response = try await scene.records(["filter": ["workDate": ["lte": "2026-01-06"]]])
            let nodes = response.at("data.organization.attendanceRecords.nodes")?.arrayValue
            #expect(nodes?.map { $0["shift"] } == [.null, ["name": "Day"]])
        }
    }
}

/// The member, in a department below that of the manager, who is at a location; four days between them.
struct AttendanceScene {
    let fixture: TenantFixture
    let member: JSONValue
    let above: JSONValue
    let below: JSONValue
    let location: JSONValue

    init(_ fixture: TenantFixture) throws {
        self.fixture = fixture
        let (worker, boss) = (fixture.first.member.employeeID, fixture.first.manager.employeeID)
        let above = try fixture.insertDepartment("Above", with: [boss])
        let below = try fixture.insertDepartment("Below", above: above, with: [worker])
        member = .string(GlobalID(.employee, worker).description)
        self.above = .string(GlobalID(.department, above).description)
        self.below = .string(GlobalID(.department, below).description)
        let place = try fixture.insertLocation(of: boss, timeZone: "UTC")
        location = .string(GlobalID(.workLocation, place).description)
        try fixture.insertWork(TestWork(employee: worker, day: 5, late: 10))
        try fixture.insertWork(TestWork(employee: worker, day: 6, end: 12, status: "half_day"))
        try fixture.insertWork(TestWork(employee: boss, day: 7, end: 17, overtime: 60))
        try fixture.insertWork(
            TestWork(employee: worker, day: 8, end: nil, status: "pending", flags: ["missing_clock_out"])
        )
        _ = try fixture.owner().query(
            "UPDATE attendance_records SET worked_minutes = 480 WHERE organization_id = $1 AND work_date = '2026-01-07'",
            [.uuid(fixture.first.id)]
        )
    }

    func records(_ variables: JSONObject) async throws -> JSONValue {
        let document = """
            query ($filter: AttendanceRecordFilter, $orderBy: [AttendanceRecordOrder!], $first: Int, $after: String) {
              organization { attendanceRecords(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
                totalCount pageInfo { endCursor } nodes { workDate shift { name } } } } }
            """
        return try await fixture.execute(document, variables, as: fixture.first.admin.viewer)
    }

    /// The days of the month.
    func days(_ variables: JSONObject) async throws -> [String] {
        days(of: try await records(variables))
    }

    func days(of response: JSONValue) -> [String] {
        let nodes = response.at("data.organization.attendanceRecords.nodes")?.arrayValue ?? []
        return nodes.compactMap { $0["workDate"]?.stringValue.map { String($0.suffix(2)) } }
    }

    /// Day and hour of each object of a list.
    func instants(_ list: String, _ type: String, _ field: String, _ filter: JSONValue) async throws -> [String] {
        let document = "query ($filter: \(type)) { organization { \(list)(filter: $filter) { nodes { \(field) } } } }"
        let data = try await fixture.data(document, ["filter": filter], as: fixture.first.admin.viewer)
        let nodes = data["organization"]?[list]?["nodes"]?.arrayValue ?? []
        return nodes.compactMap { $0[field]?.stringValue.map { String($0.dropFirst(8).prefix(5)) } }
    }
}
