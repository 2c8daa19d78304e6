import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing
import Time

@Suite struct ProfileTests {
    private static let fields = "user { displayName bio locale timeZone username version }"

    private func update(
        _ input: JSONObject,
        _ fixture: TenantFixture,
        as viewer: Viewer,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        try await fixture.payload("userProfileUpdate", input, Self.fields, as: viewer, now: now)
    }

    @Test func whatIsGivenChangesAndTheRestStays() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let input: JSONObject = [
                "displayName": " Ada Lovelace ", "bio": "Line one\nLine two", "timeZone": "Europe/London",
                "username": "ada.l", "expectedVersion": 1,
            ]
            let changed = try await update(input, fixture, as: person.viewer)
            let expected: JSONValue = [
                "displayName": "Ada Lovelace", "bio": "Line one\nLine two", "locale": "en",
                "timeZone": "Europe/London", "username": "ada.l", "version": 2,
            ]
            #expect(changed == ["user": expected, "userErrors": []])
            let cleared = try await update(
                ["bio": nil, "username": nil, "locale": "de-AT"],
                fixture,
                as: person.viewer
            )
            #expect(cleared["user"]?["bio"] == .null)
            #expect(cleared["user"]?["username"] == .null)
            #expect(cleared["user"]?["locale"] == "de-AT")
            #expect(cleared["user"]?["displayName"] == "Ada Lovelace")
            let same = try await update(["locale": "de-AT"], fixture, as: person.viewer)
            #expect(same["user"]?["version"] == 3)
            #expect(try fixture.securityLog(of: person.viewer).filter { $0 == "profile_update" }.count == 2)
            #expect(try await fixture.signIn("ada.l").userErrorCodes == ["INVALID_CREDENTIALS"])
        }
    }

    @Test func aUsernameSignsIn() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            #expect(try await update(["username": "Ada"], fixture, as: person.viewer).userErrorCodes == [])
            #expect(try await fixture.signIn("aDA ").userErrorCodes == [])
        }
    }

    @Test func namesTheFieldThatIsWrong() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let cases: [(String, JSONValue, String)] = [
                ("displayName", " ", "REQUIRED"), ("displayName", nil, "REQUIRED"),
                ("displayName", .string(String(repeating: "x", count: 201)), "TOO_LONG"),
                ("displayName", "a\nb", "INVALID"), ("bio", .string(String(repeating: "x", count: 4_001)), "TOO_LONG"),
                ("bio", "nul \u{0}", "INVALID"), ("locale", nil, "REQUIRED"), ("locale", "english please", "INVALID"),
                ("timeZone", nil, "REQUIRED"), ("timeZone", "Mars/Olympus", "INVALID"),
                ("username", "x", "INVALID"), ("username", "a@b", "INVALID"),
            ]
            for (field, value, code) in cases {
                let payload = try await update([field: value], fixture, as: person.viewer)
                #expect(payload.userErrorCodes == [code], "\(field) \(value)")
                #expect(payload.userErrorField == field)
                #expect(payload["user"] == .null)
            }
        }
    }

    @Test func aStaleVersionChangesNothing() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let input: JSONObject = ["displayName": "Somebody else", "expectedVersion": 7]
            let document = """
                mutation ($input: UserProfileUpdateInput!) { userProfileUpdate(input: $input) {
                  user { id } userErrors { code path ... on StaleVersionError { currentVersion } } } }
                """
            let data = try await fixture.data(document, ["input": .object(input)], as: person.viewer)
            let error: JSONValue = [
                "code": "STALE_VERSION", "path": ["input", "expectedVersion"], "currentVersion": 1,
            ]
            #expect(data["userProfileUpdate"] == ["user": nil, "userErrors": [error]])
        }
    }

    /// Of several who want a name one gets it, and nobody tries for long which names there are.
    @Test func aUsernameIsOnePersons() async throws {
        try await TenantFixture.with { fixture in
            var people: [RegisteredPerson] = []
            for _ in 0..<4 { people.append(try await RegisteredPerson.register(fixture)) }
            let now = Timestamp.now()
            let answers = try await withThrowingTaskGroup(of: [String].self) { group in
                for person in people {
                    group.addTask {
                        try await update(["username": "wanted"], fixture, as: person.viewer, now: now).userErrorCodes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter(\.isEmpty).count == 1)
            #expect(answers.filter { $0 == ["TAKEN"] }.count == 3)
            let late = try await RegisteredPerson.register(fixture)
            for _ in 0..<5 {
                let taken = try await update(["username": "WANTED"], fixture, as: late.viewer, now: now)
                #expect(taken.userErrorCodes == ["TAKEN"])
                #expect(taken.userErrorField == "username")
            }
            let limited = try await update(["username": "another"], fixture, as: late.viewer, now: now)
            #expect(limited.userErrorCodes == ["RATE_LIMITED"])
            #expect(try await update(["bio": "x"], fixture, as: late.viewer, now: now).userErrorCodes == [])
        }
    }

    /// What fails for another reason tells nothing of names and is not counted.
    @Test func onlyTakenNamesAreCounted() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            for _ in 0..<6 {
                let stale = try await update(["username": "free", "expectedVersion": 9], fixture, as: person.viewer)
                #expect(stale.userErrorCodes == ["STALE_VERSION"])
            }
            for number in 0..<6 {
                #expect(
                    try await update(["username": .string("free\(number)")], fixture, as: person.viewer).userErrorCodes
                        == []
                )
            }
        }
    }
}
