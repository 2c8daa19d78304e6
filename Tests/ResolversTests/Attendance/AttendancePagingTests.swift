import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite("Pages of attendance")
struct AttendancePagingTests {
    private static let byName: JSONValue = [["field": "EMPLOYEE_NAME"]]
    private static let orders: [JSONValue] = [
        nil, byName, [["field": "EMPLOYEE_NAME", "direction": "DESC"]],
        [["field": "EMPLOYEE_NAME"], ["field": "WORK_DATE", "direction": "DESC"]],
        [["field": "WORK_DATE", "direction": "DESC"], ["field": "EMPLOYEE_NAME"]],
        [["field": "LATE_MINUTES"], ["field": "EMPLOYEE_NAME", "direction": "DESC"]],
    ]

    @Test("Pages of records join without a gap, forward and backward, among namesakes and whatever the filter")
    func records() async throws {
        try await TenantFixture.with { fixture in
            let scene = try NamesakeScene(fixture)
            let filters: [(JSONValue, Int)] = [
                (nil, 16), (["departmentId": ["eq": scene.department]], 12),
                (["departmentId": ["in": [scene.department]], "workDate": ["gte": "2026-01-07"]], 6),
                (["departmentId": ["eq": scene.parent], "includeSubDepartments": true], 12),
                (["departmentId": ["eq": scene.department], "status": ["PRESENT", "ABSENT"]], 9),
                (["status": ["PRESENT", "ABSENT"]], 12), (["flag": ["overridden", "auto_closed"]], 4),
                (["or": [["departmentId": ["eq": scene.department]], ["lateOnly": true]]], 12),
            ]
            for (filter, count) in filters {
                for order in Self.orders {
                    let variables: JSONObject = ["filter": filter, "orderBy": order]
                    let all = try await scene.ids("attendanceRecords", variables, first: 100)
                    #expect(all.count == count && Set(all).count == count, "\(filter) \(order)")
                    let forward = try await scene.walk("attendanceRecords", variables, count: count)
                    #expect(forward == all, "\(filter) \(order)")
                    let backward = try await scene.walk("attendanceRecords", variables, count: count, isBackward: true)
                    #expect(backward == all, "backward: \(filter) \(order)")
                }
            }
        }
    }

    @Test("Records by name are in the order of names, those of deleted employees, too")
    func names() async throws {
        try await TenantFixture.with { fixture in
            let scene = try NamesakeScene(fixture)
            let names = try await scene.names(["orderBy": Self.byName])
            #expect(names.count == 16)
            #expect(names == names.sorted { $0.lowercased() < $1.lowercased() })
            let all = try await scene.ids("attendanceRecords", ["orderBy": Self.byName], first: 100)
            _ = try fixture.owner().query(
                "UPDATE employees SET deleted_at = now() WHERE organization_id = $1 AND full_name = 'Zoe Last'",
                [.uuid(fixture.first.id)]
            )
            let ids = try await scene.ids("attendanceRecords", ["orderBy": Self.byName], first: 100)
            #expect(ids == all)
        }
    }

    @Test("A list is the same whether few or many employees belong to its department or its viewer's team")
    func narrowings() async throws {
        try await TenantFixture.with { fixture in
            let scene = try NamesakeScene(fixture)
            try scene.fillDepartment()
            for list in ["attendanceRecords", "attendanceSessions", "attendanceEvents"] {
                let variables: JSONObject = ["filter": ["departmentId": ["eq": scene.department]]]
                let count = list == "attendanceEvents" ? 24 : 12
                let all = try await scene.ids(list, variables, first: 100)
                #expect(Set(all).count == count, "\(list)")
                let forward = try await scene.walk(list, variables, count: count)
                #expect(forward == all, "\(list)")
                let reached = try await scene.ids(list, [:], first: 100, as: fixture.first.manager)
                #expect(reached == all, "\(list)")
            }
        }
    }
}
