import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Schema
import Testing
import Time

@Suite struct InvitationManageTests {
    @Test("Sending again kills the old link (case 20)") func sendingAgainKillsTheOldLink() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            let payload = try await fixture.mutate(
                "invitationResend",
                ["invitationId": invitation.id],
                "invitation { sendCount status }",
                as: fixture.first.admin.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["invitation"] == ["sendCount": 2, "status": "PENDING"])
            try fixture.address("eve@example.com", of: fixture.second.member)
            let old = try await fixture.accept(invitation.token, as: fixture.second.member.viewer)
            #expect(old["userErrors"] == [["code": "INVITATION_INVALID", "path": ["input", "token"]]])
            #expect(try fixture.auditRows("invitationResend").count == 1)
            let mails = try await fixture.deliverMail()
            #expect(
                mails.compactMap(\.link).map { $0.suffix(64) } == [
                    fixture.token(of: invitation.key, generation: 2).suffix(64)
                ]
            )
            let new = try await fixture.accept(
                fixture.token(of: invitation.key, generation: 2),
                as: fixture.second.member.viewer
            )
            #expect(new["userErrors"] == [])
        }
    }

    @Test func oneThatIsOverCanBeSentAgain() async throws {
        try await TenantFixture.with { fixture in
            let old = try await fixture.invite("eve@example.com", now: .now().adding(days: -30))
            let input: JSONObject = ["invitationId": old.id]
            let payload = try await fixture.mutate(
                "invitationResend",
                input,
                "invitation { status decidedAt }",
                as: fixture.first.owner.viewer
            )
            #expect(payload["invitation"] == ["status": "PENDING", "decidedAt": .null])
            let older = try await fixture.invite("bob@example.com", now: .now().adding(days: -30))
            _ = try await fixture.invite("bob@example.com")
            let second = try await fixture.mutate(
                "invitationResend",
                ["invitationId": older.id],
                as: fixture.first.owner.viewer
            )
            #expect(second["userErrors"] == [["code": "ALREADY_INVITED", "path": ["input", "invitationId"]]])
        }
    }

    @Test func lettersAreBounded() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            for _ in 0..<9 {
                let payload = try await fixture.mutate(
                    "invitationResend",
                    ["invitationId": invitation.id],
                    as: fixture.first.owner.viewer
                )
                #expect(payload["userErrors"] == [], "\(payload.text) \(fixture.log.all)")
            }
            let payload = try await fixture.mutate(
                "invitationResend",
                ["invitationId": invitation.id],
                as: fixture.first.owner.viewer
            )
            #expect(payload.userErrorCodes == ["LIMIT_REACHED"])
        }
    }

    @Test func aRevokedInvitationIsOver() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let invitation = try await fixture.invite("eve@example.com")
            let payload = try await fixture.mutate(
                "invitationRevoke",
                ["invitationId": invitation.id],
                "invitation { status }",
                as: first.admin.viewer
            )
            #expect(payload["invitation"] == ["status": "REVOKED"])
            #expect(try fixture.auditRows("invitationRevoke").first?.new == #"{"status": "REVOKED"}"#)
            for mutation in ["invitationRevoke", "invitationResend"] {
                let again = try await fixture.mutate(mutation, ["invitationId": invitation.id], as: first.owner.viewer)
                #expect(
                    again["userErrors"] == [["code": "INVITATION_NOT_PENDING", "path": ["input", "invitationId"]]]
                )
            }
            try fixture.address("eve@example.com", of: fixture.second.member)
            let late = try await fixture.accept(invitation.token, as: fixture.second.member.viewer)
            #expect(late.userErrorCodes == ["INVITATION_NOT_PENDING"])
            #expect(try await fixture.deliverMail().isEmpty)
        }
    }

    @Test(arguments: ["invitationRevoke", "invitationResend"])
    func anotherOrganizationsInvitationsAreMissing(mutation: String) async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            let payload = try await fixture.mutate(
                mutation,
                ["invitationId": invitation.id],
                as: fixture.second.owner.viewer
            )
            #expect(payload["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "invitationId"]]])
            let node = try await fixture.data(
                "query ($id: ID!) { node(id: $id) { id } }",
                ["id": invitation.id],
                as: fixture.second.owner.viewer
            )
            #expect(node == ["node": .null])
        }
    }

    @Test func listsAreFilteredOrderedAndCounted() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            _ = try await fixture.invite("old@example.com", now: .now().adding(days: -30))
            for name in ["b", "a", "c"] { _ = try await fixture.invite("\(name)@example.com") }
            let revoked = try await fixture.invite("d@example.com")
            _ = try await fixture.mutate("invitationRevoke", ["invitationId": revoked.id], as: first.owner.viewer)
            let document = """
                { organization {
                  pending: invitations(filter: {status: [PENDING]}, orderBy: [{field: EMAIL}], first: 2) {
                    totalCount nodes { email } pageInfo { hasNextPage endCursor } }
                  over: invitations(filter: {status: [EXPIRED, REVOKED]}) { nodes { email } }
                  named: invitations(filter: {email: {startsWith: "A@"}}) { nodes { email } }
                  early: invitations(filter: {createdAt: {lt: "2020-01-01T00:00:00Z"}}) { totalCount }
                  invitationStats { pending accepted declined revoked expired }
                  stats { pendingInvitationCount websiteCount } } }
                """
            let organization = try #require(
                try await fixture.data(document, as: first.admin.viewer)["organization"]
            )
            #expect(organization.at("pending.totalCount") == 3)
            #expect(organization.at("pending.nodes") == [["email": "a@example.com"], ["email": "b@example.com"]])
            #expect(organization.at("pending.pageInfo.hasNextPage") == true)
            #expect(organization.at("over.nodes") == [["email": "old@example.com"], ["email": "d@example.com"]])
            #expect(organization.at("named.nodes") == [["email": "a@example.com"]])
            #expect(organization.at("early.totalCount") == 0)
            #expect(
                organization["invitationStats"]
                    == ["pending": 3, "accepted": 0, "declined": 0, "revoked": 1, "expired": 1]
            )
            #expect(organization["stats"] == ["pendingInvitationCount": 3, "websiteCount": 0])
            let other = try await fixture.data(
                "{ organization { invitations { totalCount } invitationStats { pending } } }",
                as: fixture.second.owner.viewer
            )
            #expect(other == ["organization": ["invitations": ["totalCount": 0], "invitationStats": ["pending": 0]]])
        }
    }

    @Test func backgroundWorkMarksWhatIsOver() async throws {
        try await TenantFixture.with { fixture in
            let old = try await fixture.invite("old@example.com", now: .now().adding(days: -30))
            let new = try await fixture.invite("new@example.com")
            _ = try fixture.owner().query("INSERT INTO jobs (kind) VALUES ('invitations_expire')")
            _ = try await fixture.deliverMail()
            let rows = try fixture.owner().query(
                "SELECT id, status::text, decided_at = expires_at FROM organization_invitations"
            )
            let states = Dictionary(uniqueKeysWithValues: rows.map { ($0.uuid(0), $0.string(1)) })
            #expect(states == [old.key: "expired", new.key: "pending"])
            #expect(rows.first { $0.uuid(0) == old.key }?.bool(2) == true)
        }
    }
}
