import Glibc
import JSON
import Postgres
import Testing

extension IntegrationTests {
    /// An invitation works once, however many come with it at the same moment.
    @Suite struct InvitationTests {
        private static let rounds = 20
        private static let clients = 24

        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        /// Invites somebody who has an account, and answers the token of the letter.
        private func invite(_ email: String, to tenant: Tenant) throws -> String {
            let earlier = try server.mailedToken(to: email)
            _ = try tenant.owner.succeed("invitationCreate", ["email": .string(email)])
            let limit = ContinuousClock.now + .seconds(10)
            while ContinuousClock.now < limit {
                let token = try server.mailedToken(to: email)
                if token != earlier { return token }
                usleep(10_000)
            }
            let missing: String? = nil
            return try #require(missing, "No invitation has come to \(email).")
        }

        @Test func isAcceptedOnce() throws {
            let tenant = try Tenant("Acceptances", on: server)
            let mutation = APIClient.mutation("invitationAccept", selecting: "member { id }")
            for round in 0..<Self.rounds {
                let email = "guest\(round)@acceptances.example"
                let guest = try Person.signUp(email, organization: nil, on: server)
                let token = try invite(email, to: tenant)
                let body = APIClient.body(mutation, ["input": ["token": .string(token)]])
                let exchanges = try (0..<Self.clients).map { _ in try guest.client.begin(body) }
                let answers = try exchanges.map { try #require($0.reply()).json() }
                #expect(answers.count { $0.at("data.invitationAccept.member.id")?.stringValue != nil } == 1)
                // The session of those that waited goes on elsewhere, or they find the invitation used.
                for answer in answers {
                    let codes =
                        answer.at("data.invitationAccept")?.codes.first
                        ?? answer.at("errors.0.extensions.code")?.stringValue
                    #expect([nil, "TOKEN_STALE", "INVITATION_NOT_PENDING"].contains(codes), "\(answer.text)")
                }
                let rows = try server.database.connect().query(
                    """
                    SELECT count(*) FROM organization_members m JOIN user_identifiers i USING (user_id)
                    WHERE i.value = $1 AND m.ended_at IS NULL
                    """,
                    [.text(email)]
                )
                #expect(rows[0].int64(0) == 1)
            }
        }
    }
}
