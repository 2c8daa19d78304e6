import Auth
import Files
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Schema
import Testing
import Time

/// One valid call of a mutation, after those before it in the list have changed what they change.
struct AuditedCall {
    enum Caller {
        case person(any KeyPath<TenantFixture, TestPerson> & Sendable)
        case platformAdmin
        case device
        case nobody
    }

    let mutation: String
    let caller: Caller
    let input: @Sendable (AuditScene) async throws -> JSONObject
    /// Names for ids of the answer: by the payload's field whose id is kept.
    let keeps: [String: String]

    private init(
        _ mutation: String,
        by caller: Caller = .person(\.first.owner),
        keeps: [String: String] = [:],
        _ input: @escaping @Sendable (AuditScene) async throws -> JSONObject
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

    /// Founds or joins an organization: the row is in that one.
    var isFounding: Bool { ["organizationCreate", "authRegister", "invitationAccept"].contains(mutation) }

    /// A link stands for itself, so nobody knows who holds it.
    var isByLink: Bool { mutation == "invitationDecline" }

    static let all =
        organization + files + roles + members + invitations + websites + departments + employees + devices + shifts
        + attendance + endings + ownership + platform

    private static let organization = [
        AuditedCall("organizationUpdate") { _ in ["name": "Renamed", "slug": "renamed"] },
        AuditedCall("organizationSettingsUpdate") { _ in ["settings": ["clockCooldownSeconds": 31]] },
        AuditedCall("organizationDeactivate") { _ in ["reason": "holidays"] },
        AuditedCall("organizationActivate") { _ in [:] },
        AuditedCall("memberAdd", keeps: ["member": "added"]) { _ in ["email": .string(AuditScene.newcomersAddress)] },
    ]

    private static let files = [
        AuditedCall("fileUploadRequest", keeps: ["file": "file"]) { _ in
            ["purpose": "LOGO", "fileName": "logo.png", "contentType": "image/png", "byteSize": 8]
        },
        AuditedCall("fileUploadComplete") { scene in
            try await scene.storeUpload("file")
            return ["fileId": scene["file"]]
        },
        AuditedCall("organizationLogoSet") { ["fileId": $0["file"]] },
        AuditedCall("fileDelete") { ["fileId": $0["file"]] },
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

    private static let invitations = [
        AuditedCall("invitationCreate", keeps: ["invitation": "accepted"]) { _ in
            ["email": .string(AuditScene.guestsAddress)]
        },
        AuditedCall("invitationAccept", by: .person(\.second.member)) { ["token": $0.invitationToken("accepted")] },
        AuditedCall("invitationsBulkCreate") { _ in ["items": [["email": "one@example.com"]]] },
        AuditedCall("invitationCreate", keeps: ["invitation": "revoked"]) { _ in ["email": "two@example.com"] },
        AuditedCall("invitationResend") { ["invitationId": $0["revoked"]] },
        AuditedCall("invitationRevoke") { ["invitationId": $0["revoked"]] },
        AuditedCall("invitationCreate", keeps: ["invitation": "declined"]) { _ in ["email": "three@example.com"] },
        AuditedCall("invitationDecline", by: .nobody) { ["token": $0.invitationToken("declined")] },
    ]

    private static let websites = [
        AuditedCall("websiteCreate", keeps: ["website": "website"]) { _ in ["key": "shop", "name": "Shop"] },
        AuditedCall("websiteUpdate") { ["websiteId": $0["website"], "status": "LIVE"] },
        AuditedCall("websiteConfigure") { ["websiteId": $0["website"], "configurationPatch": ["a": 1]] },
        AuditedCall("websiteMemberSet") {
            ["websiteId": $0["website"], "memberId": $0["added"], "role": "EDITOR"]
        },
        AuditedCall("websiteDomainAdd") { ["websiteId": $0["website"], "domain": "shop.example.com"] },
        AuditedCall("websiteDomainVerify") { scene in
            scene.publishDomain()
            return ["websiteId": scene["website"], "domain": "shop.example.com"]
        },
        AuditedCall("websiteDomainRemove") { ["websiteId": $0["website"], "domain": "shop.example.com"] },
        AuditedCall("websiteDelete") { ["websiteId": $0["website"]] },
        AuditedCall("websiteRestore") { ["websiteId": $0["website"]] },
    ]

    private static let departments = [
        AuditedCall("departmentCreate", keeps: ["department": "department"]) { _ in ["name": "Sales"] },
        AuditedCall("departmentUpdate") { ["departmentId": $0["department"], "name": "Purchase"] },
        AuditedCall("departmentDelete") { ["departmentId": $0["department"]] },
        AuditedCall("workLocationCreate", keeps: ["location": "location"]) { _ in ["name": "Depot", "timeZone": "UTC"]
        },
        AuditedCall("workLocationUpdate") { ["locationId": $0["location"], "timeZone": "Asia/Tokyo"] },
        AuditedCall("workLocationDelete") { ["locationId": $0["location"]] },
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
        AuditedCall("employeesBulkUpdate") { ["employeeIds": [$0["employee"]], "patch": ["phone": "1"]] },
        AuditedCall("employeeTerminate") { ["employeeId": $0["employee"], "on": "2020-02-01"] },
        AuditedCall("employeeDelete") { ["employeeId": $0["employee"], "reason": "left"] },
        AuditedCall("employeeRestore") { ["employeeId": $0["employee"]] },
    ]

    private static let devices = [
        AuditedCall("deviceCreate", keeps: ["device": "device"]) { _ in ["name": "Gate", "kind": "BIOMETRIC"] },
        AuditedCall("deviceIdentitiesSet") {
            [
                "items": [
                    [
                        "deviceId": $0["device"], "externalUserId": "7",
                        "employeeId": $0.id(.employee, \.first.member.employeeID),
                    ]
                ]
            ]
        },
        AuditedCall("attendanceEventsSync", by: .device) { _ in
            let event: JSONObject = [
                "deviceEventId": "1", "externalUserId": "nobody", "occurredAt": .string(Timestamp.now().description),
            ]
            return ["items": [.object(event)]]
        },
        AuditedCall("deviceRotateKey") { ["deviceId": $0["device"]] },
        AuditedCall("deviceRevoke") { ["deviceId": $0["device"]] },
    ]

    private static let shifts = [
        AuditedCall("shiftCreate", keeps: ["shift": "shift"]) { _ in
            ["shift": ["name": "Day", "startTime": "08:00", "endTime": "16:00"]]
        },
        AuditedCall("shiftUpdate") {
            ["shiftId": $0["shift"], "shift": ["name": "Day", "startTime": "09:00", "endTime": "17:00"]]
        },
        AuditedCall("shiftAssign", keeps: ["assignment": "assignment"]) {
            [
                "shiftId": $0["shift"], "employeeId": $0.id(.employee, \.first.member.employeeID),
                "validFrom": "2020-01-01", "validTo": "2020-12-31",
            ]
        },
        AuditedCall("shiftAssignmentsBulkCreate") {
            [
                "items": [
                    [
                        "shiftId": $0["shift"], "employeeId": $0.id(.employee, \.first.member.employeeID),
                        "validFrom": "2021-01-01", "validTo": "2021-12-31",
                    ]
                ]
            ]
        },
        AuditedCall("shiftUnassign") { ["assignmentId": $0["assignment"], "from": "2020-06-01"] },
        AuditedCall("shiftDelete") { ["shiftId": $0["shift"]] },
        AuditedCall("holidayCalendarSave") { _ in
            ["name": "Everywhere", "holidays": [["day": "2026-01-01", "name": "New Year"]]]
        },
    ]

    private static let attendance = [
        AuditedCall("attendanceClockIn", by: .person(\.first.member), keeps: ["session": "session"]) { _ in [:] },
        AuditedCall("attendanceBreakStart", by: .person(\.first.member)) { _ in [:] },
        AuditedCall("attendanceBreakEnd", by: .person(\.first.member)) { _ in [:] },
        AuditedCall(
            "attendanceClockOut",
            by: .person(\.first.member),
            keeps: ["event": "clockOut", "record": "day"]
        ) { _ in [:] },
        AuditedCall("attendanceEventVoid") { ["eventId": $0["clockOut"], "reason": "by mistake"] },
        AuditedCall("attendanceSessionClose") {
            ["sessionId": $0["session"], "clockOutAt": $0.afterLastPunch(), "reason": "forgotten"]
        },
        AuditedCall("attendanceOvertimeApprove") { ["recordId": $0["day"], "minutes": 0] },
        AuditedCall("attendanceRecordOverride") { scene in
            [
                "employeeId": scene.id(.employee, \.first.member.employeeID), "workDate": "2026-01-05",
                "status": "REMOTE", "reason": "as agreed",
            ]
        },
        AuditedCall("attendanceRecordsBulkOverride") { scene in
            let item: JSONObject = [
                "employeeId": scene.id(.employee, \.first.member.employeeID), "workDate": "2026-01-06",
                "status": "REMOTE", "reason": "as agreed",
            ]
            return ["items": [.object(item)]]
        },
        AuditedCall("attendanceRecompute") { _ in ["range": ["from": "2026-01-05", "to": "2026-01-06"]] },
        AuditedCall("attendanceCorrectionRequest", by: .person(\.first.member), keeps: ["correction": "withdrawn"]) {
            _ in
            remoteWork("2026-01-05")
        },
        AuditedCall("attendanceCorrectionCancel", by: .person(\.first.member)) { ["correctionId": $0["withdrawn"]] },
        AuditedCall("attendanceCorrectionRequest", by: .person(\.first.member), keeps: ["correction": "decided"]) { _ in
            remoteWork("2026-01-06")
        },
        AuditedCall("attendanceCorrectionDecide") { ["correctionId": $0["decided"], "approve": true] },
        AuditedCall("attendanceCorrectionRequest", by: .person(\.first.member), keeps: ["correction": "decided"]) { _ in
            remoteWork("2026-01-07")
        },
        AuditedCall("attendanceCorrectionsBulkDecide") {
            ["items": [["requestId": $0["decided"], "approve": true]]]
        },
        AuditedCall("attendancePeriodCreate", keeps: ["period": "period"]) { _ in
            ["name": "January", "range": ["from": "2020-01-01", "to": "2020-01-31"]]
        },
        AuditedCall("attendancePeriodLock") { ["periodId": $0["period"]] },
        AuditedCall("attendancePeriodReopen") { ["periodId": $0["period"], "reason": "a mistake"] },
    ]

    private static func remoteWork(_ date: String) -> JSONObject {
        ["workDate": .string(date), "kind": "REMOTE_WORK", "proposedEvents": [], "reason": "at home"]
    }

    private static let endings = [
        AuditedCall("memberRemove") { ["memberId": $0["added"], "reason": "left"] },
        AuditedCall("memberLeave", by: .person(\.first.manager)) { _ in [:] },
        AuditedCall("organizationArchive") { _ in ["confirmSlug": "renamed", "reason": "the end"] },
    ]

    private static let ownership = [
        AuditedCall("authRegister", by: .nobody) { _ in
            [
                "email": "founder@example.com", "password": .string(RegisteredPerson.password), "displayName": "New",
                "organizationName": "Registered",
            ]
        },
        AuditedCall("organizationCreate", by: .person(\.second.manager)) { _ in ["name": "Founded"] },
        AuditedCall("organizationTransferOwnership", by: .person(\.second.owner)) { scene in
            [
                "memberId": scene.id(.member, \.second.admin.memberID), "password": .string(RegisteredPerson.password),
            ]
        },
    ]

    private static let platform = [
        AuditedCall("platformOrganizationRestore", by: .platformAdmin) {
            ["organizationId": $0.id(.organization, \.first.id), "reason": "by mistake"]
        },
        AuditedCall("platformOrganizationSuspend", by: .platformAdmin) {
            ["organizationId": $0.id(.organization, \.second.id), "reason": "to be looked into"]
        },
        AuditedCall("platformOrganizationUnsuspend", by: .platformAdmin) {
            ["organizationId": $0.id(.organization, \.second.id), "reason": "looked into"]
        },
        AuditedCall("platformUserSuspend", by: .platformAdmin) {
            ["userId": $0.id(.user, \.second.member.userID), "reason": "to be looked into"]
        },
        AuditedCall("platformUserUnsuspend", by: .platformAdmin) {
            ["userId": $0.id(.user, \.second.member.userID), "reason": "looked into"]
        },
        AuditedCall("platformUserArchive", by: .platformAdmin) {
            ["userId": $0.id(.user, \.second.member.userID), "reason": "asked for it"]
        },
        AuditedCall("platformActAs", by: .platformAdmin) {
            ["organizationId": $0.id(.organization, \.second.id), "reason": "asked for help"]
        },
    ]

    /// The mutations that leave nothing in the audit log of an organization, and why.
    static let exceptions: [String: String] = [
        "authLogin": "a sign-in is in the person's own security log",
        "authRefresh": "changes nothing but tokens; the session's rows tell when",
        "authLogout": "ends a session of the person's own; the session's row tells when and why",
        "authLogoutAll": "ends the person's own sessions; it is in their security log",
        "sessionRevoke": "ends a session of the person's own; it is in their security log",
        "authSwitchOrganization": "moves the person's own session; it is in their security log",
        "passwordChange": "changes the person's own account; it is in their security log",
        "passwordResetRequest": "sends a letter to whoever has the address; it is in the security log",
        "passwordResetConfirm": "changes the account of the link's holder; it is in their security log",
        "userProfileUpdate": "changes the person's own profile; it is in their security log, with old and new values",
        "userEmailChangeRequest": "sends a letter to the wanted address; it is in the person's security log",
        "userDeactivateSelf": "puts the person's own account out of use; it is in their security log",
        "emailVerificationSend": "sends the person's own letter; the queue's row tells when",
        "emailVerify": "confirms the person's own address; the address's row tells when",
    ]
}
