import FoundationEssentials
import Hours
import JSON
import Postgres
import Schema
import Testing

@testable import Resolvers

@Suite struct CorrectionDecisionTests {
    @Test("An approval changes the day, and voids are rows (case 9)") func anApprovalChangesTheDay() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let payload = try await client.decide(try await client.requested(), ["note": "fine"])
            #expect(payload.codes == [], "\(payload.text)")
            #expect(payload["correction"]?["status"] == "APPROVED" && payload["correction"]?["decisionNote"] == "fine")
            #expect(payload["record"]?["workedMinutes"] == 480)
            let events = payload["record"]?["events"]?.arrayValue ?? []
            #expect(events.contains(["kind": "CLOCK_OUT", "source": "MANUAL", "voided": false]))
            let stored = try fixture.owner().query(
                """
                SELECT v.source::text, v.actor_user_id, x.reason FROM attendance_events v
                LEFT JOIN attendance_event_voids x ON x.organization_id = v.organization_id AND x.event_id = v.id
                WHERE v.kind = 'clock_out' ORDER BY v.occurred_at
                """
            )
            #expect(stored.map { $0.optionalString(2) } == ["I forgot", nil])
            #expect(stored[1].uuid(1) == fixture.first.manager.userID)
            #expect(try fixture.auditRows("attendanceCorrectionDecide").map(\.reason) == ["fine"])
        }
    }

    @Test("A correction mends a session that the system ended, which counted nothing until then (case 8)")
    func aForgottenSessionIsMended() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let opened = try await ClockClient(fixture, fixture.first.member).clockIn(at: "2026-01-06T09:00:00Z")
            try await DayClosing(database: fixture.database).close(now: try instant("2026-01-07T03:00:00Z"))
            let closed = try await AttendanceDesk(fixture).record(opened.at("record.id"))
            #expect(closed["workedMinutes"] == 0 && closed["flags"] == ["auto_closed", "missing_clock_out"])
            let payload = try await client.decide(
                try await client.requested([
                    "workDate": "2026-01-06", "kind": "MISSED_CLOCK_OUT", "voidEventIds": [],
                    "proposedEvents": [CorrectionClient.punch("CLOCK_OUT", "2026-01-06T17:00:00Z")],
                ])
            )
            #expect(payload.codes == [], "\(payload.text)")
            #expect(payload["record"]?["workedMinutes"] == 480 && payload["record"]?["flags"] == [])
        }
    }

    @Test func aRejectionLeavesTheDay() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            let payload = try await client.decide(id, approve: false)
            #expect(payload["correction"]?["status"] == "REJECTED" && payload["record"]?["workedMinutes"] == 180)
            let again = try await client.decide(id)
            #expect(again.codes == ["INVALID_TRANSITION"] && again["userErrors"]?[0]?["from"] == "REJECTED")
        }
    }

    @Test func daysAreAddedVoidedAndDecided() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let none: JSONObject = ["proposedEvents": [], "voidEventIds": []]
            func approve(_ changes: JSONObject) async throws -> JSONValue {
                var input = none
                for member in changes { input[member.key] = member.value }
                return try await client.decide(try await client.requested(input))
            }
            let added = try await approve([
                "kind": "ADD_DAY", "workDate": "2026-01-06",
                "proposedEvents": [
                    CorrectionClient.punch("CLOCK_IN", "2026-01-06T08:00:00Z"),
                    CorrectionClient.punch("CLOCK_OUT", "2026-01-06T10:00:00Z"),
                ],
            ])
            #expect(
                added["record"]?["workedMinutes"] == 120 && added["record"]?["status"] == "PRESENT",
                "\(added.text)"
            )
            let voided = try await approve(["kind": "VOID", "voidEventIds": .array(client.events)])
            #expect(voided["record"]?["workedMinutes"] == 0, "\(voided.text)")
            let remote = try await approve(["kind": "REMOTE_WORK", "workDate": "2026-01-07"])
            #expect(
                remote["record"]?["status"] == "REMOTE" && remote["record"]?["flags"] == ["overridden"],
                "\(remote.text)"
            )
            let onDuty = try await approve(["kind": "ON_DUTY", "workDate": "2026-01-08"])
            #expect(onDuty["record"]?["status"] == "PRESENT")
            let reasons = try fixture.owner().query(
                "SELECT override_reason FROM attendance_records WHERE override_status IS NOT NULL"
            )
            #expect(reasons.map { $0.string(0) } == ["I forgot", "I forgot"])
        }
    }

    @Test("Nobody decides on their own (case 9)") func nobodyDecidesOnTheirOwn() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let first = fixture.first
            let member: JSONValue = .string(first.member.employeeGlobalID.description)
            let id = try await client.requested(["employeeId": member], as: first.manager.viewer)
            #expect(try await client.decide(id).codes == ["SELF_APPROVAL"])
            let own = try await client.requested(
                ["kind": "REMOTE_WORK", "proposedEvents": [], "voidEventIds": []],
                as: first.manager.viewer
            )
            #expect(try await client.decide(own).codes == ["SELF_APPROVAL"])
            let plain = try await fixture.response(
                "attendanceCorrectionDecide",
                ["correctionId": own, "approve": true],
                as: first.member.viewer
            )
            #expect(plain["errors"]?[0]?["extensions"]?["code"] == "FORBIDDEN", "\(plain.text)")
            #expect(try await client.decide(id, as: first.admin.viewer).codes == [])
            _ = try fixture.owner().query("UPDATE organization_settings SET allow_self_approval = true")
            #expect(try await client.decide(own).codes == [])
            let marks = try fixture.owner().query(
                "SELECT self_approval FROM attendance_corrections ORDER BY requested_at"
            )
            #expect(marks.map { $0.bool(0) } == [false, true])
        }
    }

    @Test("A correction of a day that changed is stale and asks for its version (case 9)")
    func aChangedDayAsksForItsVersion() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            let clock = ClockClient(fixture, fixture.first.member)
            _ = try await clock.clockIn(at: "2026-01-05T20:00:00Z")
            _ = try await clock.clockOut(at: "2026-01-05T21:00:00Z")
            let document =
                "query ($id: ID!) { node(id: $id) { ... on AttendanceCorrection { isStale record { version } } } }"
            let seen = try await fixture.data(document, ["id": id], as: fixture.first.manager.viewer)["node"]
            #expect(seen?["isStale"] == true)
            let version = try #require(seen?["record"]?["version"])
            let stale = try await client.decide(id)
            #expect(stale.codes == ["STALE_VERSION"] && stale["userErrors"]?[0]?["currentVersion"] == version)
            #expect(try await client.decide(id, approve: false, ["expectedVersion": 0]).codes == ["STALE_VERSION"])
            let decided = try await client.decide(id, ["expectedVersion": version])
            #expect(decided["record"]?["workedMinutes"] == 540, "\(decided.text)")
        }
    }

    @Test func aDayWithSeveralShiftsIsStaleWhicheverOfThemChanges() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let member = fixture.first.member.employeeID
            for (slot, start, end) in [(1, "08:00", "12:00"), (2, "14:00", "18:00")] {
                let shift = try fixture.insertShift("Part \(slot)", start, end)
                let date = "2026-01-06"
                _ = try fixture.insertAssignment(of: member, to: shift, from: date, through: date, slot: Int16(slot))
                try await AttendanceDesk(fixture).work(date, from: start, to: end)
            }
            let id = try await client.requested([
                "kind": "REMOTE_WORK", "workDate": "2026-01-06", "proposedEvents": [], "voidEventIds": [],
            ])
            let document = """
                query ($id: ID!) { node(id: $id) { ... on AttendanceCorrection { isStale
                  employee { attendanceRecords { nodes { workDate slot version } } } } } }
                """
            func seen() async throws -> JSONValue? {
                try await fixture.data(document, ["id": id], as: fixture.first.manager.viewer)["node"]
            }
            #expect(try await seen()?["isStale"] == false)
            try await DayBench(fixture).punch(member, .breakStart, "2026-01-06T15:00:00Z")
            try await DayBench(fixture).punch(member, .breakEnd, "2026-01-06T15:30:00Z")
            let day = try #require(try await seen())
            #expect(day["isStale"] == true)
            let records = day.at("employee.attendanceRecords.nodes")?.arrayValue ?? []
            let versions = records.filter { $0["workDate"] == "2026-01-06" }.compactMap { $0["version"]?.intValue }
            #expect(versions.count == 2)
            let stale = try await client.decide(id)
            #expect(stale.codes == ["STALE_VERSION"])
            #expect(stale["userErrors"]?[0]?["currentVersion"] == .int(versions.reduce(0, +)))
            let version = JSONValue.int(versions.reduce(0, +))
            #expect(try await client.decide(id, ["expectedVersion": version]).codes == [])
            // What was decided holds for the whole day.
            let states = try fixture.owner().query(
                "SELECT status::text, override_status::text FROM attendance_records WHERE work_date = '2026-01-06'"
            )
            #expect(states.map { $0.string(0) } == ["remote", "remote"])
            #expect(states.map { $0.string(1) } == ["remote", "remote"])
        }
    }

    @Test func anEventNamesTheCorrectionThatMadeIt() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            #expect(try await client.decide(id).codes == [])
            let document = """
                query ($id: ID!) { node(id: $id) { ... on AttendanceCorrection { record { events {
                  kind voided correction { id status reason } } } } } }
                """
            let data = try await fixture.data(document, ["id": id], as: fixture.first.member.viewer)
            #expect(
                data.at("node.record.events") == [
                    ["kind": "CLOCK_IN", "voided": false, "correction": nil],
                    ["kind": "CLOCK_OUT", "voided": true, "correction": nil],
                    [
                        "kind": "CLOCK_OUT", "voided": false,
                        "correction": ["id": id, "status": "APPROVED", "reason": "I forgot"],
                    ],
                ]
            )
        }
    }

    @Test func aLockedPeriodIsLeftAlone() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            try client.lockJanuary()
            #expect(try await client.decide(id).codes == ["PERIOD_LOCKED"])
            let rejected = try await client.decide(id, approve: false)
            #expect(rejected["correction"]?["status"] == "REJECTED")
        }
    }

    @Test func ofManyDecisionsAtOnceOneCounts() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<24 { group.addTask { try await client.decide(id, approve: number % 2 == 0).codes } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0.isEmpty } == 1, "\(codes)")
            #expect(codes.count { $0 == ["INVALID_TRANSITION"] } == 23, "\(codes)")
            #expect(try fixture.auditRows("attendanceCorrectionDecide").count == 1)
        }
    }

    @Test func manyAreDecidedAtOnce() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let ids = try await requestDays(client, 6...9)
            func item(_ id: JSONValue, approve: Bool = true) -> JSONValue {
                ["requestId": id, "approve": .bool(approve)]
            }
            let one = try await fixture.statements.during { _ = try await client.decideAll([item(ids[0])]) }
            let refused = try await client.decideAll(
                [item(ids[1]), item(ids[0]), item("nothing"), item(ids[1], approve: false)],
                policy: "REJECT_EVERYTHING"
            )
            #expect(refused["applied"] == false && refused["successCount"] == 0)
            #expect(
                refused.itemCodes == [
                    ["BATCH_ABORTED"], ["INVALID_TRANSITION"], ["NOT_FOUND"], ["DUPLICATE_IN_BATCH"],
                ],
                "\(refused.text)"
            )
            let payload = MutableValue()
            let three = try await fixture.statements.during {
                payload.value = try await client.decideAll([
                    item(ids[1]), item(ids[2], approve: false), item("nothing"), item(ids[3]),
                ])
            }
            #expect(payload.value.itemCodes == [[], [], ["NOT_FOUND"], []], "\(payload.value.text)")
            #expect(payload.value["successCount"] == 3 && payload.value["applied"] == true)
            #expect(three == one)
            let minutes = try fixture.owner().query("SELECT worked_minutes FROM attendance_records ORDER BY work_date")
            #expect(minutes.map { $0.int32(0) } == [180, 120, 120, 120])
            #expect(try fixture.auditRows("attendanceCorrectionsBulkDecide").count == 4)
        }
    }

    /// Requests of the member for two hours on days of January.
    private func requestDays(_ client: CorrectionClient, _ days: ClosedRange<Int>) async throws -> [JSONValue] {
        var ids: [JSONValue] = []
        for day in days {
            let date = "2026-01-0\(day)"
            let punches = [
                CorrectionClient.punch("CLOCK_IN", "\(date)T08:00:00Z"),
                CorrectionClient.punch("CLOCK_OUT", "\(date)T10:00:00Z"),
            ]
            ids.append(
                try await client.requested([
                    "kind": "ADD_DAY", "workDate": .string(date), "proposedEvents": .array(punches), "voidEventIds": [],
                ])
            )
        }
        return ids
    }
}

/// What a closure found.
private final class MutableValue {
    var value = JSONValue.null
}

extension JSONValue {
    /// The codes of each item's user errors.
    fileprivate var itemCodes: [[String]] { self["results"]?.arrayValue?.map(\.codes) ?? [] }
}
