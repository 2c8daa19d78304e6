import Auth
import FoundationEssentials
import JSON
import Schema

/// One valid call of a mutation, after those before it in the list have changed what they change.
struct AuditedCall {
    let mutation: String
    let caller: KeyPath<TenantFixture, TestPerson> & Sendable
    let input: @Sendable (AuditScene) -> JSONObject
    /// Names for ids of the answer: by the payload's field whose id is kept.
    let keeps: [String: String]

    private init(
        _ mutation: String,
        by caller: KeyPath<TenantFixture, TestPerson> & Sendable = \.first.owner,
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

    static let all = organization + roles + members + departments + employees + attendance + endings

    private static let organization = [
        AuditedCall("organizationUpdate") { _ in ["name": "Renamed", "slug": "renamed"] },
        AuditedCall("memberAdd", keeps: ["member": "added"]) { _ in ["email": .string(AuditScene.newcomersAddress)] },
    ]

    private static let roles = [
        AuditedCall("roleCreate", keeps: ["role": "role"]) { _ in
            ["key": "clerk", "name": "Clerk", "permissions": ["member.read"]]
        },
        AuditedCall("roleUpdate") { ["roleId": $0["role"], "permissions": ["member.read", "audit.read"]] },
        AuditedCall("roleDelete") { ["roleId": $0["role"]] },
    ]

    private static let members = [
        AuditedCall("memberUpdate") { ["memberId": $0["added"], "title": "Clerk"] },
        AuditedCall("membersBulkUpdate") { ["items": [["memberId": $0["added"], "title": "Head clerk"]]] },
        AuditedCall("adminGrant") { ["memberId": $0["added"]] },
        AuditedCall("adminRevoke") { ["memberId": $0["added"], "reason": "enough"] },
        AuditedCall("memberSuspend") { ["memberId": $0["added"], "reason": "to be looked into"] },
        AuditedCall("memberActivate") { ["memberId": $0["added"]] },
        AuditedCall("memberDeactivate") { ["memberId": $0["added"]] },
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
        AuditedCall("attendanceClockIn", by: \.first.member) { _ in [:] },
        AuditedCall("attendanceBreakStart", by: \.first.member) { _ in [:] },
        AuditedCall("attendanceBreakEnd", by: \.first.member) { _ in [:] },
        AuditedCall("attendanceClockOut", by: \.first.member) { _ in [:] },
    ]

    private static let endings = [
        AuditedCall("memberRemove") { ["memberId": $0["added"], "reason": "left"] },
        AuditedCall("memberLeave", by: \.first.manager) { _ in [:] },
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
