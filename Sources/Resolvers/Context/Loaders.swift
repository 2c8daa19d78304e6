/// The loaders of one request, one per kind of row.
struct Loaders {
    let employees = EmployeeRow.loader()
    let departments = DepartmentRow.loader()
    let workLocations = WorkLocationRow.loader()
    let members = MemberRow.loader()
    let users = UserRow.loader()
    let records = AttendanceRecordRow.loader()
    let events = AttendanceEventRow.loader()
    let sessions = AttendanceSessionRow.loader()
    let adminGrants = AdminGrantRow.loader()
    let roles = RoleRow.loader()
    let auditLogs = AuditLogRow.loader()
    let invitations = InvitationRow.loader()
    let websites = WebsiteRow.loader()
    let websiteGrants = WebsiteGrantRow.loader()
    let devices = DeviceRow.loader()

    /// Lets every loader make its statement for what was asked for on this level.
    func flush(in context: ResolverContext) {
        employees.flush(in: context)
        departments.flush(in: context)
        workLocations.flush(in: context)
        members.flush(in: context)
        users.flush(in: context)
        records.flush(in: context)
        events.flush(in: context)
        sessions.flush(in: context)
        adminGrants.flush(in: context)
        roles.flush(in: context)
        auditLogs.flush(in: context)
        invitations.flush(in: context)
        websites.flush(in: context)
        websiteGrants.flush(in: context)
        devices.flush(in: context)
    }
}
