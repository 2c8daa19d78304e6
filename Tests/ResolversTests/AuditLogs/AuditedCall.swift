import Auth
import FoundationEssentials
import JSON
import Schema

/// One valid call of a mutation, after those before it in the list have changed what they change.
struct AuditedCall {
    let mutation: String
    let caller: @Sendable (TenantFixture) -> Viewer
    let input: @Sendable (AuditScene) -> JSONObject
    /// Names for ids of the answer: by the payload's field whose id is kept.
    let keeps: [String: String]

    private init(
        _ mutation: String,
        by caller: @escaping @Sendable (TenantFixture) -> Viewer = { $0.first.owner.viewer },
        keeps: [String: String] = [:],
        _ input: @escaping @Sendable (AuditScene) -> JSONObject
    ) {
        self.mutation = mutation
        self.caller = caller
        self.input = input
        self.keeps = keeps
    }

    /// The payload's fields, and an operation's name for the log.
    var document: String {
        let type = mutation.prefix(1).uppercased() + mutation.dropFirst() + "Input"
        let kept = keeps.keys.map { "\($0) { id }" }.joined(separator: " ")
        return "mutation Audited($input: \(type)!) { \(mutation)(input: $input) { \(kept) userErrors { code path } } }"
    }

    static let all = organization + departments + employees + attendance

    private static let organization = [
        AuditedCall("organizationUpdate") { _ in ["name": "Renamed", "slug": "renamed"] },
        AuditedCall("memberAdd", keeps: ["member": "added"]) { _ in ["email": .string(AuditScene.newcomersAddress)] },
    ]

    private static let departments = [
        AuditedCall("departmentCreate", keeps: ["department": "department"]) { _ in ["name": "Sales"] },
        AuditedCall("departmentUpdate") { ["departmentId": $0["department"], "name": "Purchase"] },
        AuditedCall("departmentDelete") { ["departmentId": $0["department"]] },
    ]

    private static let employees = [
        AuditedCall("employeeCreate", keeps: ["employee": "employee"]) { _ in
            ["employee": ["number": "N-1", "fullName": "New", "hiredOn": "2020-01-01"]]
        },
        AuditedCall("employeeUpdate") { ["employeeId": $0["employee"], "employee": ["jobTitle": "Smith"]] },
        AuditedCall("employeeLinkMember") { ["employeeId": $0["employee"], "memberId": $0["added"]] },
        AuditedCall("employeesBulkUpsert") { _ in
            [
                "items": [
                    ["number": "N-1", "fullName": "Newer", "hiredOn": "2020-01-01"],
                    ["number": "N-2", "fullName": "Next", "hiredOn": "2020-01-01"],
                ]
            ]
        },
        AuditedCall("employeeDelete") { ["employeeId": $0["employee"], "reason": "left"] },
    ]

    private static let attendance = [
        AuditedCall("attendanceClockIn", by: { $0.first.member.viewer }) { _ in [:] },
        AuditedCall("attendanceBreakStart", by: { $0.first.member.viewer }) { _ in [:] },
        AuditedCall("attendanceBreakEnd", by: { $0.first.member.viewer }) { _ in [:] },
        AuditedCall("attendanceClockOut", by: { $0.first.member.viewer }) { _ in [:] },
    ]

    /// The mutations that leave nothing in the audit log of an organization, and why.
    static let exceptions: [String: String] = [
        "authRegister": "makes an account, which belongs to no organization",
        "authLogin": "a sign-in is in the person's own security log",
        "authRefresh": "changes nothing but tokens; the session's rows tell when",
        "authLogout": "ends a session of the person's own; the session's row tells when and why",
        "emailVerificationSend": "sends the person's own letter; the queue's row tells when",
        "emailVerify": "confirms the person's own address; the address's row tells when",
    ]
}

/// What the calls of one test know of each other.
final class AuditScene {
    static let newcomersAddress = "newcomer@example.com"

    private var kept: [String: JSONValue] = [:]

    subscript(name: String) -> JSONValue { kept[name] ?? .null }

    func keep(_ payload: JSONValue, of call: AuditedCall) {
        for (field, name) in call.keeps { kept[name] = payload[field]?["id"] }
    }
}
