import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// Somebody without an organization of their own, who gets, uses and loses tokens of every kind.
struct TokenHolder {
    static let newPassword = "9Zr! mount kilim"

    let fixture: TenantFixture
    let email: String
    /// When the tokens are made, and the person acts.
    let now: Timestamp
    private let first: JSONValue
    private let second: JSONValue

    init(_ fixture: TenantFixture) async throws {
        self.fixture = fixture
        let person = try await RegisteredPerson.register(fixture, organization: nil)
        try person.join(fixture.first, fixture)
        email = person.email
        now = Timestamp(secondsSinceEpoch: Timestamp.now().secondsSinceEpoch + 1)
        first = try await fixture.signIn(person.email, now: now)
        second = try await fixture.signIn(person.email, now: now)
    }

    private var viewer: Viewer { get throws { try RegisteredPerson.viewer(first["tokens"]) } }
    /// Another session of the same person.
    private var elsewhere: Viewer { get throws { try RegisteredPerson.viewer(second["tokens"]) } }

    /// A live token of the kind.
    func token(_ kind: TokenRow.Kind) async throws -> String {
        switch kind {
        case .access: return try #require(first["tokens"]?["accessToken"]?.stringValue)
        case .refresh: return try #require(first["tokens"]?["refreshToken"]?.stringValue)
        case .verification:
            try await done("emailVerificationSend", [:])
            return try mailed(.emailVerification)
        case .reset:
            try await done("passwordResetRequest", ["email": .string(email)])
            return try mailed(.passwordReset)
        case .addressChange:
            let input: JSONObject = [
                "newEmail": .string("new\(email)"), "password": .string(RegisteredPerson.password),
            ]
            try await done("userEmailChangeRequest", input)
            return try mailed(.emailChange)
        }
    }

    /// Whether the token is accepted.
    func use(_ kind: TokenRow.Kind, _ token: String, at instant: Timestamp) async throws -> Bool {
        switch kind {
        case .access: return try await useAccess(token, at: instant)
        case .refresh: return try await fixture.refresh(token, now: instant)["userErrors"] == []
        case .verification, .addressChange:
            let input: JSONObject = ["token": .string(token)]
            return try await fixture.payload("emailVerify", input, as: nil, now: instant)["userErrors"] == []
        case .reset:
            let input: JSONObject = ["token": .string(token), "newPassword": .string(Self.newPassword)]
            return try await fixture.payload("passwordResetConfirm", input, as: nil, now: instant)["userErrors"] == []
        }
    }

    func end(_ ending: TokenRow.Ending, _ kind: TokenRow.Kind) async throws {
        let password = JSONValue.string(RegisteredPerson.password)
        switch ending {
        case .another: _ = try await token(kind)
        case .signOut: try await done("authLogout", [:])
        case .signOutEverywhere: try await done("authLogoutAll", [:])
        case .switchOrganization:
            let id = GlobalID(.organization, fixture.first.id).description
            try await done("authSwitchOrganization", ["organizationId": .string(id)])
        case .changePasswordElsewhere:
            let input: JSONObject = ["currentPassword": password, "newPassword": .string(Self.newPassword)]
            let changed = try await fixture.payload("passwordChange", input, as: elsewhere, now: now)
            #expect(changed.userErrorCodes == [])
        case .resetPassword:
            let accepted = try await use(.reset, try await token(.reset), at: now)
            #expect(accepted)
        case .changeAddress:
            let accepted = try await use(.addressChange, try await token(.addressChange), at: now)
            #expect(accepted)
        case .deactivate: try await done("userDeactivateSelf", ["password": password])
        case .suspend:
            _ = try fixture.owner().query(
                "INSERT INTO user_suspensions (user_id, reason, suspended_by) VALUES ($1, 'x', $1)",
                [.uuid(viewer.claims.userID)]
            )
        }
    }

    private func done(_ field: String, _ input: JSONObject) async throws {
        let payload = try await fixture.payload(field, input, as: viewer, now: now)
        #expect(payload["userErrors"] == [], "\(payload.text)")
    }

    private func useAccess(_ token: String, at instant: Timestamp) async throws -> Bool {
        let key = try TokenKey(id: "test", secret: Array(repeating: 7, count: 64))
        let codec = AccessTokenCodec(keys: try TokenKeys(current: key), issuer: "test", audience: "test")
        guard let claims = try? codec.verify(token, now: instant) else { return false }
        return try await fixture.refusal(of: Viewer(claims), now: instant) == nil
    }

    /// The token that a letter carries, derived as its sender does.
    private func mailed(_ purpose: MailedTokens.Purpose) throws -> String {
        let userID = try viewer.claims.userID
        let rows = try fixture.owner().query(
            "SELECT id FROM user_tokens WHERE user_id = $1 AND purpose::text = $2 AND consumed_at IS NULL",
            [.uuid(userID), .text(purpose.rawValue)]
        )
        let id = try #require(rows.first).uuid(0)
        return fixture.services.accounts.mailedTokens.token(purpose, routingID: userID, id: id).text
    }
}
