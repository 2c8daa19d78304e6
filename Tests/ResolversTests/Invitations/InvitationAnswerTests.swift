import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct InvitationAnswerTests {
    private static let preview = """
        query ($token: String!) { invitationPreview(token: $token) {
          organizationName inviterName email role status requiresRegistration } }
        """

    @Test func theHolderOfTheLinkSeesWhatItIsAbout() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com", ["role": "ADMIN"])
            let variables: JSONObject = ["token": .string(invitation.token)]
            let anonymous = try await fixture.data(Self.preview, variables, as: nil)
            #expect(
                anonymous["invitationPreview"] == [
                    "organizationName": "First", "inviterName": "Somebody", "email": "e***@example.com",
                    "role": "ADMIN", "status": "PENDING", "requiresRegistration": true,
                ]
            )
            try fixture.address("Eve@example.com", of: fixture.second.member)
            let own = try await fixture.data(Self.preview, variables, as: fixture.second.member.viewer)
            #expect(own.at("invitationPreview.email") == "eve@example.com")
            #expect(own.at("invitationPreview.requiresRegistration") == false)
            for unknown in ["x", fixture.token(of: UUID()), ""] {
                let nothing = try await fixture.data(Self.preview, ["token": .string(unknown)], as: nil)
                #expect(nothing == ["invitationPreview": .null])
            }
        }
    }

    @Test func aPersonFindsTheInvitationsToTheirAddresses() async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.second.member
            _ = try await fixture.invite("eve@example.com")
            _ = try await fixture.invite("bob@example.com")
            let document = "{ viewer { invitations { organizationName email } } }"
            try fixture.address("eve@example.com", of: person, isVerified: false)
            #expect(try await fixture.data(document, as: person.viewer).at("viewer.invitations") == [])
            try fixture.owner().execute("UPDATE user_identifiers SET verified_at = now()")
            #expect(
                try await fixture.data(document, as: person.viewer).at("viewer.invitations")
                    == [["organizationName": "First", "email": "eve@example.com"]]
            )
        }
    }

    @Test func acceptingMakesAMemberWithAllThatWasGranted() async throws {
        try await TenantFixture.with { fixture in
            let (first, person) = (fixture.first, fixture.second.owner)
            let auditor = try fixture.role("auditor", ["audit.read"])
            let employee = UUID()
            try first.insertEmployee(employee, number: "E-9", try fixture.owner())
            let invitation = try await fixture.invite(
                "eve@example.com",
                [
                    "role": "ADMIN", "roleIds": [auditor],
                    "employeeId": .string(GlobalID(.employee, employee).description),
                ]
            )
            try fixture.address("eve@example.com", of: person)
            let payload = try await fixture.accept(
                invitation.token,
                "member { role } organization { name } tokens { accessToken refreshToken }",
                as: person.viewer
            )
            #expect(payload["userErrors"] == [])
            #expect(payload["member"] == ["role": "ADMIN"])
            #expect(payload["organization"] == ["name": "First"])
            let viewer = try RegisteredPerson.viewer(payload["tokens"])
            #expect(viewer.claims.membership?.organizationID == first.id)
            #expect(viewer.claims.membership?.customPermissions == [.auditRead])
            let data = try await fixture.data("{ viewer { member { role } employee { number } } }", as: viewer)
            #expect(data["viewer"] == ["member": ["role": "ADMIN"], "employee": ["number": "E-9"]])
            let before = try await fixture.execute("{ organization { name } }", as: person.viewer)
            #expect(before.errorCode == "TOKEN_STALE")
            let status = try await fixture.invitation(invitation.id, "status acceptedBy { id }")
            #expect(
                status == [
                    "status": "ACCEPTED", "acceptedBy": ["id": .string(GlobalID(.user, person.userID).description)],
                ]
            )
            #expect(try fixture.auditRows("invitationAccept").count == 2)
        }
    }

    @Test("Others than who was invited cannot accept (case 20)") func othersCannotAccept() async throws {
        try await TenantFixture.with { fixture in
            let (first, second) = (fixture.first, fixture.second)
            let invitation = try await fixture.invite("eve@example.com")
            try fixture.address("bob@example.com", of: second.admin)
            try fixture.address("eve@example.com", of: second.member, isVerified: false)
            let cases: [(String, Viewer, String)] = [
                ("x", second.member.viewer, "INVITATION_INVALID"),
                (fixture.token(of: UUID()), second.member.viewer, "INVITATION_INVALID"),
                (invitation.token, second.admin.viewer, "INVITATION_EMAIL_MISMATCH"),
                (invitation.token, second.manager.viewer, "INVITATION_EMAIL_MISMATCH"),
                (invitation.token, second.member.viewer, "EMAIL_NOT_VERIFIED"),
            ]
            for (token, viewer, code) in cases {
                let payload = try await fixture.accept(token, as: viewer)
                #expect(payload["userErrors"] == [["code": .string(code), "path": ["input", "token"]]])
            }
            try fixture.owner().execute(
                "UPDATE user_identifiers SET released_at = now() WHERE value = 'eve@example.com'"
            )
            try fixture.address("eve@example.com", of: first.member)
            let member = try await fixture.accept(invitation.token, as: first.member.viewer)
            #expect(member.userErrorCodes == ["ALREADY_MEMBER"])
            let anonymous = try await fixture.execute(
                #"mutation { invitationAccept(input: {token: "x"}) { userErrors { code } } }"#,
                as: nil
            )
            #expect(anonymous.errorCode == "UNAUTHENTICATED")
        }
    }

    /// Inviter and organization are asked again.
    @Test(arguments: [
        ("DELETE FROM organization_admins WHERE revoked_at IS NULL", "INVITATION_INVALID"),
        (
            "UPDATE organization_admins SET revoked_at = clock_timestamp(); "
                + "UPDATE organization_members SET access_state = 'deactivated' WHERE id IN (SELECT invited_by FROM organization_invitations)",
            "INVITATION_INVALID"
        ),
        ("UPDATE employees SET deleted_at = now()", "INVITATION_INVALID"),
        (
            "INSERT INTO organization_suspensions (organization_id, reason, suspended_by) "
                + "SELECT organization_id, 'x', invited_by FROM organization_invitations", "ORGANIZATION_SUSPENDED"
        ),
        (
            "INSERT INTO organization_archives (organization_id, archived_by) "
                + "SELECT organization_id, invited_by FROM organization_invitations", "ORGANIZATION_ARCHIVED"
        ),
        (
            "INSERT INTO organization_active_status (organization_id, is_active) "
                + "SELECT organization_id, false FROM organization_invitations", "ORGANIZATION_INACTIVE"
        ),
    ])
    func nothingIsGrantedThatNobodyStandsBehind(change: String, code: String) async throws {
        try await TenantFixture.with { fixture in
            let employee = UUID()
            try fixture.first.insertEmployee(employee, number: "E-9", try fixture.owner())
            let invitation = try await fixture.invite(
                "eve@example.com",
                ["employeeId": .string(GlobalID(.employee, employee).description)],
                as: fixture.first.admin.viewer
            )
            try fixture.address("eve@example.com", of: fixture.second.member)
            try fixture.owner().execute(change)
            let payload = try await fixture.accept(invitation.token, as: fixture.second.member.viewer)
            #expect(payload.userErrorCodes == [code])
            let members = try fixture.owner().query(
                "SELECT FROM organization_members WHERE organization_id = $1 AND user_id = $2",
                [.uuid(fixture.first.id), .uuid(fixture.second.member.userID)]
            )
            #expect(members.isEmpty)
        }
    }

    @Test func anInvitationThatIsOverCannotBeAnswered() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com", now: .now().adding(days: -30))
            try fixture.address("eve@example.com", of: fixture.second.member)
            let viewer = fixture.second.member.viewer
            #expect(try await fixture.accept(invitation.token, as: viewer).userErrorCodes == ["INVITATION_NOT_PENDING"])
            let declined = try await fixture.mutate(
                "invitationDecline",
                ["token": .string(invitation.token)],
                as: viewer
            )
            #expect(declined.userErrorCodes == ["INVITATION_NOT_PENDING"])
        }
    }

    /// Whoever has no link to an organization does not make its mutations wait.
    @Test func aForgedLinkLocksNothing() async throws {
        try await TenantFixture.with { fixture in
            let token = JSONValue.string(fixture.token(of: UUID()))
            let statements = try await fixture.statements.during {
                for mutation in ["invitationAccept", "invitationDecline"] {
                    let payload = try await fixture.mutate(
                        mutation,
                        ["token": token],
                        as: fixture.second.member.viewer
                    )
                    #expect(payload.userErrorCodes == ["INVITATION_INVALID"])
                }
            }
            #expect(statements == ["invitation of link", "invitation of link"])
        }
    }

    @Test func theHolderOfTheLinkMayDecline() async throws {
        try await TenantFixture.with { fixture in
            let invitation = try await fixture.invite("eve@example.com")
            let document = """
                mutation ($input: InvitationDeclineInput!) { invitationDecline(input: $input) {
                  invitation { status email } userErrors { code path } } }
                """
            let variables: JSONObject = ["input": ["token": .string(invitation.token)]]
            let declined = try await fixture.data(document, variables, as: nil)
            #expect(
                declined["invitationDecline"]
                    == ["invitation": ["status": "DECLINED", "email": "e***@example.com"], "userErrors": []]
            )
            #expect(try fixture.auditRows("invitationDecline").first?.new == #"{"status": "DECLINED"}"#)
            let again = try await fixture.data(document, variables, as: nil)
            #expect(again["invitationDecline"]?.userErrorCodes == ["INVITATION_NOT_PENDING"])
            for unknown in ["x", fixture.token(of: UUID())] {
                let nothing = try await fixture.data(document, ["input": ["token": .string(unknown)]], as: nil)
                #expect(nothing["invitationDecline"]?.userErrorCodes == ["INVITATION_INVALID"])
            }
        }
    }
}
