import Auth
import FoundationEssentials
import JSON
import Testing
import Time

/// Somebody who registered through the API.
struct RegisteredPerson: Sendable {
    static let password = "vq8 Kp2 zx!"

    let email: String
    let viewer: Viewer
    let refreshToken: String
    /// The payload's `viewer`.
    let payload: JSONValue

    static func register(
        _ fixture: TenantFixture,
        organization: String? = "Analytical Engines"
    ) async throws -> RegisteredPerson {
        let email = "p\(UInt64.random(in: 0 ... .max))@example.com"
        var input: JSONObject = ["email": .string(email), "password": .string(password), "displayName": "Ada"]
        if let organization { input["organizationName"] = .string(organization) }
        let data = try await fixture.data(registration, ["input": .object(input)], as: nil)
        let payload = try #require(data["authRegister"])
        #expect(payload["userErrors"] == [])
        return RegisteredPerson(
            email: email,
            viewer: try Self.viewer(payload["tokens"]),
            refreshToken: try #require(payload["tokens"]?["refreshToken"]?.stringValue),
            payload: try #require(payload["viewer"])
        )
    }

    /// Whom an access token of the fixture's server stands for.
    static func viewer(_ tokens: JSONValue?) throws -> Viewer {
        let key = try TokenKey(id: "test", secret: Array(repeating: 7, count: 64))
        let codec = AccessTokenCodec(keys: try TokenKeys(current: key), issuer: "test", audience: "test")
        return Viewer(try codec.verify(try #require(tokens?["accessToken"]?.stringValue), now: .now()))
    }

    private static let registration = """
        mutation ($input: AuthRegisterInput!) {
          authRegister(input: $input) {
            viewer {
              user { id displayName email emailVerified state username }
              session { isCurrent organization { name } }
              organization { id name slug state }
              member { role }
              memberships { role organization { name } user { displayName } }
            }
            tokens { accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt tokenType }
            userErrors { code message path }
          }
        }
        """
}

extension JSONValue {
    /// The code of a response's first error.
    var errorCode: String? { self["errors"]?.arrayValue?.first?["extensions"]?["code"]?.stringValue }

    /// The codes of a payload's user errors.
    var userErrorCodes: [String] { self["userErrors"]?.arrayValue?.compactMap { $0["code"]?.stringValue } ?? [] }

    subscript(index: Int) -> JSONValue? {
        guard let items = arrayValue, items.indices.contains(index) else { return nil }
        return items[index]
    }
}
