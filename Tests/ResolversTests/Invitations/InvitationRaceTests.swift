import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

/// An invitation works once, whoever comes at the same time.
@Suite struct InvitationRaceTests {
    private func memberCount(_ fixture: TenantFixture, _ person: TestPerson) throws -> Int {
        try fixture.owner().query(
            "SELECT FROM organization_members WHERE organization_id = $1 AND user_id = $2",
            [.uuid(fixture.first.id), .uuid(person.userID)]
        ).count
    }

    @Test("One of many acceptances succeeds (case 20)") func oneOfManyAcceptancesSucceeds() async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.second.member
            try fixture.address("eve@example.com", of: person)
            let invitation = try await fixture.invite("eve@example.com")
            let answers = try await withThrowingTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await fixture.response(
                            "invitationAccept",
                            ["token": .string(invitation.token)],
                            as: person.viewer
                        )
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let payloads = answers.compactMap { $0["data"]?["invitationAccept"] }.filter { $0 != .null }
            #expect(payloads.count { $0.userErrorCodes.isEmpty } == 1)
            // The session of those that waited goes on elsewhere, or the invitation is used.
            for answer in answers {
                let payload = answer["data"]?["invitationAccept"]
                let code = answer.errorCode ?? payload?.userErrorCodes.first
                #expect([nil, "TOKEN_STALE", "INVITATION_NOT_PENDING"].contains(code), "\(answer.text)")
            }
            #expect(try memberCount(fixture, person) == 1)
        }
    }

    @Test(arguments: 0..<6) func acceptingAndRevokingExcludeEachOther(round: Int) async throws {
        try await TenantFixture.with { fixture in
            let person = fixture.second.member
            try fixture.address("eve@example.com", of: person)
            let invitation = try await fixture.invite("eve@example.com")
            async let accepted = fixture.accept(invitation.token, as: person.viewer)
            async let revoked = fixture.mutate(
                "invitationRevoke",
                ["invitationId": invitation.id],
                as: fixture.first.owner.viewer
            )
            async let declined = fixture.mutate(
                "invitationDecline",
                ["token": .string(invitation.token)],
                as: person.viewer
            )
            let codes = try await [accepted.userErrorCodes, revoked.userErrorCodes, declined.userErrorCodes]
            #expect(codes.count { $0.isEmpty } == 1)
            #expect(codes.count { $0 == ["INVITATION_NOT_PENDING"] } == 2)
            #expect(try memberCount(fixture, person) == (codes[0].isEmpty ? 1 : 0))
        }
    }
}
