import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// An invitation to the first organization, with the link's token.
struct TestInvitation {
    let id: JSONValue
    let key: UUID
    let token: String
}

extension TenantFixture {
    /// Invites somebody to the first organization through the API.
    func invite(
        _ email: String,
        _ options: JSONObject = [:],
        as viewer: Viewer? = nil,
        now: Timestamp = .now()
    ) async throws -> TestInvitation {
        var input = options
        input["email"] = .string(email)
        let document = """
            mutation ($input: InvitationCreateInput!) {
              invitationCreate(input: $input) { invitation { id } userErrors { code path } }
            }
            """
        let data = try await data(document, ["input": .object(input)], as: viewer ?? first.owner.viewer, now: now)
        #expect(data.at("invitationCreate.userErrors") == [])
        let id = try #require(data.at("invitationCreate.invitation.id")?.stringValue)
        let key = try #require(GlobalID(id).key(of: .invitation))
        return TestInvitation(id: .string(id), key: key, token: token(of: key))
    }

    /// The token that an invitation's letter carries.
    func token(of invitation: UUID, generation: Int32 = 1) -> String {
        services.accounts.mailedTokens
            .token(.invitation, routingID: first.id, id: invitation, generation: generation).text
    }

    /// Gives a person an address.
    func address(_ email: String, of person: TestPerson, isVerified: Bool = true) throws {
        _ = try owner().query(
            """
            INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at)
            VALUES ($1, 'email', $2, true, CASE WHEN $3 THEN now() END)
            """,
            [.uuid(person.userID), .text(email), .bool(isVerified)]
        )
    }

    /// What the owner reads of an invitation.
    func invitation(_ id: JSONValue, _ fields: String, now: Timestamp = .now()) async throws -> JSONValue? {
        let document = "query ($id: ID!) { node(id: $id) { ... on Invitation { \(fields) } } }"
        return try await data(document, ["id": id], as: first.owner.viewer, now: now)["node"]
    }

    /// The payload of an acceptance.
    func accept(_ token: String, _ fields: String = "", as viewer: Viewer) async throws -> JSONValue {
        try await mutate("invitationAccept", ["token": .string(token)], fields, as: viewer)
    }
}
