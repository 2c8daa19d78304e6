import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite("The clock", .serialized)
struct ClockTests {
    @Test("A whole day with breaks")
    func wholeDay() async throws {
        try await TenantFixture.with { fixture in
            let member = fixture.first.member
            let clock = ClockClient(fixture, member)
            let clockedIn = try await clock.clockIn(
                JSONObject(("note", "early"), ("clientMutationId", "m-1")),
                at: "2026-01-05T08:00:00Z"
            )
            #expect(clockedIn.codes == [])
            #expect(clockedIn.at("clientMutationId") == "m-1")
            #expect(clockedIn.at("event.kind") == "CLOCK_IN")
            #expect(clockedIn.at("event.source") == "WEB")
            #expect(clockedIn.at("event.ip") == "192.0.2.7")
            #expect(clockedIn.at("event.note") == "early")
            #expect(clockedIn.at("event.timeZone") == "UTC")
            #expect(clockedIn.at("event.actor.id") == .string(GlobalID(.user, member.userID).description))
            #expect(clockedIn.at("event.employee.id") == .string(member.employeeGlobalID.description))
            #expect(clockedIn.at("session.status") == "OPEN")
            #expect(clockedIn.at("record.status") == "PENDING")
            #expect(clockedIn.at("record.version") == 1)

            #expect(try await clock.breakStart(at: "2026-01-05T10:00:00Z").codes == [])
            let paused = try await clock.breakEnd(at: "2026-01-05T10:30:30Z")
            #expect(paused.at("session.breaks.0.minutes") == 30)
            #expect(paused.at("session.workedMinutes") == 120)
            #expect(try await clock.breakStart(JSONObject(("isPaid", true)), at: "2026-01-05T11:00:00Z").codes == [])
            #expect(try await clock.breakEnd(at: "2026-01-05T11:10:00Z").codes == [])
            #expect(try await clock.breakStart(at: "2026-01-05T15:00:00Z").codes == [])

            let done = try await clock.clockOut(at: "2026-01-05T16:00:00Z")
            #expect(done.codes == [])
            #expect(done.at("session.status") == "CLOSED")
            #expect(done.at("session.breaks.2.endedAt") == "2026-01-05T16:00:00Z")
            #expect(done.at("record.id") == clockedIn.at("record.id"))
            #expect(done.at("record.workedMinutes") == 389)
            #expect(done.at("record.breakMinutes") == 100)
            #expect(done.at("record.firstInAt") == "2026-01-05T08:00:00Z")
            #expect(done.at("record.lastOutAt") == "2026-01-05T16:00:00Z")
            #expect(done.at("record.status") == "PRESENT")
            #expect(done.at("record.version") == 2)
            #expect(
                done.at("record.events")?.arrayValue?.compactMap { $0["kind"]?.stringValue } == [
                    "CLOCK_IN", "BREAK_START", "BREAK_END", "BREAK_START", "BREAK_END", "BREAK_START", "CLOCK_OUT",
                ]
            )
            let audits = try fixture.owner().query("SELECT action FROM audit_logs ORDER BY action")
            #expect(Set(audits.map { $0.string(0) }).count == 4)
            #expect(audits.count == 7)
        }
    }

    @Test("Sessions may touch; the day's record holds both and adds up their seconds (case 5)")
    func touchingSessions() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            #expect(try await clock.clockIn(at: "2026-01-05T09:00:00Z").codes == [])
            #expect(try await clock.clockOut(at: "2026-01-05T13:00:30Z").codes == [])
            #expect(try await clock.clockIn(at: "2026-01-05T13:00:30Z").codes == [])
            let done = try await clock.clockOut(at: "2026-01-05T17:01:00Z")
            #expect(done.codes == [])
            #expect(done.at("record.workedMinutes") == 481)
            #expect(done.at("record.version") == 4)
            #expect(done.at("record.sessions")?.arrayValue?.count == 2)
            #expect(
                done.at("record.events")?.arrayValue?.compactMap { $0["kind"]?.stringValue } == [
                    "CLOCK_IN", "CLOCK_OUT", "CLOCK_IN", "CLOCK_OUT",
                ]
            )
        }
    }

    @Test(
        "A night's work belongs to the local date of its beginning and is as long as the night was (case 2)",
        arguments: [
            Night("2026-03-28T21:00:00Z", "2026-03-29T04:00:00Z", "2026-03-28", minutes: 420, offsets: [60, 120]),
            Night("2026-10-24T20:00:00Z", "2026-10-25T05:00:00Z", "2026-10-24", minutes: 540, offsets: [120, 60]),
            Night("2026-05-04T22:30:00Z", "2026-05-05T06:30:00Z", "2026-05-05", minutes: 480, offsets: [120, 120]),
        ]
    )
    func night(_ night: Night) async throws {
        try await TenantFixture.with { fixture in
            try setZone("Europe/Berlin", fixture)
            let clock = ClockClient(fixture, fixture.first.member)
            let clockedIn = try await clock.clockIn(at: night.start)
            #expect(clockedIn.at("event.timeZone") == "Europe/Berlin")
            let done = try await clock.clockOut(at: night.end)
            #expect(done.codes == [])
            #expect(done.at("record.workDate") == .string(night.workDate))
            #expect(done.at("record.timeZone") == "Europe/Berlin")
            #expect(done.at("record.workedMinutes") == .int(night.minutes))
            #expect(done.at("session.workedMinutes") == .int(night.minutes))
            let offsets = try fixture.owner().query(
                "SELECT utc_offset_minutes FROM attendance_events ORDER BY occurred_at"
            )
            #expect(offsets.map { $0.int(0) } == night.offsets)
        }
    }

    @Test("The zone of a punch is recorded with it and does not move the work date (case 3)")
    func zoneOfThePunch() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            let unknown = try await clock.clockIn(
                JSONObject(("timeZone", "Mars/Olympus"), ("clientMutationId", "x")),
                at: "2026-01-05T23:30:00Z"
            )
            #expect(unknown.codes == ["INVALID"])
            #expect(unknown.at("userErrors.0.path") == ["input", "timeZone"])
            let done = try await clock.clockIn(JSONObject(("timeZone", "Asia/Kolkata")), at: "2026-01-05T23:30:00Z")
            #expect(done.at("event.timeZone") == "Asia/Kolkata")
            #expect(done.at("record.workDate") == "2026-01-05")
            let offset = try fixture.owner().query("SELECT utc_offset_minutes FROM attendance_events")
            #expect(offset.map { $0.int(0) } == [330])
        }
    }

    @Test("A move to another zone rewrites nothing of what was punched before (case 3)")
    func laterMove() async throws {
        try await TenantFixture.with { fixture in
            try setZone("Europe/Berlin", fixture)
            let clock = ClockClient(fixture, fixture.first.member)
            _ = try await clock.clockIn(at: "2026-01-05T20:00:00Z")
            _ = try await clock.clockOut(at: "2026-01-05T22:00:00Z")
            try setZone("Asia/Tokyo", fixture)
            let moved = try await clock.clockIn(at: "2026-01-12T20:00:00Z")
            #expect(moved.at("record.workDate") == "2026-01-13" && moved.at("record.timeZone") == "Asia/Tokyo")
            let events = try fixture.owner().query(
                "SELECT concat_ws(' ', time_zone, utc_offset_minutes) FROM attendance_events ORDER BY occurred_at"
            )
            #expect(events.map { $0.string(0) } == ["Europe/Berlin 60", "Europe/Berlin 60", "Asia/Tokyo 540"])
            let records = try fixture.owner().query(
                "SELECT concat_ws(' ', work_date, time_zone) FROM attendance_records ORDER BY work_date"
            )
            #expect(records.map { $0.string(0) } == ["2026-01-05 Europe/Berlin", "2026-01-13 Asia/Tokyo"])
        }
    }

    @Test("Days about a move stay on their dates, also where another punch has them computed again (case 3)")
    func moveBetweenPunches() async throws {
        try await TenantFixture.with { fixture in
            try setZone("Europe/Berlin", fixture)
            let clock = ClockClient(fixture, fixture.first.member)
            // 01:00 on Tuesday in Berlin, which is Monday evening in New York.
            _ = try await clock.clockIn(at: "2026-01-06T00:00:00Z")
            _ = try await clock.clockOut(at: "2026-01-06T02:00:00Z")
            try setZone("America/New_York", fixture)
            // 21:00 on Tuesday in New York, which is Wednesday in Berlin.
            let moved = try await clock.clockIn(at: "2026-01-07T02:00:00Z")
            #expect(moved.at("record.workDate") == "2026-01-06")
            let out = try await clock.clockOut(at: "2026-01-07T03:00:00Z")
            #expect(out.at("record.workedMinutes") == 180)
            let records = try fixture.owner().query(
                "SELECT concat_ws(' ', work_date, time_zone, worked_minutes) FROM attendance_records"
            )
            #expect(records.map { $0.string(0) } == ["2026-01-06 Europe/Berlin 180"])
        }
    }

    @Test("Punches that do not fit the state are refused with their codes and store nothing")
    func wrongState() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            #expect(try await clock.clockOut(at: "2026-01-05T08:00:00Z").codes == ["NOT_CLOCKED_IN"])
            #expect(try await clock.breakStart(at: "2026-01-05T08:00:00Z").codes == ["NOT_CLOCKED_IN"])
            #expect(try await clock.breakEnd(at: "2026-01-05T08:00:00Z").codes == ["NOT_CLOCKED_IN"])
            let open = try await clock.clockIn(at: "2026-01-05T08:00:00Z")
            let again = try await clock.clockIn(at: "2026-01-05T08:20:00Z")
            #expect(again.codes == ["ALREADY_CLOCKED_IN"])
            #expect(again.at("userErrors.0.openSession.id") == open.at("session.id"))
            #expect(again.at("event") == .null)
            #expect(try await clock.breakEnd(at: "2026-01-05T08:30:00Z").codes == ["NOT_ON_BREAK"])
            #expect(try await clock.clockOut(at: "2026-01-05T08:00:00Z").codes == ["INVALID"])
            #expect(try await clock.breakStart(at: "2026-01-05T07:59:00Z").codes == ["INVALID"])
            #expect(try await clock.breakStart(at: "2026-01-05T09:00:00Z").codes == [])
            #expect(try await clock.breakStart(at: "2026-01-05T09:10:00Z").codes == ["ALREADY_ON_BREAK"])
            #expect(try await clock.breakEnd(at: "2026-01-05T09:00:00Z").codes == ["INVALID"])
            #expect(try await clock.clockOut(at: "2026-01-05T09:00:00Z").codes == ["INVALID"])
            #expect(try await clock.breakEnd(at: "2026-01-05T09:15:00Z").codes == [])
            #expect(try await clock.clockOut(at: "2026-01-05T09:10:00Z").codes == ["INVALID"])
            #expect(try await clock.clockOut(at: "2026-01-05T09:15:00Z").codes == [])
            let events = try fixture.owner().query("SELECT count(*) FROM attendance_events")
            #expect(events[0].int64(0) == 4)
        }
    }

    @Test("Bounds of the note and the point")
    func bounds() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            let point: JSONValue = ["latitude": 90.5, "longitude": 13.4]
            let refused = try await clock.clockIn(
                JSONObject(("note", .string(String(repeating: "n", count: 1001))), ("point", point)),
                at: "2026-01-05T08:00:00Z"
            )
            #expect(refused.codes == ["TOO_LONG", "OUT_OF_RANGE"])
            #expect(refused.at("userErrors.1.path") == ["input", "point"])
            let good: JSONValue = ["latitude": 52.5, "longitude": 13.25, "accuracyMeters": 12.5]
            let done = try await clock.clockIn(JSONObject(("point", good)), at: "2026-01-05T08:00:00Z")
            #expect(done.at("event.point") == good)
        }
    }

    @Test("What a person says of the time is taken within the skew; who manages attendance may go back")
    func occurredAt() async throws {
        try await TenantFixture.with { fixture in
            let (member, admin) = (fixture.first.member, fixture.first.admin)
            let clock = ClockClient(fixture, member)
            let now = "2026-01-05T12:00:00Z"
            let future = try await clock.clockIn(JSONObject(("occurredAt", "2026-01-05T12:05:01Z")), at: now)
            #expect(future.codes == ["EVENT_IN_FUTURE"])
            let past = try await clock.clockIn(JSONObject(("occurredAt", "2026-01-05T11:54:59Z")), at: now)
            #expect(past.codes == ["EVENT_TOO_OLD"])
            let taken = try await clock.clockIn(JSONObject(("occurredAt", "2026-01-05T11:55:00Z")), at: now)
            #expect(taken.at("session.clockInAt") == "2026-01-05T11:55:00Z")
            #expect(try await clock.clockOut(at: "2026-01-05T13:00:00Z").codes == [])

            let id = JSONValue.string(member.employeeGlobalID.description)
            let manual = ClockClient(fixture, admin)
            let overlapping = try await manual.clockIn(
                JSONObject(("employeeId", id), ("occurredAt", "2026-01-05T10:00:00Z")),
                at: now
            )
            #expect(overlapping.codes == ["SESSION_OVERLAP"])
            let later = JSONObject(("employeeId", id), ("occurredAt", "2026-01-05T14:00:00Z"))
            let done = try await manual.clockIn(later, at: "2026-02-01T00:00:00Z")
            #expect(done.at("event.source") == "MANUAL")
            #expect(done.at("event.actor.id") == .string(GlobalID(.user, admin.userID).description))
            #expect(done.at("record.workDate") == "2026-01-05")
        }
    }

    @Test("Sending a punch again answers as the first time")
    func replay() async throws {
        try await TenantFixture.with { fixture in
            let clock = ClockClient(fixture, fixture.first.member)
            let ids = (0..<4).map { _ in JSONObject(("clientEventId", .string(UUID().uuidString))) }
            let clockedIn = try await clock.clockIn(ids[0], at: "2026-01-05T08:00:00Z")
            let breakStart = try await clock.breakStart(ids[1], at: "2026-01-05T09:00:00Z")
            _ = try await clock.breakEnd(ids[2], at: "2026-01-05T09:30:00Z")
            let clockedOut = try await clock.clockOut(ids[3], at: "2026-01-05T10:00:00Z")

            let again = [
                try await clock.clockIn(ids[0], at: "2026-01-07T08:00:00Z"),
                try await clock.breakStart(ids[1], at: "2026-01-07T08:00:00Z"),
                try await clock.breakEnd(ids[2], at: "2026-01-07T08:00:00Z"),
                try await clock.clockOut(ids[3], at: "2026-01-07T08:00:00Z"),
            ]
            #expect(again.map(\.codes) == [[], [], [], []])
            #expect(again[0].at("event.id") == clockedIn.at("event.id"))
            #expect(again[1].at("event.id") == breakStart.at("event.id"))
            #expect(again[3].at("event.id") == clockedOut.at("event.id"))
            for payload in again { #expect(payload.at("session.id") == clockedIn.at("session.id")) }
            #expect(again[3].at("record.id") == clockedOut.at("record.id"))
            #expect(again[3].at("record.version") == 2)
            let other = try await clock.clockOut(ids[0], at: "2026-01-07T08:00:00Z")
            #expect(other.codes == ["INVALID"])
            #expect(other.at("userErrors.0.path") == ["input", "clientEventId"])
        }
    }

    private func setZone(_ zone: String, _ fixture: TenantFixture) throws {
        _ = try fixture.owner().query(
            "UPDATE employees SET time_zone = $1 WHERE id = $2",
            [.text(zone), .uuid(fixture.first.member.employeeID)]
        )
    }
}

/// A session in Europe/Berlin.
struct Night: Sendable {
    let start: String
    let end: String
    let workDate: String
    let minutes: Int64
    /// Minutes east of UTC at the start and at the end.
    let offsets: [Int]

    init(_ start: String, _ end: String, _ workDate: String, minutes: Int64, offsets: [Int]) {
        self.start = start
        self.end = end
        self.workDate = workDate
        self.minutes = minutes
        self.offsets = offsets
    }
}
