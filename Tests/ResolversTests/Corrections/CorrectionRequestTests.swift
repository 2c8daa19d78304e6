import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite struct CorrectionRequestTests {
    @Test func aRequestShowsWhatItWouldChange() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let payload = try await client.request()
            #expect(payload.codes == [], "\(payload.text)")
            let correction = payload["correction"]
            #expect(correction?["status"] == "PENDING" && correction?["isStale"] == false)
            #expect(correction?["record"]?["workedMinutes"] == 180)
            #expect(correction?["preview"]?["workedMinutes"] == 480)
            #expect(correction?["preview"]?["lastOutAt"] == "2026-01-05T17:00:00Z")
            #expect(
                correction?["proposedEvents"]
                    == [["kind": "CLOCK_OUT", "occurredAt": "2026-01-05T17:00:00Z", "timeZone": "UTC"]]
            )
            #expect(try fixture.auditRows("attendanceCorrectionRequest").map(\.reason) == ["I forgot"])
            #expect(try await client.request().codes == ["ALREADY_PENDING"])
        }
    }

    @Test func whatARequestLacksIsSaid() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let cases: [(JSONObject, String)] = [
                (["reason": " "], "REQUIRED"), (["proposedEvents": []], "REQUIRED"), (["voidEventIds": []], "REQUIRED"),
                (["kind": "MISSED_CLOCK_IN"], "REQUIRED"), (["kind": "ADD_DAY", "proposedEvents": []], "REQUIRED"),
                (["kind": "VOID"], "INVALID"), (["voidEventIds": ["nothing"]], "NOT_FOUND"),
                (["workDate": "2026-01-07"], "OUT_OF_RANGE"),
                (
                    [
                        "proposedEvents": .array(
                            Array(repeating: CorrectionClient.punch("CLOCK_OUT", "2026-01-05T17:00:00Z"), count: 21)
                        )
                    ], "OUT_OF_RANGE"
                ),
                (["proposedEvents": [CorrectionClient.punch("CLOCK_OUT", "2100-01-05T17:00:00Z")]], "EVENT_IN_FUTURE"),
            ]
            for (changes, code) in cases {
                let codes = try await client.request(changes).codes
                #expect(codes.first == code, "\(JSONValue.object(changes).text): \(codes)")
            }
            try client.lockJanuary()
            let locked = try await client.request()
            #expect(locked.codes == ["PERIOD_LOCKED"] && locked["userErrors"]?[0]?["path"] == ["input", "workDate"])
        }
    }

    @Test("Local times are what the clocks showed, once (case 2)") func localTimesAreWhatTheClocksShowed() async throws
    {
        try await TenantFixture.with { fixture in
            _ = try fixture.owner().query("UPDATE employees SET time_zone = 'Europe/Berlin'")
            let client = try await CorrectionClient(fixture)
            func request(_ date: String, _ time: String, _ more: JSONObject = [:]) async throws -> JSONValue {
                var local: JSONObject = ["date": .string(date), "time": .string(time)]
                for member in more { local[member.key] = member.value }
                let punch: JSONValue = ["kind": "CLOCK_IN", "at": ["local": .object(local)]]
                return try await client.request([
                    "kind": "ADD_DAY", "workDate": .string(date), "proposedEvents": [punch], "voidEventIds": [],
                ])
            }
            let skipped = try await request("2026-03-29", "02:30")
            #expect(skipped.codes == ["LOCAL_TIME_INVALID"] && skipped["userErrors"]?[0]?["candidates"] == [])
            #expect(skipped["userErrors"]?[0]?["path"] == ["input", "proposedEvents", "0", "at", "local"])
            let repeated = try await request("2026-10-25", "02:30")
            #expect(repeated.codes == ["LOCAL_TIME_AMBIGUOUS"])
            #expect(repeated["userErrors"]?[0]?["candidates"] == ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"])
            let meant = try await request("2026-10-25", "02:30", ["offsetMinutes": 60])
            #expect(
                meant["correction"]?["proposedEvents"]?[0]?["occurredAt"] == "2026-10-25T01:30:00Z",
                "\(meant.text)"
            )
            let elsewhere = try await request("2026-06-01", "08:00", ["timeZone": "America/New_York"])
            #expect(elsewhere["correction"]?["proposedEvents"]?[0]?["occurredAt"] == "2026-06-01T12:00:00Z")
            #expect(try await request("2026-06-02", "08:00", ["timeZone": "Moon/Crater"]).codes == ["INVALID"])
        }
    }

    @Test func requestsAreForOneselfOrTheTeam() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let first = fixture.first
            func employee(_ person: TestPerson) -> JSONValue { .string(person.employeeGlobalID.description) }
            #expect(try await client.request(as: first.owner.viewer).codes == ["NO_EMPLOYEE_RECORD"])
            #expect(try await client.request(["employeeId": employee(first.admin)]).codes == ["NOT_FOUND"])
            let foreign = try await client.request(
                ["employeeId": employee(first.member)],
                as: fixture.second.owner.viewer
            )
            #expect(foreign.codes == ["NOT_FOUND"])
            let byManager = try await client.request(["employeeId": employee(first.member)], as: first.manager.viewer)
            #expect(byManager.codes == [])
        }
    }

    @Test func requestsAreWithdrawnByThoseConcerned() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            #expect(try await client.cancel(id, as: fixture.first.admin.viewer).codes == ["FORBIDDEN"])
            #expect(try await client.cancel(id, as: fixture.second.owner.viewer).codes == ["NOT_FOUND"])
            let cancelled = try await client.cancel(id, as: fixture.first.member.viewer)
            #expect(cancelled["correction"]?["status"] == "CANCELLED" && cancelled["correction"]?["preview"] == .null)
            let again = try await client.cancel(id, as: fixture.first.member.viewer)
            #expect(again.codes == ["INVALID_TRANSITION"])
            #expect(try await client.request().codes == [])
        }
    }

    @Test func requestsAreListedWithinReach() async throws {
        try await TenantFixture.with { fixture in
            let client = try await CorrectionClient(fixture)
            let id = try await client.requested()
            func nodes(_ filter: String, _ person: TestPerson) async throws -> [JSONValue] {
                let document =
                    "{ organization { attendanceCorrections(filter: {\(filter)}) { totalCount nodes { id } } } }"
                let data = try await fixture.data(document, as: person.viewer)
                return data["organization"]?["attendanceCorrections"]?["nodes"]?.arrayValue?.compactMap { $0["id"] }
                    ?? []
            }
            let (first, member) = (fixture.first, fixture.first.member.employeeGlobalID)
            for person in [first.owner, first.admin, first.manager, first.member] {
                #expect(try await nodes("", person) == [id])
            }
            #expect(try await nodes("status: [APPROVED]", first.owner) == [])
            #expect(try await nodes("status: [PENDING], employeeId: {eq: \"\(member)\"}", first.owner) == [id])
            #expect(try await nodes("workDate: {gte: \"2026-01-06\"}", first.owner) == [])
            #expect(try await nodes("awaitingMe: true", first.manager) == [id])
            #expect(try await nodes("awaitingMe: true", first.member) == [])
            #expect(try await nodes("", fixture.second.owner) == [])
            let document = """
                query ($id: ID!) { node(id: $id) { ... on Employee { corrections { nodes { id } }
                  attendanceRecords { nodes { corrections { id employee { id } } } } } } }
                """
            let data = try await fixture.data(document, ["id": .string(member.description)], as: first.manager.viewer)
            #expect(data["node"]?["corrections"]?["nodes"] == [["id": id]])
            let ofRecord = data["node"]?["attendanceRecords"]?["nodes"]?[0]?["corrections"]
            #expect(ofRecord == [["id": id, "employee": ["id": .string(member.description)]]])
        }
    }
}
