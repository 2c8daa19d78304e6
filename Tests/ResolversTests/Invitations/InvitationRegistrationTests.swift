import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct InvitationRegistrationTests {
    private static let closed: AccountConfiguration = {
        var configuration = AccountConfiguration(publicURL: "http://localhost")
        configuration.isRegistrationEnabled = false
        return configuration
    }()

    private static let document = """
        mutation ($input: AuthRegisterInput!) { authRegister(input: $input) {
          viewer { user { email emailVerified } organization { name } member { role } }
          tokens { accessToken } userErrors { code path } } }
        """

    private func register(
        _ fixture: TenantFixture,
        _ email: String,
        _ token: String?,
        _ options: JSONObject = [:]
    ) async throws -> JSONValue {
        var input = options
        input["email"] = .string(email)
        input["password"] = .string(RegisteredPerson.password)
        input["displayName"] = "Eve"
        if let token { input["invitationToken"] = .string(token) }
        let data = try await fixture.data(Self.document, ["input": .object(input)], as: nil)
        return try #require(data["authRegister"])
    }

    @Test func theLinkLetsPeopleInWhereRegistrationIsClosed() async throws {
        try await TenantFixture.with(accounts: Self.closed) { fixture in
            let invitation = try await fixture.invite("eve@example.com", ["role": "ADMIN"])
            let without = try await register(fixture, "eve@example.com", nil)
            #expect(without.userErrorCodes == ["REGISTRATION_DISABLED"])
            let payload = try await register(fixture, "Eve@example.com", invitation.token)
            #expect(payload["userErrors"] == [])
            #expect(
                payload["viewer"] == [
                    "user": ["email": "Eve@example.com", "emailVerified": true],
                    "organization": ["name": "First"], "member": ["role": "ADMIN"],
                ]
            )
            #expect(try await fixture.invitation(invitation.id, "status")?["status"] == "ACCEPTED")
            #expect(try fixture.auditRows("authRegister").count == 2)
            // The invitation's letter has lost its point, and the address needs none to be verified.
            #expect(try await fixture.deliverMail().isEmpty)
        }
    }

    @Test func aBadLinkRegistersNobody() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            let revoked = try await fixture.invite("bob@example.com")
            _ = try await fixture.mutate(
                "invitationRevoke",
                ["invitationId": revoked.id],
                as: fixture.first.owner.viewer
            )
            let cases: [(String, String, JSONObject, String, String)] = [
                ("eve@example.com", "x", [:], "INVITATION_INVALID", "invitationToken"),
                ("eve@example.com", fixture.token(of: UUID()), [:], "INVITATION_INVALID", "invitationToken"),
                ("bob@example.com", revoked.token, [:], "INVITATION_NOT_PENDING", "invitationToken"),
                ("mallory@example.com", invitation.token, [:], "INVITATION_EMAIL_MISMATCH", "email"),
                ("eve@example.com", invitation.token, ["organizationName": "X"], "INVALID", "organizationName"),
            ]
            for (email, token, options, code, field) in cases {
                let payload = try await register(fixture, email, token, options)
                #expect(payload["userErrors"] == [["code": .string(code), "path": ["input", .string(field)]]])
            }
            #expect(try fixture.owner().query("SELECT FROM user_identifiers").isEmpty)
        }
    }

    /// The person is stored with the membership, or not at all.
    @Test func oneOfTwoRegistrationsSucceeds() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            async let one = register(fixture, "eve@example.com", invitation.token)
            async let two = register(fixture, "eve@example.com", invitation.token)
            let codes = try await [one.userErrorCodes, two.userErrorCodes]
            #expect(codes.count { $0.isEmpty } == 1)
            #expect(codes.contains { $0 == ["TAKEN"] || $0 == ["INVITATION_NOT_PENDING"] })
            #expect(
                try fixture.owner().query("SELECT FROM users WHERE id IN (SELECT user_id FROM user_identifiers)").count
                    == 1
            )
        }
    }
}
