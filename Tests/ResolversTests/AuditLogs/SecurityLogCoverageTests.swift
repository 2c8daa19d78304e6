import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Schema
import Testing

/// What people do with their own account is in their own log, and none of their secrets in any table.
@Suite struct SecurityLogCoverageTests {
    /// The kind of the row that each such mutation leaves in `auth_events`.
    private static let kinds: [String: String] = [
        "authLogin": "sign_in", "authSwitchOrganization": "organization_switch",
        "authLogout": "sign_out", "authLogoutAll": "sign_out_everywhere", "sessionRevoke": "sign_out",
        "passwordChange": "password_change", "passwordResetRequest": "password_reset_send",
        "passwordResetConfirm": "password_reset", "emailVerificationSend": "email_verification_send",
        "emailVerify": "email_verify", "userProfileUpdate": "profile_update",
        "userEmailChangeRequest": "email_change_send", "userDeactivateSelf": "deactivation",
    ]

    /// Leaves a row only where it is refused.
    private static let unlogged: Set = ["authRefresh"]

    /// Somebody's way through all of it.
    private final class Life {
        private static let passwords = [RegisteredPerson.password, "9Zr! mount kilim", "Kv4 : lamp orchid"]

        private let fixture: TenantFixture
        private let email: String
        private let userID: UUID
        private var viewer: Viewer
        private(set) var done: Set<String> = []
        private(set) var secrets = passwords

        init(_ fixture: TenantFixture, _ person: RegisteredPerson) {
            self.fixture = fixture
            email = person.email
            userID = person.viewer.claims.userID
            viewer = person.viewer
            secrets.append(person.refreshToken)
        }

        func live(_ person: RegisteredPerson) async throws {
            try await call("emailVerificationSend")
            try await call("emailVerify", ["token": .string(mailedToken())])
            try await call("userProfileUpdate", ["displayName": "Countess"])
            let refreshToken = try await signIn(Self.passwords[0])
            try await enter(call("authRefresh", ["refreshToken": .string(refreshToken)], Self.tokens))
            let session = GlobalID(.session, person.viewer.claims.sessionID).description
            try await call("sessionRevoke", ["sessionId": .string(session)])
            try await call(
                "passwordChange",
                ["currentPassword": .string(Self.passwords[0]), "newPassword": .string(Self.passwords[1])]
            )
            try await call("passwordResetRequest", ["email": .string(email)])
            try await call(
                "passwordResetConfirm",
                ["token": .string(mailedToken()), "newPassword": .string(Self.passwords[2])]
            )
            try await signIn(Self.passwords[2])
            try person.join(fixture.second, fixture)
            let organization = GlobalID(.organization, fixture.second.id).description
            try await enter(call("authSwitchOrganization", ["organizationId": .string(organization)], Self.tokens))
            let newEmail: JSONObject = ["newEmail": "ada@new.example", "password": .string(Self.passwords[2])]
            try await call("userEmailChangeRequest", newEmail)
            _ = try await mailedToken()
            try await signIn(Self.passwords[2])
            try await call("authLogoutAll", ["keepCurrent": true])
            try await call("authLogout")
            try await signIn(Self.passwords[2])
            try await call("userDeactivateSelf", ["password": .string(Self.passwords[2])])
        }

        private static let tokens = "tokens { accessToken refreshToken }"

        @discardableResult
        private func signIn(_ password: String) async throws -> String {
            let input: JSONObject = ["identifier": .string(email), "password": .string(password)]
            return try await enter(call("authLogin", input, Self.tokens))
        }

        /// Goes on with the tokens of a payload. Answers the refresh token.
        @discardableResult
        private func enter(_ payload: JSONValue) throws -> String {
            viewer = try RegisteredPerson.viewer(payload["tokens"])
            let refreshToken = try #require(payload["tokens"]?["refreshToken"]?.stringValue)
            secrets += [refreshToken, try #require(payload["tokens"]?["accessToken"]?.stringValue)]
            return refreshToken
        }

        /// Of the last letter with a link.
        private func mailedToken() async throws -> String {
            let links = try await fixture.deliverMail().compactMap(\.link)
            let token = try #require(links.last?.split(separator: "?token=").last.map(String.init))
            secrets.append(token)
            return token
        }

        @discardableResult
        private func call(
            _ mutation: String,
            _ input: JSONObject = [:],
            _ fields: String = ""
        ) async throws -> JSONValue {
            let connection = try fixture.owner()
            let before = try connection.query("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::int8")[0].int64(0)
            let payload = try await fixture.payload(mutation, input, fields, as: viewer)
            #expect(payload["userErrors"] == [], "\(mutation): \(payload.text)")
            done.insert(mutation)
            if unlogged.contains(mutation) { return payload }
            let kind = try #require(kinds[mutation], "Say in SecurityLogCoverageTests.kinds what \(mutation) leaves.")
            // Who holds a token is not known before it is judged: such attempts are nobody's.
            let people: [UUID?] = [userID, GlobalID.unmatchable.uuid]
            let rows = try connection.query(
                """
                SELECT host(ip), user_agent FROM auth_events
                WHERE user_id = ANY($1) AND kind = $2 AND xmin::text::int8 >= $3
                """,
                [.uuids(people), .text(kind), .int64(before)]
            )
            #expect(!rows.isEmpty, "\(mutation) leaves no \(kind)")
            #expect(rows.allSatisfy { $0.string(0) == "192.0.2.7" && $0.string(1) == "tests" }, "\(mutation)")
            return payload
        }
    }

    @Test func ownMutationsAreThoseThatNoOrganizationLogs() {
        #expect(Self.unlogged.union(Self.kinds.keys) == Set(AuditedCall.exceptions.keys))
    }

    @Test func everyOneLeavesARowAndNoSecretStays() async throws {
        try await TenantFixture.with { fixture in
            let person = try await RegisteredPerson.register(fixture, organization: nil)
            let life = Life(fixture, person)
            try await life.live(person)
            #expect(life.done == Self.unlogged.union(Self.kinds.keys))
            try Self.expectNone(of: life.secrets, in: fixture.owner())
        }
    }

    /// A dump of the database would hold the same texts.
    private static func expectNone(of secrets: [String], in connection: OwnerConnection) throws {
        let tables = try connection.query(
            "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'"
        ).map { $0.string(0) }
        for table in tables {
            let found = try connection.query(
                """
                SELECT s.text FROM unnest($1::text[]) AS s (text) WHERE EXISTS (SELECT FROM \(table) t
                  WHERE strpos(t::text, s.text) > 0 OR strpos(t::text, encode(convert_to(s.text, 'UTF8'), 'hex')) > 0)
                """,
                [.texts(secrets)]
            )
            #expect(found.isEmpty, "\(table) holds a secret as it is")
        }
    }
}
