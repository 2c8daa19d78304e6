import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing
import Time

/// What `@idempotent` promises to whoever sends a mutation again.
@Suite struct IdempotencyTests {
    /// The whole response of a department's creation under a key.
    private func create(
        _ fixture: TenantFixture,
        _ name: String,
        key: String = "key",
        alias: String = "made",
        selecting fields: String = "id name",
        as viewer: Viewer? = nil,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let document = """
            mutation ($name: String!, $key: String!) {
              \(alias): departmentCreate(input: {name: $name}) @idempotent(key: $key) {
                department { \(fields) } userErrors { code path } }
            }
            """
        let variables: JSONObject = ["name": .string(name), "key": .string(key)]
        return try await fixture.execute(document, variables, as: viewer ?? fixture.first.owner.viewer, now: now)
    }

    private func code(_ response: JSONValue) -> String? {
        response["errors"]?[0]?["extensions"]?["code"]?.stringValue
    }

    private func userErrorCode(_ response: JSONValue) -> String? {
        response["data"]?["made"]?["userErrors"]?[0]?["code"]?.stringValue
    }

    private func count(_ table: String, _ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query("SELECT count(*) FROM \(table)")[0].int64(0)
    }

    @Test func aRepeatedRequestHasOneEffectAndTheSameAnswer() async throws {
        try await TenantFixture.with { fixture in
            let first = try await create(fixture, "Sales")
            #expect(first["data"]?["made"]?["department"]?["name"] == "Sales", "\(first.text)")
            #expect(try await create(fixture, "Sales") == first)
            let renamed = try await create(fixture, "Sales", alias: "again")
            #expect(renamed["data"]?["again"] == first["data"]?["made"])
            #expect(try count("departments", fixture) == 1)
            #expect(try fixture.auditRows("departmentCreate").count == 1)
        }
    }

    @Test func whatTheCallerHadToMendIsKeptAsWell() async throws {
        try await TenantFixture.with { fixture in
            _ = try await create(fixture, "Sales", key: "other")
            let refused = try await create(fixture, "Sales")
            #expect(userErrorCode(refused) == "TAKEN")
            _ = try fixture.owner().query("DELETE FROM departments")
            #expect(try await create(fixture, "Sales") == refused)
            #expect(try count("departments", fixture) == 0)
        }
    }

    @Test func errorsOfFieldsAreKeptWithTheirPlaces() async throws {
        try await TenantFixture.with { fixture in
            let first = try await create(fixture, "Sales", selecting: "name employees(first: 1000) { nodes { id } }")
            #expect(code(first) == "BAD_USER_INPUT", "\(first.text)")
            #expect(first["errors"]?[0]?["path"]?[0] == "made")
            let fields = "name employees(first: 1000) { nodes { id } }"
            #expect(try await create(fixture, "Sales", selecting: fields) == first)
            let renamed = try await create(fixture, "Sales", alias: "again", selecting: fields)
            #expect(renamed["errors"]?[0]?["path"]?[0] == "again")
            #expect(renamed["errors"]?[0]?["path"]?[2] == first["errors"]?[0]?["path"]?[2])
        }
    }

    @Test func anotherRequestUnderTheKeyIsAMismatchAndRunsNothing() async throws {
        try await TenantFixture.with { fixture in
            _ = try await create(fixture, "Sales")
            for other in [
                try await create(fixture, "Purchase"), try await create(fixture, "Sales", selecting: "id name code"),
            ] {
                #expect(code(other) == "IDEMPOTENCY_KEY_MISMATCH", "\(other.text)")
                #expect(other["errors"]?[0]?["path"] == ["made"] && other["data"]?["made"] == .null)
            }
            let mixed = try await fixture.execute(
                """
                mutation { a: roleCreate(input: {key: "clerk", name: "Clerk", permissions: []}) @idempotent(key: "key")
                    { role { id } }
                  b: departmentCreate(input: {name: "Purchase"}) @idempotent(key: "b") { department { name } }
                  c: departmentCreate(input: {name: "Stores"}) { department { name } } }
                """,
                as: fixture.first.owner.viewer
            )
            #expect(code(mixed) == "IDEMPOTENCY_KEY_MISMATCH" && mixed["data"]?["a"] == .null)
            #expect(mixed["data"]?["b"]?["department"]?["name"] == "Purchase")
            #expect(mixed["data"]?["c"]?["department"]?["name"] == "Stores")
            #expect(try count("departments", fixture) == 3)
        }
    }

    @Test func ofManyAtOnceOneRuns() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let answers = try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<24 { group.addTask { try await create(fixture, "Sales") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let completed = answers.filter { $0["errors"] == nil }
            #expect(!completed.isEmpty && Set(completed.map(\.text)).count == 1)
            for answer in answers where answer["errors"] != nil {
                #expect(code(answer) == "IDEMPOTENCY_IN_PROGRESS", "\(answer.text)")
                #expect(answer["errors"]?[0]?["path"] == ["made"])
            }
            #expect(try count("departments", fixture) == 1)
        }
    }

