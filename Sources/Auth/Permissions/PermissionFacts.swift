/// One row of the catalogue of permissions.
struct PermissionFacts {
    let code: String
    let isGrantable: Bool
    /// One letter per `PermissionColumn`: O organization, T team, S self, P platform, - none.
    let scopes: String
    let explanation: String

    private init(_ code: String, _ isGrantable: Bool, _ scopes: String, _ explanation: String) {
        self.code = code
        self.isGrantable = isGrantable
        self.scopes = scopes
        self.explanation = explanation
    }

    /// The rows of `permissions.json`, in the order of `Permission`.
    static let catalogue: [PermissionFacts] = [
        .init("org.read", true, "POOOO-", "Read the organization and its settings"),
        .init("org.update", true, "-OO---", "Update the organization"),
        .init("org.settings.update", true, "-OO---", "Change policy"),
        .init("org.activate", false, "-O----", "Activate or deactivate the organization"),
        .init("org.archive", false, "-O----", "Archive the organization"),
        .init("org.transfer_ownership", false, "-O----", "Transfer ownership"),
        .init("member.read", true, "POOOO-", "List members"),
        .init("member.add", true, "-OO---", "Add members"),
        .init("member.update", true, "-OO---", "Change members below the caller's rank"),
        .init("member.remove", true, "-OO---", "Remove members below the caller's rank"),
        .init("member.deactivate", true, "-OO---", "Activate or deactivate members"),
        .init("member.suspend", true, "-OO---", "Suspend members"),
        .init("admin.read", true, "POOOO-", "List admins and the owner"),
        .init("admin.grant", false, "-O----", "Grant admin"),
        .init("admin.revoke", false, "-OS---", "Revoke admin"),
        .init("role.read", true, "POOOO-", "List roles"),
        .init("role.manage", false, "-OO---", "Manage custom roles"),
        .init("invitation.read", true, "-OO---", "List invitations"),
        .init("invitation.create", true, "-OO---", "Invite members (admins only by the owner)"),
        .init("invitation.manage", true, "-OO---", "Resend or revoke invitations"),
        .init("website.read", true, "POOOO-", "List websites"),
        .init("website.create", true, "-OO---", "Create websites"),
        .init("website.update", true, "-OO---", "Update websites"),
        .init("website.configure", true, "-OO---", "Configure websites and domains"),
        .init("website.delete", true, "-OO---", "Delete and restore websites"),
        .init("website.member.manage", true, "-OO---", "Manage website roles"),
        .init("department.read", true, "POOOO-", "List departments and locations"),
        .init("department.manage", true, "-OO---", "Manage departments"),
        .init("location.manage", true, "-OO---", "Manage work locations"),
        .init("employee.read", true, "POOTS-", "Read employees"),
        .init("employee.read_sensitive", true, "-OOSS-", "Read contact and custom fields"),
        .init("employee.create", true, "-OO---", "Create employees"),
        .init("employee.update", true, "-OO---", "Update employees"),
        .init("employee.delete", true, "-OO---", "Delete and restore employees"),
        .init("employee.import", true, "-OO---", "Bulk upsert and import"),
        .init("shift.read", true, "POOOO-", "Read shifts and calendars"),
        .init("shift.manage", true, "-OO---", "Manage shifts and holidays"),
        .init("shift.assign", true, "-OOT--", "Assign shifts"),
        .init("device.manage", true, "-OO---", "Manage devices"),
        .init("attendance.clock", true, "-OOTS-", "Clock in and out (others only above SELF)"),
        .init("attendance.clock_device", false, "-----O", "Punch and sync as a device"),
        .init("attendance.read", true, "POOTS-", "Read attendance"),
        .init("attendance.correct", true, "-OOTS-", "Request corrections"),
        .init("attendance.decide", true, "-OOT--", "Decide corrections and overtime"),
        .init("attendance.manage", true, "-OO---", "Override, void, close, recompute"),
        .init("attendance.export", true, "-OO---", "Export attendance and timesheets"),
        .init("period.manage", true, "-OO---", "Create and lock payroll periods"),
        .init("period.reopen", false, "-O----", "Reopen a locked period"),
        .init("leave.read", true, "POOTS-", "Read leave"),
        .init("leave.request", true, "-OOTS-", "Request leave"),
        .init("leave.decide", true, "-OOT--", "Decide leave"),
        .init("leave.manage", true, "-OO---", "Leave types, balances, accruals"),
        .init("biometric.consent", false, "-SSSS-", "Give or withdraw one's own consent"),
        .init("biometric.manage", true, "-OOSS-", "Enrol and erase templates (SELF: see and erase one's own)"),
        .init("audit.read", true, "-OO---", "Read the audit log"),
        .init("stats.read", true, "-OOO--", "Statistics and dashboard"),
        .init("file.upload", true, "-OOSS-", "Upload, read and delete files"),
        .init("forum.read", true, "POOOO-", "Read the forum"),
        .init("forum.post", true, "-OOOO-", "Post (moderation: admins)"),
        .init("use_case.read", true, "POOOO-", "Read use cases"),
        .init("use_case.submit", true, "-OOOO-", "Submit use cases"),
        .init("use_case.moderate", true, "-OO---", "Moderate use cases"),
        .init("message.send", true, "-OOOO-", "Private messages"),
        .init("platform.organization.read", false, "P-----", "Read any organization"),
        .init("platform.organization.suspend", false, "P-----", "Suspend, restore organizations"),
        .init("platform.user.read", false, "P-----", "Read any person"),
        .init("platform.user.suspend", false, "P-----", "Suspend, archive people"),
        .init("platform.audit.read", false, "P-----", "Read any audit log"),
        .init("platform.job.read", false, "P-----", "Read background jobs"),
        .init("platform.act_as", false, "P-----", "Time-boxed read access"),
    ]
}
