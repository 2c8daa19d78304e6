import Auth
import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing

extension TenantFixture {
    /// The payload of a mutation whose one argument is an input object.
    ///
    /// - Parameter fields: what is selected beside the user errors' code and path.
    func mutate(_ name: String, _ input: JSONObject, _ fields: String = "", as viewer: Viewer) async throws -> JSONValue
    {
        let response = try await response(name, input, fields, as: viewer)
        return response["data"]?[name] ?? response
    }

    /// The whole response of the same.
    func response(
        _ name: String,
        _ input: JSONObject,
        _ fields: String = "",
        as viewer: Viewer
    ) async throws -> JSONValue {
        let type = name.prefix(1).uppercased() + name.dropFirst() + "Input"
        let document = """
            mutation ($input: \(type)!) { \(name)(input: $input) { \(fields) userErrors { code path } } }
            """
        return try await execute(document, ["input": .object(input)], as: viewer)
    }

    /// The audit log's rows of a mutation in the first organization, oldest first: old values, new values and reason.
    func auditRows(_ action: String) throws -> [(old: String?, new: String?, reason: String?)] {
        try owner().query(
            """
            SELECT old_values::text, new_values::text, reason FROM audit_logs
            WHERE organization_id = $1 AND action = $2 ORDER BY occurred_at
            """,
            [.uuid(first.id), .text(action)]
        ).map { ($0.optionalString(0), $0.optionalString(1), $0.optionalString(2)) }
    }

    /// Gives somebody a password, as the database has it.
    func setPassword(_ text: String, of person: TestPerson) async throws {
        let password = try #require(NormalizedPassword(text))
        _ = try owner().query(
            "INSERT INTO user_login_password (user_id, password_hash) VALUES ($1, $2)",
            [.uuid(person.userID), .text(try await PasswordHasher().hash(password))]
        )
    }

    /// Makes a custom role of the first organization and gives it to people, as the database has it.
    func role(_ key: String, _ codes: [String], of people: [TestPerson] = []) throws -> JSONValue {
        let id = UUID()
        let owner = try owner()
        _ = try owner.query(
            "INSERT INTO roles (organization_id, id, key, name, permissions) VALUES ($1, $2, $3, $3, to_jsonb($4::text[]))",
            [.uuid(first.id), .uuid(id), .text(key), .texts(codes)]
        )
        for person in people {
            _ = try owner.query(
                """
                INSERT INTO organization_member_roles (organization_id, member_id, role_id, granted_by)
                VALUES ($1, $2, $3, $4)
                """,
                [.uuid(first.id), .uuid(person.memberID), .uuid(id), .uuid(first.owner.userID)]
            )
        }
        return .string(GlobalID(.role, id).description)
    }
}
