import GraphQLEngine

/// An object with a global ID, of whichever kind.
enum NodeRow: AbstractRow {
    case user(UserRow)
    case session(SessionRow)
    case organization(OrganizationRow)
    case member(MemberRow)
    case department(DepartmentRow)
    case workLocation(WorkLocationRow)
    case employee(EmployeeRow)
    case attendanceEvent(AttendanceEventRow)
    case attendanceSession(AttendanceSessionRow)
    case attendanceRecord(AttendanceRecordRow)
    case adminGrant(AdminGrantRow)
    case role(RoleRow)
    case auditLog(AuditLogRow)
    case invitation(InvitationRow)
    case website(WebsiteRow)
    case websiteGrant(WebsiteGrantRow)
    case device(DeviceRow)
    case attendancePeriod(AttendancePeriodRow)
    case attendanceCorrection(AttendanceCorrectionRow)
    case file(FileRow)
    case shift(ShiftRow)
    case shiftAssignment(ShiftAssignmentRow)
    case holidayCalendar(HolidayCalendarRow)

    static let possibleTypeNames = [
        UserRow.typeName, SessionRow.typeName, OrganizationRow.typeName, MemberRow.typeName, DepartmentRow.typeName,
        EmployeeRow.typeName, AttendanceEventRow.typeName, AttendanceSessionRow.typeName, AttendanceRecordRow.typeName,
        AdminGrantRow.typeName, RoleRow.typeName, AuditLogRow.typeName, InvitationRow.typeName, WebsiteRow.typeName,
        WebsiteGrantRow.typeName, WorkLocationRow.typeName, DeviceRow.typeName, AttendancePeriodRow.typeName,
        AttendanceCorrectionRow.typeName,
        WebsiteGrantRow.typeName, WorkLocationRow.typeName, DeviceRow.typeName,
        FileRow.typeName,
        WebsiteGrantRow.typeName, WorkLocationRow.typeName, DeviceRow.typeName, ShiftRow.typeName,
        ShiftAssignmentRow.typeName, HolidayCalendarRow.typeName,
    ]

    func store(in children: inout Children, at entry: Int) {
        switch self {
        case .user(let row): row.store(in: &children, at: entry)
        case .session(let row): row.store(in: &children, at: entry)
        case .organization(let row): row.store(in: &children, at: entry)
        case .member(let row): row.store(in: &children, at: entry)
        case .department(let row): row.store(in: &children, at: entry)
        case .workLocation(let row): row.store(in: &children, at: entry)
        case .employee(let row): row.store(in: &children, at: entry)
        case .attendanceEvent(let row): row.store(in: &children, at: entry)
        case .attendanceSession(let row): row.store(in: &children, at: entry)
        case .attendanceRecord(let row): row.store(in: &children, at: entry)
        case .adminGrant(let row): row.store(in: &children, at: entry)
        case .role(let row): row.store(in: &children, at: entry)
        case .auditLog(let row): row.store(in: &children, at: entry)
        case .invitation(let row): row.store(in: &children, at: entry)
        case .website(let row): row.store(in: &children, at: entry)
        case .websiteGrant(let row): row.store(in: &children, at: entry)
        case .device(let row): row.store(in: &children, at: entry)
        case .attendancePeriod(let row): row.store(in: &children, at: entry)
        case .attendanceCorrection(let row): row.store(in: &children, at: entry)
        case .file(let row): row.store(in: &children, at: entry)
        case .shift(let row): row.store(in: &children, at: entry)
        case .shiftAssignment(let row): row.store(in: &children, at: entry)
        case .holidayCalendar(let row): row.store(in: &children, at: entry)
        }
    }
}
