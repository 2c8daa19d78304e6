import JSON
import Testing

/// An organization that was signed up over the API, and its owner.
struct Tenant {
    static let password = "correct horse battery"

    let server: RunningServer
    let email: String
    let owner: APIClient
    let refreshToken: String
    let organizationID: String

    /// Registers, confirms the address with the letter's token, and signs in.
    init(_ name: String, on server: RunningServer) throws {
        self.server = server
        email = "owner@\(name.lowercased()).example"
        let person = try Person.signUp(email, organization: name, on: server)
        owner = person.client
        refreshToken = person.refreshToken
        organizationID = try owner.data("{ organization { id } }").text(at: "organization.id")
    }

    func department(_ name: String, code: String? = nil) throws -> String {
        let input: JSONValue = ["name": .string(name), "code": code.map { .string($0) } ?? .null]
        return try owner.succeed("departmentCreate", input, selecting: "department { id }").text(at: "department.id")
    }

    /// - Parameter more: further members of EmployeeInput.
    func employee(_ number: String, _ fullName: String, _ more: JSONObject = JSONObject()) throws -> String {
        var employee = more
        employee["number"] = .string(number)
        employee["fullName"] = .string(fullName)
        employee["hiredOn"] = more["hiredOn"] ?? "2029-01-01"
        let payload = try owner.succeed("employeeCreate", ["employee": .object(employee)], selecting: "employee { id }")
        return try payload.text(at: "employee.id")
    }

    /// Makes a person a member and links them to the employee.
    func join(_ email: String, as employeeID: String) throws -> APIClient {
        let person = try Person.signUp(email, organization: nil, on: server)
        let member = try owner.succeed("memberAdd", ["email": .string(email)], selecting: "member { id }")
        let memberID = try member.text(at: "member.id")
        _ = try owner.succeed(
            "employeeLinkMember",
            ["employeeId": .string(employeeID), "memberId": .string(memberID)],
            selecting: "employee { member { id } }"
        )
        return try Person.signIn(email, organizationID: organizationID, person.client).client
    }
}

/// Somebody who is signed in.
struct Person {
    let client: APIClient
    let refreshToken: String

    private static let tokens = "tokens { accessToken refreshToken } viewer { organization { id } }"

    static func signUp(_ email: String, organization: String?, on server: RunningServer) throws -> Person {
        let anonymous = server.client()
        let input: JSONValue = [
            "email": .string(email), "password": .string(Tenant.password), "displayName": "Somebody",
            "organizationName": organization.map { .string($0) } ?? .null,
        ]
        _ = try anonymous.succeed("authRegister", input, selecting: tokens)
        let token = try server.mailedToken(to: email)
        let verified = try anonymous.succeed(
            "emailVerify",
            ["token": .string(token)],
            selecting: "user { id }"
        )
        try #require(verified.at("user.id") != nil)
        return try signIn(email, organizationID: nil, anonymous)
    }

    static func signIn(_ email: String, organizationID: String?, _ client: APIClient) throws -> Person {
        let input: JSONValue = [
            "identifier": .string(email), "password": .string(Tenant.password),
            "organizationId": organizationID.map { .string($0) } ?? .null,
        ]
        var client = client
        client.token = nil
        let payload = try client.succeed("authLogin", input, selecting: tokens)
        client.token = try payload.text(at: "tokens.accessToken")
        return Person(client: client, refreshToken: try payload.text(at: "tokens.refreshToken"))
    }
}
