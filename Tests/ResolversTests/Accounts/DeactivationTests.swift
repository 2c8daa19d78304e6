import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Testing
import Time

@Suite struct DeactivationTests {
    private func deactivate(
        _ fixture: TenantFixture,
        as viewer: Viewer,
        password: String = RegisteredPerson.password
    ) async throws -> JSONValue {
        try await fixture.payload("userDeactivateSelf", ["password": .string(password)], "success", as: viewer)
    }

    @Test func signsOutEverywhereAndForGood() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            let second = try await person.signInAgain(fixture)
            #expect(try await deactivate(fixture, as: second.viewer) == ["success": true, "userErrors": []])
            for viewer in [person.viewer, second.viewer] {
                #expect(try await fixture.refusal(of: viewer) == "UNAUTHENTICATED")
            }
            #expect(try await fixture.refresh(person.refreshToken).userErrorCodes == ["TOKEN_INVALID"])
            #expect(try await fixture.signIn(person.email).userErrorCodes == ["INVALID_CREDENTIALS"])
            let reset: JSONObject = ["email": .string(person.email)]
            #expect(try await fixture.payload("passwordResetRequest", reset, "accepted", as: nil)["accepted"] == true)
            let letters = try await fixture.deliverMail().filter { $0.to.text == person.email }
            #expect(letters == [])
            #expect(try fixture.securityLog(of: person.viewer).contains("deactivation"))
        }
    }

    @Test func anOwnerStays() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture)
            let refused = try await deactivate(fixture, as: person.viewer)
            #expect(refused.userErrorCodes == ["LAST_OWNER"])
            #expect(refused["success"] == false)
            #expect(try await fixture.refusal(of: person.viewer) == nil)
            #expect(try await fixture.signIn(person.email).userErrorCodes == [])
        }
    }

    @Test func asksForThePassword() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            let wrong = try await deactivate(fixture, as: person.viewer, password: "wrong password")
            #expect(wrong.userErrorCodes == ["INVALID_CREDENTIALS"])
            #expect(wrong.userErrorField == "password")
            #expect(try await fixture.refusal(of: person.viewer) == nil)
        }
    }

    /// Ownership is handed over under the organization's lock, which a deactivation waits for.
    @Test func whoIsMadeTheOwnerMeanwhileStays() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            try person.join(fixture.first, fixture)
            let owner = try fixture.owner()
            try owner.execute("BEGIN; SELECT 1 FROM organizations WHERE id = '\(fixture.first.id)' FOR NO KEY UPDATE")
            let waiting = Task { try await deactivate(fixture, as: person.viewer) }
            let isBlocked = "pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            let limit = ContinuousClock.now + .seconds(60)
            while try fixture.count(isBlocked) == 0, .now < limit { try await Task.sleep(for: .milliseconds(20)) }
            try owner.execute(
                """
                UPDATE organization_owners SET ended_at = clock_timestamp() WHERE organization_id = '\(fixture.first.id)';
                INSERT INTO organization_owners (organization_id, member_id)
                SELECT organization_id, id FROM organization_members
                WHERE organization_id = '\(fixture.first.id)' AND user_id = '\(person.viewer.claims.userID)';
                UPDATE organizations SET current_owner_id = (
                    SELECT id FROM organization_owners WHERE organization_id = '\(fixture.first.id)' AND ended_at IS NULL)
                WHERE id = '\(fixture.first.id)';
                COMMIT
                """
            )
            let refused = try await waiting.value
            #expect(refused.userErrorCodes == ["LAST_OWNER"], "\(refused.text)")
        }
    }
}
