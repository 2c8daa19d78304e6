import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

@Suite("Holiday calendars")
struct HolidayCalendarTests {
    private static let fields = """
        calendar { id name isDefault holidays(range: {from: "2026-01-01", to: "2026-12-31"}) {
          id day name half isOptional } }
        """

    @Test("A calendar is saved with its days, and replaced with all of them; what stays keeps its id")
    func save() async throws {
        try await TenantFixture.with { fixture in
            let created = try await save(
                [
                    "name": "Bavaria",
                    "holidays": [
                        ["day": "2026-12-24", "name": "Christmas Eve", "half": "PM", "isOptional": true],
                        ["day": "2026-01-06", "name": "Epiphany"], ["day": "2027-01-06", "name": "Epiphany"],
                    ],
                ],
                fixture
            )
            #expect(created["userErrors"] == [])
            let calendar = try #require(created["calendar"])
            #expect(calendar["name"] == "Bavaria")
            #expect(calendar["isDefault"] == false)
            let holidays = calendar["holidays"]?.arrayValue ?? []
            #expect(holidays.map { $0["day"] } == ["2026-01-06", "2026-12-24"])
            #expect(holidays.map { $0["half"] } == [.null, "PM"])
            #expect(holidays.map { $0["isOptional"] } == [false, true])
            let replaced = try await save(
                [
                    "calendarId": calendar["id"] ?? nil, "name": "Bayern", "isDefault": true,
                    "holidays": [
                        ["day": "2026-01-06", "name": "Dreikönig"], ["day": "2026-05-01", "name": "May Day"],
                    ],
                ],
                fixture
            )
            let now = replaced["calendar"]?["holidays"]?.arrayValue ?? []
            #expect(now.map { $0["name"] } == ["Dreikönig", "May Day"])
            #expect(now.first?["id"] == holidays.first?["id"])
            let audit = try fixture.auditRows("holidayCalendarSave")
            #expect(audit.count == 2)
            #expect(audit[1].new?.contains("Dreikönig") == true)
            #expect(audit[1].old?.contains("Christmas Eve") == true)
        }
    }

    @Test("One calendar is the default; another that becomes it takes its place")
    func theDefault() async throws {
        try await TenantFixture.with { fixture in
            for name in ["Old", "New"] {
                let input: JSONObject = ["name": .string(name), "isDefault": true, "holidays": []]
                let saved = try await save(input, fixture)
                #expect(saved["userErrors"] == [])
            }
            let data = try await fixture.data(
                "{ organization { holidayCalendars { name isDefault } } }",
                as: fixture.first.member.viewer
            )
            let expected: JSONValue = [["name": "New", "isDefault": true], ["name": "Old", "isDefault": false]]
            #expect(data["organization"]?["holidayCalendars"] == expected)
        }
    }

    @Test("Two calendars that become the default at once do, one after the other")
    func race() async throws {
        try await TenantFixture.with { fixture in
            async let one = save(["name": "One", "isDefault": true, "holidays": []], fixture)
            async let other = save(["name": "Other", "isDefault": true, "holidays": []], fixture)
            let payloads = try await [one, other]
            #expect(payloads.allSatisfy { $0["userErrors"] == [] })
            let count = try fixture.owner().query(
                "SELECT count(*) FROM holiday_calendars WHERE organization_id = $1 AND is_default",
                [.uuid(fixture.first.id)]
            )
            #expect(count[0].int64(0) == 1)
        }
    }

    @Test("A location has a calendar of its own, or none; a foreign one is not found")
    func locations() async throws {
        try await TenantFixture.with { fixture in
            let calendar = try await save(["name": "Local", "holidays": []], fixture)["calendar"]?["id"] ?? nil
            let fields = "location { id holidayCalendar { name } }"
            let admin = fixture.first.admin.viewer
            let created = try await fixture.mutate(
                "workLocationCreate",
                ["name": "Depot", "timeZone": "UTC", "holidayCalendarId": calendar],
                fields,
                as: admin
            )
            #expect(created["location"]?["holidayCalendar"] == ["name": "Local"])
            let location = created["location"]?["id"] ?? nil
            for (input, name) in [
                (["name": "Depot 2"], "Local"), (["holidayCalendarId": nil], nil),
                (["holidayCalendarId": calendar], "Local"),
            ] as [(JSONObject, String?)] {
                var input = input
                input["locationId"] = location
                let payload = try await fixture.mutate("workLocationUpdate", input, fields, as: admin)
                #expect(payload.at("location.holidayCalendar.name")?.stringValue == name)
            }
            for id in ["x", GlobalID(.holidayCalendar, UUID()).description] {
                let input: JSONObject = ["locationId": location, "holidayCalendarId": .string(id)]
                let payload = try await fixture.mutate("workLocationUpdate", input, fields, as: admin)
                #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "holidayCalendarId"]]])
            }
        }
    }

    @Test("What cannot be is refused at its field")
    func refusals() async throws {
        try await TenantFixture.with { fixture in
            _ = try await save(["name": "Taken", "holidays": []], fixture)
            let days: [JSONValue] = (0...1_000).map {
                ["day": .string("\(3000 + $0)-01-01"), "name": "New Year"]
            }
            let twice: JSONValue = [
                ["day": "2026-01-06", "name": "a"], ["day": "2026-01-06", "name": "b", "half": "AM"],
                ["day": "2026-01-06", "name": "c"],
            ]
            let cases: [(JSONObject, JSONValue)] = [
                (["name": " ", "holidays": []], ["code": "REQUIRED", "path": ["input", "name"]]),
                (["name": "taken", "holidays": []], ["code": "TAKEN", "path": ["input", "name"]]),
                (
                    ["name": "x", "holidays": [["day": "2026-01-06", "name": ""]]],
                    ["code": "REQUIRED", "path": ["input", "holidays", "0", "name"]]
                ),
                (
                    ["name": "x", "holidays": twice],
                    ["code": "DUPLICATE_IN_BATCH", "path": ["input", "holidays", "2", "day"]]
                ),
                (
                    ["name": "x", "holidays": .array(days)],
                    ["code": "BATCH_TOO_LARGE", "path": ["input", "holidays"]]
                ),
                (
                    ["calendarId": "x", "name": "x", "holidays": []],
                    ["code": "NOT_FOUND", "path": ["input", "calendarId"]]
                ),
                (
                    [
                        "calendarId": .string(GlobalID(.holidayCalendar, UUID()).description), "name": "x",
                        "holidays": [],
                    ],
                    ["code": "NOT_FOUND", "path": ["input", "calendarId"]]
                ),
            ]
            for (input, error) in cases {
                let payload = try await save(input, fixture)
                #expect(payload["userErrors"] == .array([error]))
            }
            let refused = try await fixture.response(
                "holidayCalendarSave",
                ["name": "x", "holidays": []],
                as: fixture.first.manager.viewer
            )
            #expect(refused.errorCode == "FORBIDDEN")
        }
    }

    private func save(_ input: JSONObject, _ fixture: TenantFixture) async throws -> JSONValue {
        try await fixture.mutate("holidayCalendarSave", input, Self.fields, as: fixture.first.admin.viewer)
    }
}
