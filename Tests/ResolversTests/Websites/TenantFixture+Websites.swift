import Auth
import JSON
import Testing

extension TenantFixture {
    /// Makes a website of the first organization, and answers its id.
    func website(_ key: String, _ options: JSONObject = [:]) async throws -> JSONValue {
        var input = options
        input["key"] = .string(key)
        input["name"] = input["name"] ?? .string("Site \(key)")
        let payload = try await mutate("websiteCreate", input, "website { id }", as: first.owner.viewer)
        #expect(payload["userErrors"] == [])
        return try #require(payload.at("website.id"))
    }

    /// Gives a member of the first organization a role on a website.
    func grant(_ role: String, on website: JSONValue, to person: TestPerson) async throws {
        let payload = try await mutate(
            "websiteMemberSet",
            ["websiteId": website, "memberId": person.memberGlobalID, "role": .string(role)],
            as: first.owner.viewer
        )
        #expect(payload["userErrors"] == [])
    }

    /// What somebody reads of a website.
    func website(_ id: JSONValue, _ fields: String, as viewer: Viewer) async throws -> JSONValue {
        try await execute(
            "query ($id: ID!) { node(id: $id) { ... on Website { \(fields) } } }",
            ["id": id],
            as: viewer
        )
    }
}
