import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct AttendanceEventsSyncTests {
    @Test func eventsBecomeSessionsAndDays() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture, users: [("7", member)])
            let payload = try await client.sync(
                [
                    SyncClient.event("2", "7", "11:00", "CLOCK_OUT"), SyncClient.event("1", "7", "08:00", "CLOCK_IN"),
                    SyncClient.event("4", "7", "09:30", "BREAK_END"),
                    SyncClient.event("3", "7", "09:00", "BREAK_START"),
                ],
                ["clientMutationId": "c"]
            )
            #expect(payload.outcomes == ["ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED"])
            #expect(payload["acceptedCount"] == 4 && payload["clientMutationId"] == "c")
            let first = payload["results"]?[0]
            #expect(first?["index"] == 0 && first?["deviceEventId"] == "2")
            #expect(first?.at("event.kind") == "CLOCK_OUT" && first?.at("event.source") == "BIOMETRIC_DEVICE")
            #expect(first?.at("event.occurredAt") == "2026-03-10T11:00:00Z")
            #expect(try fixture.days(of: member) == ["2026-03-10 150 present"])

            let rows = try fixture.owner().query(
                """
                SELECT actor_kind, actor_device_id::text, actor_user_id IS NULL, entity_type, new_values::text
                FROM audit_logs WHERE action = 'attendanceEventsSync'
                """
            )
            #expect(rows.count == 1)
            #expect(rows[0].string(0) == "device" && rows[0].bool(2) && rows[0].string(3) == "Device")
            #expect(rows[0].string(4).contains(#""acceptedCount": 4"#))
            let log = "{ organization { auditLogs(first: 1) { nodes { actorKind actor { id } device { id } } } } }"
            let data = try await fixture.data(log, as: fixture.first.owner.viewer)
            let entry = data.at("organization.auditLogs.nodes")?[0]
            #expect(entry == ["actorKind": "DEVICE", "actor": .null, "device": ["id": client.device.id]])
        }
    }

    @Test("A replay is all duplicates (case 6)") func aReplayIsAllDuplicates() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture, users: [("7", fixture.first.member)])
            let batch = [
                SyncClient.event("1", "7", "08:00", "CLOCK_IN"), SyncClient.event("2", "unknown", "09:00"),
                SyncClient.event("3", "7", "11:00", "CLOCK_OUT"), SyncClient.event("3", "7", "11:30", "CLOCK_OUT"),
            ]
            let first = try await client.sync(batch)
            #expect(first.outcomes == ["ACCEPTED", "UNMAPPED", "ACCEPTED", "DUPLICATE"])
            let again = try await client.sync(batch.reversed())
            #expect(again.outcomes == ["DUPLICATE", "DUPLICATE", "DUPLICATE", "DUPLICATE"])
            #expect(again["duplicateCount"] == 4 && again["acceptedCount"] == 0)
            #expect(again["results"]?[3]?.at("event.id") == first["results"]?[0]?.at("event.id"))
            #expect(again["results"]?[2]?["event"] == .null)
            #expect(try fixture.owner().query("SELECT FROM attendance_events").count == 2)
            #expect(try fixture.owner().query("SELECT FROM unmapped_device_events").count == 1)
            #expect(try fixture.auditRows("attendanceEventsSync").count == 1)
            // Another device may use the same ids.
            let other = try await SyncClient(fixture, users: [("7", fixture.first.manager)])
            #expect(try await other.sync([batch[0]]).outcomes == ["ACCEPTED"])
        }
    }

    /// The machine says only that somebody was there.
    @Test func kindsAreInferredInTheOrderOfTime() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture, users: [("7", member)])
            let evening = [SyncClient.event("d", "7", "11:00"), SyncClient.event("c", "7", "10:00")]
            #expect(try await client.sync(evening).outcomes == ["ACCEPTED", "ACCEPTED"])
            let morning = [SyncClient.event("b", "7", "09:00"), SyncClient.event("a", "7", "08:00")]
            let payload = try await client.sync(morning)
            #expect(payload["results"]?[0]?.at("event.kind") == "CLOCK_OUT")
            #expect(
                try fixture.punches(of: member)
                    == ["clock_in 10 08:00", "clock_out 10 09:00", "clock_in 10 10:00", "clock_out 10 11:00"]
            )
            #expect(try fixture.days(of: member) == ["2026-03-10 120 present"])
        }
    }

    @Test func aSecondPunchWithinTheCooldownCountsForNothing() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture, users: [("7", member)])
            func event(_ id: String, _ second: String, _ kind: String?) -> JSONObject {
                var event = SyncClient.event(id, "7", "08:00", kind)
                event["occurredAt"] = .string("2026-03-10T08:00:\(second)Z")
                return event
            }
            let payload = try await client.sync([event("1", "00", nil), event("2", "29", nil)])
            #expect(payload.outcomes == ["ACCEPTED", "DUPLICATE"])
            #expect(payload["results"]?[1]?["userErrors"] == [] && payload["results"]?[1]?["event"] == .null)
            let second = try await client.sync(
                [event("3", "05", "CLOCK_IN"), event("4", "40", nil), event("5", "41", "BREAK_START")]
            )
            #expect(second.outcomes == ["DUPLICATE", "ACCEPTED", "ACCEPTED"])
            #expect(try fixture.punches(of: member).count == 3)
        }
    }

    @Test("Times are held to the age and the skew of the policy (case 7)") func timesAreHeldToThePolicy() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture, users: [("7", fixture.first.member)])
            let payload = try await client.sync([
                SyncClient.event("1", "7", "12:05", "CLOCK_IN"), SyncClient.event("2", "7", "12:06", "CLOCK_OUT"),
                SyncClient.event("3", "7", on: "2026-02-24", "12:00", "CLOCK_IN"),
                SyncClient.event("4", "7", on: "2026-02-24", "11:59", "CLOCK_IN"),
                SyncClient.event("5", "unknown", on: "2026-01-01", "00:00", "CLOCK_IN"),
                SyncClient.event("6", "unknown", on: "9999-12-31", "23:59", "CLOCK_IN"),
                SyncClient.event("7", "7", on: "0001-01-01", "00:00", "CLOCK_IN"),
            ])
            #expect(
                payload.outcomes
                    == ["ACCEPTED", "REJECTED", "ACCEPTED", "REJECTED", "REJECTED", "REJECTED", "REJECTED"]
            )
            let codes = ["EVENT_IN_FUTURE", "EVENT_TOO_OLD", "EVENT_TOO_OLD", "EVENT_IN_FUTURE", "EVENT_TOO_OLD"]
            #expect(payload.refusalCodes == codes)
            #expect(payload["results"]?[1]?["userErrors"]?[0]?["path"] == ["input", "items", "1", "occurredAt"])
            #expect(payload["rejectedCount"] == 5)
        }
    }

    @Test func whatIsWrongWithAnEventIsSaidOfIt() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let users = [("7", first.member), ("8", first.manager), ("9", first.admin)]
            let client = try await SyncClient(fixture, users: users)
            let owner = try fixture.owner()
            _ = try owner.query(
                "UPDATE employees SET status = 'terminated', terminated_on = '2026-03-08' WHERE id = $1",
                [.uuid(first.manager.employeeID)]
            )
            _ = try owner.query(
                "UPDATE employees SET deleted_at = now() WHERE id = $1",
                [.uuid(first.admin.employeeID)]
            )
            var far = SyncClient.event("4", "7", "08:00", "CLOCK_IN")
            far["point"] = ["latitude": 91, "longitude": 0]
            var manual = SyncClient.event("5", "7", "08:00", "CLOCK_IN")
            manual["method"] = "AUTO"
            let payload = try await client.sync([
                SyncClient.event(" ", "7", "08:00"), SyncClient.event("2", "", "08:00"),
                SyncClient.event(String(repeating: "x", count: 201), "7", "08:00"), far, manual,
                SyncClient.event("6", "8", "08:00"), SyncClient.event("7", "8", on: "2026-03-08", "08:00", nil),
                SyncClient.event("8", "9", "08:00"),
            ])
            let codes = [
                "REQUIRED", "REQUIRED", "TOO_LONG", "OUT_OF_RANGE", "INVALID", "EMPLOYEE_INACTIVE", "EMPLOYEE_INACTIVE",
            ]
            #expect(payload.refusalCodes == codes)
            #expect(payload.outcomes.enumerated().filter { $1 == "ACCEPTED" }.map(\.offset) == [6])
        }
    }

    /// The others of the batch are taken.
    @Test("A locked period refuses its own events (case 7)") func aLockedPeriodRefusesItsOwnEvents() async throws {
        try await TenantFixture.with { fixture in
            let (member, manager) = (fixture.first.member, fixture.first.manager)
            let client = try await SyncClient(fixture, users: [("7", member), ("8", manager)])
            _ = try fixture.owner().query(
                """
                INSERT INTO attendance_periods (organization_id, name, days, status, locked_by, locked_at)
                VALUES ($1, 'P', '[2026-03-01,2026-03-06)', 'locked', $2, now())
                """,
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            let payload = try await client.sync([
                SyncClient.event("1", "7", on: "2026-03-05", "08:00", nil),
                SyncClient.event("2", "7", on: "2026-03-05", "16:00", nil),
                SyncClient.event("3", "7", "08:00"), SyncClient.event("4", "8", "08:30"),
                SyncClient.event("5", "7", "11:00"),
            ])
            #expect(payload.outcomes == ["REJECTED", "REJECTED", "ACCEPTED", "ACCEPTED", "ACCEPTED"])
            #expect(payload.refusalCodes == ["PERIOD_LOCKED", "PERIOD_LOCKED"])
            #expect(payload.at("results.0.userErrors.0.__typename") == "PeriodLockedError")
            #expect(try fixture.days(of: member) == ["2026-03-10 180 present"])
            #expect(try fixture.punches(of: member) == ["clock_in 10 08:00", "clock_out 10 11:00"])
        }
    }

    /// A late offline punch makes its day anew.
    @Test("A late punch mends its day (case 7)") func aLatePunchMendsItsDay() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let client = try await SyncClient(fixture, users: [("7", member)])
            _ = try await client.sync([SyncClient.event("1", "7", on: "2026-03-05", "08:00", "CLOCK_IN")])
            _ = try await client.sync([SyncClient.event("3", "7", "08:00", "CLOCK_IN")])
            let late = SyncClient.event("2", "7", on: "2026-03-05", "16:00", "CLOCK_OUT")
            #expect(try await client.sync([late]).outcomes == ["ACCEPTED"])
            #expect(try fixture.days(of: member).first == "2026-03-05 480 present")
        }
    }

    @Test func sequencesAreAcknowledged() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            #expect(try await client.sync([])["acknowledgedSequence"] == .null)
            #expect(try await client.sync([], ["throughSequence": 10])["acknowledgedSequence"] == 10)
            #expect(try await client.sync([], ["throughSequence": 5])["acknowledgedSequence"] == 10)
            func event(_ sequence: Int64) -> JSONObject {
                var event = SyncClient.event("\(sequence)", "x", "08:00")
                event["sequence"] = .int(sequence)
                return event
            }
            let payload = try await client.sync([event(12), event(11), event(14), event(.min)])
            #expect(payload["acknowledgedSequence"] == 12)
            let big = try await client.sync([], ["throughSequence": "9007199254740993"])
            #expect(big["acknowledgedSequence"] == "9007199254740993")
            let query = "{ organization { devices { nodes { lastSequence lastSeenAt } } } }"
            let data = try await fixture.data(query, as: fixture.first.owner.viewer)
            let node = data.at("organization.devices.nodes")?[0]
            #expect(node?["lastSequence"] == "9007199254740993")
            #expect(node?["lastSeenAt"] == .string(SyncClient.now))
        }
    }

    /// What it reports of a moment ago shows its clock; what it has kept for days does not.
    @Test func theDevicesClockIsKept() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            func offset() throws -> Int32? {
                try fixture.owner().query("SELECT clock_offset_ms FROM devices")[0].optionalInt32(0)
            }
            _ = try await client.sync([SyncClient.event("1", "x", "08:00")])
            #expect(try offset() == nil)
            _ = try await client.sync([SyncClient.event("2", "x", "12:02")])
            #expect(try offset() == 120_000)
            _ = try await client.sync([SyncClient.event("3", "x", "11:59")])
            #expect(try offset() == -60_000)
        }
    }

    @Test func aBatchHasABound() async throws {
        try await TenantFixture.with { fixture in
            let client = try await SyncClient(fixture)
            let items = (0...500).map { SyncClient.event("\($0)", "x", "08:00") }
            let payload = try await client.sync(items)
            #expect(payload["userErrors"] == [["code": "BATCH_TOO_LARGE", "path": ["input", "items"]]])
            #expect(payload["results"] == [])
            #expect(try await client.sync(items.dropLast()).outcomes.count == 500)
            let limits = try await fixture.data("{ server { limits { maxSyncEvents } } }", as: nil)
            #expect(limits.at("server.limits.maxSyncEvents") == 500)
        }
    }
}
