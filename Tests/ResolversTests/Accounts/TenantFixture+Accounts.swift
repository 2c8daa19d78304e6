import Auth
import FoundationEssentials
import JSON
import Postgres
import Testing
import Time

extension TenantFixture {
    /// The payload of a mutation with one input; the whole response when it has none.
    ///
    /// - Parameters:
    ///   - fields: what is selected beside the user errors.
    ///   - viewer: nil for an anonymous caller.
    func payload(
        _ field: String,
        _ input: JSONObject = [:],
        _ fields: String = "",
        as viewer: Viewer?,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let type = field.prefix(1).uppercased() + field.dropFirst() + "Input"
        let document = """
            mutation ($input: \(type)!) { \(field)(input: $input) {
              \(fields) userErrors { code path ... on RateLimitError { retryAfterSeconds } } } }
            """
        let response = try await execute(document, ["input": .object(input)], as: viewer, now: now)
        guard let payload = response["data"]?[field], payload != .null else { return response }
        return payload
    }

    /// Signs somebody in.
    func signIn(
        _ identifier: String,
        _ password: String = RegisteredPerson.password,
        now: Timestamp = .now()
    ) async throws -> JSONValue {
        let input: JSONObject = ["identifier": .string(identifier), "password": .string(password)]
        return try await payload("authLogin", input, "tokens { accessToken refreshToken }", as: nil, now: now)
    }

    /// Exchanges a refresh token.
    func refresh(_ token: String, now: Timestamp = .now()) async throws -> JSONValue {
        let input: JSONObject = ["refreshToken": .string(token)]
        return try await payload("authRefresh", input, "tokens { accessToken refreshToken }", as: nil, now: now)
    }

    /// The code of the top-level error that a token is refused with; nil while it is good.
    func refusal(of viewer: Viewer, now: Timestamp = .now()) async throws -> String? {
        try await execute("{ viewer { user { id } } }", as: viewer, now: now).errorCode
    }

    /// The kinds of a person's security log, oldest first.
    func securityLog(of viewer: Viewer) throws -> [String] {
        let rows = try owner().query(
            "SELECT kind FROM auth_events WHERE user_id = $1 AND success ORDER BY occurred_at, kind",
            [.uuid(viewer.claims.userID)]
        )
        return rows.map { $0.string(0) }
    }

    func count(_ sql: String, _ parameters: [Parameter] = []) throws -> Int {
        try owner().query("SELECT count(*) FROM \(sql)", parameters)[0].int(0)
    }
}

extension RegisteredPerson {
    /// Another session of the same person.
    func signInAgain(_ fixture: TenantFixture) async throws -> (viewer: Viewer, refreshToken: String) {
        let payload = try await fixture.signIn(email)
        #expect(payload.userErrorCodes == [])
        let refreshToken = try #require(payload["tokens"]?["refreshToken"]?.stringValue)
        return (try Self.viewer(payload["tokens"]), refreshToken)
    }

    /// Makes the person a plain member of an organization.
    func join(_ organization: TestOrganization, _ fixture: TenantFixture) throws {
        _ = try fixture.owner().query(
            "INSERT INTO organization_members (organization_id, user_id) VALUES ($1, $2)",
            [.uuid(organization.id), .uuid(viewer.claims.userID)]
        )
    }
}

extension JSONValue {
    /// The path of a payload's first user error, without `input`.
    var userErrorField: String? {
        let path = self["userErrors"]?[0]?["path"]?.arrayValue?.compactMap(\.stringValue)
        return path?.dropFirst().joined(separator: ".")
    }
}
