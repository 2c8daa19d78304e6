import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing

/// What a caller may do who is no person.
@Suite struct DeviceSignInTests {
    private func errorCodes(
        _ document: String,
        _ fixture: TenantFixture,
        as device: TestDevice
    ) async throws -> [String] {
        let response = try await fixture.run(document, principal: try device.principal).response
        return response["errors"]?.arrayValue?.compactMap { $0["extensions"]?["code"]?.stringValue } ?? []
    }

    @Test func whatIsPublicIsForDevicesToo() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            let document = "{ __typename server { version } viewer { user { id } } }"
            let response = try await fixture.run(document, principal: try device.principal).response
            #expect(response["errors"] == nil, "\(response.text)")
            #expect(response["data"]?.at("server.version") == "test")
            #expect(response["data"]?["viewer"] == .null)
        }
    }

    /// Whatever asks for another permission, and whatever is for anybody signed in.
    @Test func whatIsForPeopleIsNot() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            for operation in PermissionOperation.all where operation.code != "attendance.clock_device" {
                #expect(
                    try await errorCodes(operation.document, fixture, as: device) == ["FORBIDDEN"],
                    "\(operation.coordinate)"
                )
            }
            for document in [
                "{ organization { name } }", "{ permissions { code } }", #"{ node(id: "x") { id } }"#,
                "mutation { authLogoutAll(input: {}) { userErrors { code } } }",
                "mutation { memberLeave(input: {}) { userErrors { code } } }",
            ] {
                #expect(try await errorCodes(document, fixture, as: device) == ["FORBIDDEN"], "\(document)")
            }
            #expect(try fixture.owner().query("SELECT FROM audit_logs WHERE actor_kind = 'device'").isEmpty)
        }
    }

    @Test func theStateOfTheOrganizationCounts() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            #expect(try await fixture.refusal(of: device) == nil)
            let owner = try fixture.owner()
            let id: [Parameter] = [.uuid(fixture.first.id)]
            _ = try owner.query(
                "INSERT INTO organization_active_status (organization_id, is_active) VALUES ($1, false)",
                id
            )
            #expect(try await fixture.refusal(of: device) == .tenantInactive)
            #expect(try await fixture.refusal(of: device, isMutation: false) == nil)
            _ = try owner.query(
                """
                INSERT INTO organization_suspensions (organization_id, reason, suspended_by)
                VALUES ($1, 'x', $2)
                """,
                id + [.uuid(fixture.second.owner.userID)]
            )
            for isMutation in [false, true] {
                #expect(try await fixture.refusal(of: device, isMutation: isMutation) == .tenantSuspended)
            }
        }
    }

    @Test func anotherOrganizationsKeyOpensNothingHere() async throws {
        try await TenantFixture.with { fixture in
            let device = try await fixture.device()
            let key = try #require(DeviceKey(device.key))
            // The same secret under another organization's id.
            let bytes = try #require(Base64URL.decode(device.key.dropFirst("rollcall_device_".count).utf8))
            let id = withUnsafeBytes(of: fixture.second.id.uuid) { Array($0) }
            let forged = "rollcall_device_" + Base64URL.encode(id + bytes.dropFirst(16))
            #expect(DeviceKey(forged)?.organizationID == fixture.second.id)
            #expect(key.organizationID == fixture.first.id)
            let refusal = try await fixture.refusal(of: TestDevice(id: device.id, key: forged))
            #expect(refusal == .unauthenticated)
        }
    }
}
