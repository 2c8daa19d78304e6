import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing

@Suite struct OrganizationStateTests {
    private static let deactivate = mutation("organizationDeactivate", "OrganizationDeactivateInput")
    private static let activate = mutation("organizationActivate", "OrganizationActivateInput")
    private static let archive = mutation("organizationArchive", "OrganizationArchiveInput")
    private static let create = """
        mutation ($name: String!) { departmentCreate(input: {name: $name}) { department { name } userErrors { code } } }
        """

    private static func mutation(_ name: String, _ input: String) -> String {
        """
        mutation ($input: \(input)!) {
          payload: \(name)(input: $input) { organization { state } userErrors { code path } }
        }
        """
    }

    private static let history = "{ organization { state statusHistory { state to reason actor { id } } } }"

    @Test func aDeactivatedOrganizationIsReadUntilItsOwnerActivatesIt() async throws {
        try await TenantFixture.with { fixture in
            let (owner, member) = (fixture.first.owner.viewer, fixture.first.member.viewer)
            let inactive = try await fixture.data(Self.deactivate, ["input": ["reason": "Holidays"]], as: owner)
            #expect(inactive["payload"] == ["organization": ["state": "INACTIVE"], "userErrors": []])
            let read = try await fixture.data("{ organization { state } }", as: member)
            #expect(read == ["organization": ["state": "INACTIVE"]])
            let admin = fixture.first.admin.viewer
            for document in [Self.deactivate, Self.archive] {
                let input: JSONObject = document == Self.archive ? ["confirmSlug": "x"] : [:]
                let again = try await fixture.execute(document, ["input": .object(input)], as: owner)
                #expect(again.errorCode == "TENANT_INACTIVE")
            }
            #expect(try await fixture.execute(Self.create, ["name": "A"], as: admin).errorCode == "TENANT_INACTIVE")
            let active = try await fixture.data(Self.activate, ["input": [:]], as: owner)
            #expect(active["payload"] == ["organization": ["state": "ACTIVE"], "userErrors": []])
            let twice = try await fixture.data(Self.activate, ["input": [:]], as: owner)
            #expect(twice["payload"]?.userErrorCodes == ["INVALID_TRANSITION"])
            #expect(try await fixture.execute(Self.create, ["name": "A"], as: admin)["errors"] == nil)
        }
    }

    @Test func historiesAndAuditTellOfEachChange() async throws {
        try await TenantFixture.with { fixture in
            let owner = fixture.first.owner.viewer
            _ = try await fixture.data(Self.deactivate, ["input": ["reason": "Holidays"]], as: owner)
            _ = try await fixture.data(Self.activate, ["input": [:]], as: owner)
            let organization = try await fixture.data(Self.history, as: owner)["organization"]
            let periods = try #require(organization?["statusHistory"]?.arrayValue)
            #expect(periods.map { $0["state"] } == ["ACTIVE", "INACTIVE"])
            #expect(periods[0]["to"] == .null)
            #expect(periods[1]["to"] != .null)
            #expect(periods[1]["reason"] == "Holidays")
            #expect(periods[1]["actor"]?["id"] != nil)
            let audits = try fixture.owner().query(
                """
                SELECT action, old_values ->> 'state', new_values ->> 'state', reason, actor_user_id = $2
                FROM audit_logs WHERE organization_id = $1 ORDER BY occurred_at
                """,
                [.uuid(fixture.first.id), .uuid(owner.claims.userID)]
            )
            #expect(audits.map { $0.string(0) } == ["organizationDeactivate", "organizationActivate"])
            #expect(audits.map { $0.string(1) } == ["ACTIVE", "INACTIVE"])
            #expect(audits.map { $0.string(2) } == ["INACTIVE", "ACTIVE"])
            #expect(audits[0].string(3) == "Holidays")
            #expect(audits.allSatisfy { $0.bool(4) })
        }
    }

