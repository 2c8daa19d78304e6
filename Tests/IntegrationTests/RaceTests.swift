import JSON
import Postgres
import Testing

extension IntegrationTests {
    /// What may happen once, wanted by 24 clients at the same moment, 20 times over.
    @Suite struct RaceTests {
        private static let clients = 24
        private static let rounds = 20

        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        @Test("A refresh token has one successor (case 23)") func aRefreshTokenHasOneSuccessor() throws {
            let tenant = try Tenant("RefreshRace", on: server)
            let mutation = APIClient.mutation("authRefresh", selecting: "tokens { refreshToken }")
            let client = server.client()
            var token = tenant.refreshToken
            for round in 1...Self.rounds {
                let body = APIClient.body(mutation, ["input": ["refreshToken": .string(token)]])
                let responses = try Simultaneous.responses(Self.clients) { _ in try client.begin(body) }
                let successors = Set(try responses.map { try $0.text(at: "data.authRefresh.tokens.refreshToken") })
                #expect(successors.count == 1, "round \(round)")
                token = try #require(successors.first)
            }
            let rows = try server.database.connect().query(
                """
                SELECT count(*), count(*) FILTER (WHERE t.rotated_at IS NULL AND t.revoked_at IS NULL)
                FROM refresh_tokens t JOIN user_sessions s ON s.user_id = t.user_id AND s.id = t.session_id
                JOIN user_identifiers i ON i.user_id = t.user_id
                WHERE i.value = $1 AND t.parent_id IS NOT NULL AND s.revoked_at IS NULL
                """,
                [.text(tenant.email)]
            )
            #expect(rows[0].int64(0) == Int64(Self.rounds))
            #expect(rows[0].int64(1) == 1)
        }

        @Test func anAdminIsMadeOnceAndUnmadeOnce() throws {
            let team = try Team("AdminRace", on: server)
            let input: JSONValue = ["memberId": .string(team.second.memberID)]
            for round in 1...Self.rounds {
                for field in ["adminGrant", "adminRevoke"] {
                    let body = APIClient.body(APIClient.mutation(field, selecting: ""), ["input": input])
                    let responses = try Simultaneous.responses(Self.clients) { _ in try team.first.client.begin(body) }
                    let codes = responses.map { $0.codes(of: field) }
                    #expect(codes.filter { $0 == [] }.count == 1, "round \(round): \(codes)")
                    #expect(codes.filter { $0 == ["INVALID_TRANSITION"] }.count == Self.clients - 1, "\(codes)")
                }
            }
        }

        /// A grant ends with the membership, whichever comes first.
        @Test("Who is removed is no admin (case 19)") func whoIsRemovedIsNoAdmin() throws {
            var team = try Team("RemovalRace", on: server)
            for round in 1...Self.rounds {
                let input: JSONValue = ["input": ["memberId": .string(team.second.memberID)]]
                let fields = (0..<Self.clients).map { $0 % 2 == 0 ? "adminGrant" : "memberRemove" }
                let responses = try Simultaneous.responses(Self.clients) { index in
                    let mutation = APIClient.mutation(fields[index], selecting: "")
                    return try team.first.client.begin(APIClient.body(mutation, input))
                }
                let codes = zip(fields, responses).map { ($0, $1.codes(of: $0)) }
                #expect(codes.filter { $0.0 == "memberRemove" && $0.1 == [] }.count == 1, "round \(round): \(codes)")
                let refusals = Set(codes.flatMap(\.1))
                #expect(refusals.isSubset(of: ["NOT_FOUND", "INVALID_TRANSITION"]), "round \(round): \(refusals)")
                #expect(try team.liveGrants() == 0, "round \(round)")
                try team.addSecondAgain()
            }
        }

        /// One transfer is the owner's; whoever comes later is owner no more.
        @Test("Ownership is handed over once (case 17)") func ownershipIsHandedOverOnce() throws {
            var team = try Team("TransferRace", on: server)
            let field = "organizationTransferOwnership"
            for round in 1...Self.rounds {
                let input = team.transfer
                let body = APIClient.body(APIClient.mutation(field, selecting: "newOwner { id }"), ["input": input])
                let responses = try Simultaneous.responses(Self.clients) { _ in try team.first.client.begin(body) }
                let codes = responses.map { $0.codes(of: field) }
                #expect(codes.filter { $0 == [] }.count == 1, "round \(round): \(codes)")
                #expect(Set(codes.joined()).isSubset(of: ["TOKEN_STALE"]), "round \(round): \(codes)")
                #expect(try team.owners() == [team.second.memberID], "round \(round)")
                try team.swap()
            }
        }

        /// The owner hands over and leaves, and the next owner leaves or is removed, all at once.
        @Test("An organization always has an active owner (case 16)") func anOrganizationAlwaysHasAnActiveOwner() throws
        {
            var team = try Team("OwnerRace", on: server)
            for round in 1...Self.rounds {
                let second: JSONValue = ["memberId": .string(team.second.memberID)]
                let wishes: [(APIClient, String, JSONValue)] = [
                    (team.first.client, "organizationTransferOwnership", team.transfer),
                    (team.first.client, "memberLeave", [:]), (team.second.client, "memberLeave", [:]),
                    (team.first.client, "memberRemove", second), (team.first.client, "memberDeactivate", second),
                    (team.first.client, "memberActivate", second),
                ]
                let responses = try Simultaneous.responses(Self.clients) { index in
                    let (client, field, input) = wishes[index % wishes.count]
                    return try client.begin(APIClient.body(APIClient.mutation(field, selecting: ""), ["input": input]))
                }
                for (index, response) in responses.enumerated() {
                    let field = wishes[index % wishes.count].1
                    let allowed = ["LAST_OWNER", "NOT_FOUND", "FORBIDDEN", "INVALID_TRANSITION", "TOKEN_STALE"]
                    #expect(Set(response.codes(of: field)).isSubset(of: allowed), "round \(round): \(response.text)")
                }
                #expect(try team.owners().count == 1, "round \(round)")
                try team.gatherAgain()
            }
        }

        /// Whoever follows the link often is a member once. The session of those who come later goes on elsewhere.
        @Test("An invitation is accepted once (case 20)") func anInvitationIsAcceptedOnce() throws {
            let tenant = try Tenant("InvitationRace", on: server)
            let email = "guest@invitation-race.example"
            _ = try Person.signUp(email, organization: nil, on: server)
            let mutation = APIClient.mutation("invitationAccept", selecting: "member { id }")
            for round in 1...Self.rounds {
                let earlier = try server.mailedToken(to: email)
                _ = try tenant.owner.succeed("invitationCreate", ["email": .string(email)])
                let token = try server.mailedToken(to: email, after: earlier)
                let guest = try Person.signIn(email, organizationID: nil, server.client()).client
                let body = APIClient.body(mutation, ["input": ["token": .string(token)]])
                let responses = try Simultaneous.responses(Self.clients) { _ in try guest.begin(body) }
                let codes = responses.map { $0.codes(of: "invitationAccept") }
                #expect(codes.filter { $0 == [] }.count == 1, "round \(round): \(codes)")
                #expect(Set(codes.joined()).isSubset(of: ["TOKEN_STALE", "INVITATION_NOT_PENDING"]), "\(codes)")
                let member = responses.compactMap { $0.at("data.invitationAccept.member.id") }.first
                _ = try tenant.owner.succeed("memberRemove", ["memberId": try #require(member)])
            }
        }
    }
}