    @Test func aRunningAttemptIsNotWaitedFor() async throws {
        try await TenantFixture.with { fixture in
            let running = try fixture.owner()
            try running.execute("BEGIN")
            _ = try running.query(
                "SELECT pg_advisory_xact_lock(hashtextextended($1::uuid::text || $2::uuid::text || 'key', 0))::text",
                [.uuid(fixture.first.id), .uuid(fixture.first.owner.userID)]
            )
            #expect(code(try await create(fixture, "Sales")) == "IDEMPOTENCY_IN_PROGRESS")
            #expect(try count("departments", fixture) == 0)
            try running.execute("ROLLBACK")
            #expect(code(try await create(fixture, "Sales")) == nil)
        }
    }

    @Test func anAttemptThatFailsLeavesNothing() async throws {
        try await TenantFixture.with { fixture in
            let owner = try fixture.owner()
            try owner.execute("ALTER TABLE departments ADD CONSTRAINT refused CHECK (name <> 'Sales')")
            #expect(code(try await create(fixture, "Sales")) == "INTERNAL_SERVER_ERROR")
            #expect(try count("idempotency_keys", fixture) == 0)
            try owner.execute("ALTER TABLE departments DROP CONSTRAINT refused")
            #expect(code(try await create(fixture, "Sales")) == nil)
            #expect(try count("departments", fixture) == 1)
        }
    }

    @Test func anAttemptWhoseAnswerCannotBeReadLeavesNothing() async throws {
        try await TenantFixture.with { fixture in
            let fields = "name employees(first: 1) { nodes { id } }"
            let owner = try fixture.owner()
            try owner.execute("REVOKE SELECT ON employees FROM app_user")
            let failed = try await create(fixture, "Sales", selecting: fields)
            #expect(code(failed) == "INTERNAL_SERVER_ERROR" && failed["data"]?["made"] == .null, "\(failed.text)")
            #expect(try count("departments", fixture) == 0)
            #expect(try count("idempotency_keys", fixture) == 0)
            try owner.execute("GRANT SELECT ON employees TO app_user")
            #expect(code(try await create(fixture, "Sales", selecting: fields)) == nil)
        }
    }

    @Test func keysAreTheCallersOwnInEachOrganization() async throws {
        try await TenantFixture.with { fixture in
            let viewers = [fixture.first.owner, fixture.first.admin, fixture.second.owner].map(\.viewer)
            for (index, viewer) in viewers.enumerated() {
                let answer = try await create(fixture, "Department \(index)", as: viewer)
                #expect(code(answer) == nil, "\(answer.text)")
            }
            #expect(try count("departments", fixture) == 3)
        }
    }

    @Test func aKeyIsFreeAgainAfterADay() async throws {
        try await TenantFixture.with { fixture in
            let now = Timestamp.now()
            let first = try await create(fixture, "Sales", now: now)
            #expect(try await create(fixture, "Sales", now: now.adding(minutes: 24 * 60 - 1)) == first)
            let later = try await create(fixture, "Sales", now: now.adding(days: 1))
            #expect(userErrorCode(later) == "TAKEN")
            #expect(try await create(fixture, "Sales", now: now.adding(days: 1)) == later)
            #expect(try count("idempotency_keys", fixture) == 1)
        }
    }

    @Test func expiredKeysAreRemoved() async throws {
        try await TenantFixture.with { fixture in
            let now = Timestamp.now()
            _ = try await create(fixture, "Sales", key: "old", now: now.adding(days: -2))
            let fresh = try await create(fixture, "Purchase", key: "new", now: now)
            _ = try fixture.owner().query("INSERT INTO jobs (kind) VALUES ('idempotency_keys_clean_up')")
            _ = try await fixture.deliverMail()
            #expect(try count("idempotency_keys", fixture) == 1)
            #expect(try await create(fixture, "Purchase", key: "new", now: now) == fresh)
        }
    }

    @Test(arguments: ["", String(repeating: "k", count: 256), "a\u{0}b"])
    func keysThatCannotBeKeptAreRefused(_ key: String) async throws {
        try await TenantFixture.with { fixture in
            let answer = try await create(fixture, "Sales", key: key)
            #expect(code(answer) == "BAD_USER_INPUT", "\(answer.text)")
            #expect(try count("departments", fixture) == 0)
        }
    }

    @Test func aLongKeyIsKept() async throws {
        try await TenantFixture.with { fixture in
            let key = String(repeating: "ü", count: 255)
            let first = try await create(fixture, "Sales", key: key)
            #expect(code(first) == nil)
            #expect(try await create(fixture, "Sales", key: key) == first)
        }
    }

    @Test func withoutAnOrganizationThereIsNoKey() async throws {
        try await TenantFixture.with { fixture in
            let answer = try await fixture.execute(
                "mutation { authLogoutAll(input: {}) @idempotent(key: \"key\") { userErrors { code } } }",
                as: fixture.first.member.viewer
            )
            #expect(code(answer) == "BAD_USER_INPUT", "\(answer.text)")
        }
    }

    @Test func aRepeatedRequestCostsOneStatement() async throws {
        try await TenantFixture.with { fixture in
            _ = try await create(fixture, "Sales")
            let names = try await fixture.statements.during { _ = try await create(fixture, "Sales") }
            #expect(names == ["look an idempotency key up"])
        }
    }
}