    @Test func theSlugIsTypedToArchive() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let wrong = try await fixture.data(Self.archive, ["input": ["confirmSlug": "other"]], as: person.viewer)
            #expect(wrong["payload"]?.userErrorCodes == ["INVALID"])
            #expect(wrong["payload"]?["userErrors"]?[0]?["path"] == ["input", "confirmSlug"])
            let input: JSONObject = ["confirmSlug": "analytical-engines", "reason": "Sold"]
            let done = try await fixture.data(Self.archive, ["input": .object(input)], as: person.viewer)
            #expect(done["payload"] == ["organization": ["state": "ARCHIVED"], "userErrors": []])
            let after = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(after.errorCode == "TENANT_ARCHIVED")
        }
    }

    @Test(arguments: ["organizationActivate", "organizationDeactivate", "organizationArchive"])
    func onlyTheOwnerMay(name: String) async throws {
        try await TenantFixture.with { fixture in
            let document = """
                mutation { \(name)(input: {\(name == "organizationArchive" ? #"confirmSlug: "x""# : "")}) { userErrors { code } } }
                """
            let people = [fixture.first.admin, fixture.first.manager, fixture.first.member]
            for person in people {
                let refused = try await fixture.execute(document, as: person.viewer)
                #expect(refused.errorCode == "FORBIDDEN")
            }
            let anonymous = try await fixture.execute(document, as: nil)
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }

    /// Of many at once one deactivates; mutations are done before it, or refused.
    @Test func deactivationAndMutationsAtOnce() async throws {
        try await TenantFixture.with(poolSize: 8) { fixture in
            let codes = try await withThrowingTaskGroup(of: String.self) { group in
                for number in 0..<24 {
                    let isChange = number % 4 == 0
                    group.addTask {
                        let response = try await fixture.execute(
                            isChange ? Self.deactivate : Self.create,
                            isChange ? ["input": [:]] : ["name": .string("D\(number)")],
                            as: fixture.first.owner.viewer
                        )
                        return (isChange ? "change " : "write ") + (response.errorCode ?? "done")
                    }
                }
                return try await group.reduce(into: [String]()) { $0.append($1) }
            }
            let known = ["change done", "change TENANT_INACTIVE", "write done", "write TENANT_INACTIVE"]
            #expect(codes.allSatisfy(known.contains))
            #expect(codes.count { $0 == "change done" } == 1)
            let stored = try fixture.owner().query("SELECT count(*) FROM departments")[0].int(0)
            #expect(stored == codes.count { $0 == "write done" })
        }
    }

    /// A mutation that begins while the state is being changed waits, and finds the new state.
    @Test(arguments: ["organization_active_status", "organization_archives"])
    func nothingIsWrittenBehindAChange(table: String) async throws {
        try await TenantFixture.with { fixture in
            let connection = try fixture.owner()
            let id = Parameter.uuid(fixture.first.id)
            try connection.execute("BEGIN")
            _ = try connection.query("SELECT pg_advisory_xact_lock(3, hashtext($1::text))", [id])
            if table == "organization_archives" {
                _ = try connection.query("INSERT INTO \(table) (organization_id, archived_by) VALUES ($1, $1)", [id])
            } else {
                _ = try connection.query("INSERT INTO \(table) (organization_id, is_active) VALUES ($1, false)", [id])
            }
            async let response = fixture.execute(Self.create, ["name": "Late"], as: fixture.first.admin.viewer)
            try await Task.sleep(for: .milliseconds(150))
            try connection.execute("COMMIT")
            let code = try await response.errorCode
            #expect(code == (table == "organization_archives" ? "TENANT_ARCHIVED" : "TENANT_INACTIVE"))
            #expect(try connection.query("SELECT 1 FROM departments").isEmpty)
        }
    }

    /// What changes the state waits for a mutation that is under way.
    @Test func aChangeWaitsForMutations() async throws {
        try await TenantFixture.with { fixture in
            let connection = try fixture.owner()
            try connection.execute("BEGIN")
            _ = try connection.query(
                "SELECT pg_advisory_xact_lock_shared(3, hashtext($1::text))",
                [.uuid(fixture.first.id)]
            )
            async let response = fixture.data(Self.deactivate, ["input": [:]], as: fixture.first.owner.viewer)
            try await Task.sleep(for: .milliseconds(150))
            #expect(try connection.query("SELECT 1 FROM organization_active_status").isEmpty)
            try connection.execute("COMMIT")
            #expect(try await response["payload"]?["organization"] == ["state": "INACTIVE"])
        }
    }
}
