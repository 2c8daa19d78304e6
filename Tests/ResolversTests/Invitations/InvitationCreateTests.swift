import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Schema
import Testing
import Time

@Suite struct InvitationCreateTests {
    @Test func anInvitationIsStoredMailedAndAudited() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let auditor = try fixture.role("auditor", ["audit.read"])
            let employee = UUID()
            try first.insertEmployee(employee, number: "E-9", try fixture.owner())
            let payload = try await fixture.mutate(
                "invitationCreate",
                [
                    "email": " Eve@Example.com ", "roleIds": [auditor],
                    "employeeId": .string(GlobalID(.employee, employee).description),
                ],
                """
                invitation { email role status sendCount decidedAt roles { key } employee { number }
                  invitedBy { id } acceptedBy { id } }
                """,
                as: first.admin.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(
                payload["invitation"] == [
                    "email": "Eve@Example.com", "role": "MEMBER", "status": "PENDING", "sendCount": 1,
                    "decidedAt": .null, "roles": [["key": "auditor"]], "employee": ["number": "E-9"],
                    "invitedBy": ["id": first.admin.memberGlobalID], "acceptedBy": .null,
                ]
            )
            let audit = try #require(try fixture.auditRows("invitationCreate").first?.new)
            #expect(audit.contains(#""email": "Eve@Example.com""#))
            let mails = try await fixture.deliverMail()
            #expect(mails.map(\.to.text) == ["Eve@Example.com"])
            let link = try #require(mails.first?.link)
            #expect(link.hasPrefix("http://localhost/invitation?token="))
            let key = try fixture.owner().query("SELECT id FROM organization_invitations")[0].uuid(0)
            #expect(link.hasSuffix(fixture.token(of: key)))
        }
    }

    @Test("The letter is in the language that was asked for, else in the organization's")
    func theLetterHasALanguage() async throws {
        try await TenantFixture.with { fixture in
            _ = try await fixture.invite("eve@example.com", ["locale": "de-AT"])
            _ = try await fixture.invite("max@example.com")
            try fixture.owner().execute("UPDATE organizations SET locale = 'de'")
            _ = try await fixture.invite("zoe@example.com", ["locale": "en"])
            let subjects = try await fixture.deliverMail().sorted { $0.to.text < $1.to.text }.map(\.subject)
            #expect(subjects.map { $0.contains("lädt Sie zu First ein") } == [true, true, false])
            let refused = try await fixture.mutate(
                "invitationCreate",
                ["email": "kim@example.com", "locale": "German, please"],
                as: fixture.first.owner.viewer
            )
            #expect(refused["userErrors"] == [["code": "INVALID", "path": ["input", "locale"]]])
        }
    }

    /// Neither the token nor anything that makes it is in the database.
    @Test func theDatabaseHoldsOnlyTheHash() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            let rows = try fixture.owner().query(
                """
                SELECT token_hash, (SELECT string_agg(j::text, '') FROM jobs j) || (SELECT string_agg(a::text, '')
                  FROM audit_logs a) || i::text FROM organization_invitations i
                """
            )
            let token = try #require(OpaqueToken(invitation.token))
            #expect(rows[0].bytes(0) == token.hash)
            #expect(!rows[0].string(1).contains(invitation.token))
        }
    }

    @Test func inputsAreRefusedWithTheirCodes() async throws {
        try await TenantFixture.with { fixture in
            let (first, second) = (fixture.first, fixture.second)
            try fixture.address("member@example.com", of: first.member)
            _ = try await fixture.invite("pending@example.com")
            let foreignRole = JSONValue.string(GlobalID(.role, UUID()).description)
            let cases: [(JSONObject, String, String)] = [
                (["email": ""], "REQUIRED", "email"),
                (["email": "nobody"], "INVALID", "email"),
                (["email": .string(String(repeating: "a", count: 330) + "@example.com")], "TOO_LONG", "email"),
                (["email": "MEMBER@example.com"], "ALREADY_MEMBER", "email"),
                (["email": "Pending@example.com"], "ALREADY_INVITED", "email"),
                (["email": "x@example.com", "role": "OWNER"], "ROLE_ESCALATION", "role"),
                (["email": "x@example.com", "role": "ADMIN"], "OWNER_ONLY", "role"),
                (["email": "x@example.com", "roleIds": [foreignRole]], "NOT_FOUND", "roleIds"),
                (["email": "x@example.com", "roleIds": ["x"]], "NOT_FOUND", "roleIds"),
                (
                    ["email": "x@example.com", "employeeId": .string(second.member.employeeGlobalID.description)],
                    "NOT_FOUND", "employeeId"
                ),
                (
                    ["email": "x@example.com", "employeeId": .string(first.member.employeeGlobalID.description)],
                    "TAKEN", "employeeId"
                ),
            ]
            for (input, code, field) in cases {
                let payload = try await fixture.mutate("invitationCreate", input, as: first.admin.viewer)
                let codes = payload["userErrors"]?.arrayValue ?? []
                let expected: JSONValue = ["code": .string(code), "path": ["input", .string(field)]]
                #expect(codes.contains(expected), "\(JSONValue.object(input).text): \(payload.text)")
            }
            let admin = try await fixture.mutate(
                "invitationCreate",
                ["email": "y@example.com", "role": "ADMIN"],
                as: first.owner.viewer
            )
            #expect(admin["userErrors"] == [])
        }
    }

    /// Nobody hands on what they lack.
    @Test func aCustomRoleInvitesWithItsOwnPermissionsOnly() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try fixture.role("inviter", ["invitation.create"], of: [first.manager])
            let auditor = try fixture.role("auditor", ["audit.read"])
            let viewer = first.manager.viewer(role: .member, customPermissions: [.invitationCreate])
            let more = try await fixture.mutate(
                "invitationCreate",
                ["email": "x@example.com", "roleIds": [auditor]],
                as: viewer
            )
            #expect(more["userErrors"] == [["code": "ROLE_ESCALATION", "path": ["input", "roleIds"]]])
            let plain = try await fixture.mutate("invitationCreate", ["email": "x@example.com"], as: viewer)
            #expect(plain["userErrors"] == [])
        }
    }

    /// Of concurrent invitations of one address, one is made.
    @Test func anAddressHasOneOpenInvitation() async throws {
        try await TenantFixture.with { fixture in
            let codes = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await fixture.mutate(
                            "invitationCreate",
                            ["email": "eve@example.com"],
                            as: fixture.first.owner.viewer
                        ).userErrorCodes
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes.count { $0.isEmpty } == 1)
            #expect(codes.count { $0 == ["ALREADY_INVITED"] } == 7)
        }
    }

    /// What is over does not stand in a new one's way, marked or not.
    @Test func anAddressIsFreeAfterTheInvitationIsOver() async throws {
        try await TenantFixture.with { fixture in
            let past = Timestamp.now().adding(days: -30)
            let old = try await fixture.invite("eve@example.com", now: past)
            #expect(try await fixture.invitation(old.id, "status")?["status"] == "EXPIRED")
            _ = try await fixture.invite("eve@example.com")
            #expect(try await fixture.invitation(old.id, "status", now: past)?["status"] == "EXPIRED")
        }
    }
}
