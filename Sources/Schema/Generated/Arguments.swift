// Generated from schema.graphql: swift run SchemaGenerator schema.graphql Sources/Schema/Generated
// swift-format-ignore-file

public import GraphQLEngine
public import Time

/// Arguments of Organization.members.
public struct OrganizationMembersArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: MemberFilter?
    public let orderBy: [MemberOrder]?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
    }
}

/// Arguments of Organization.admins.
public struct OrganizationAdminsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.roles.
public struct OrganizationRolesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.invitations.
public struct OrganizationInvitationsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: InvitationFilter?
    public let orderBy: [InvitationOrder]?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
    }
}

/// Arguments of Organization.files.
public struct OrganizationFilesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: FileFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.websites.
public struct OrganizationWebsitesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: WebsiteFilter?
    public let orderBy: [WebsiteOrder]?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
    }
}

/// Arguments of Organization.departments.
public struct OrganizationDepartmentsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: DepartmentFilter?
    public let orderBy: [DepartmentOrder]?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
    }
}

/// Arguments of Organization.locations.
public struct OrganizationLocationsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.employees.
public struct OrganizationEmployeesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: EmployeeFilter?
    public let orderBy: [EmployeeOrder]?
    public let search: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
        search = try object.optional(6)
    }
}

/// Arguments of Organization.devices.
public struct OrganizationDevicesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.shifts.
public struct OrganizationShiftsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.shiftAssignments.
public struct OrganizationShiftAssignmentsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: ShiftAssignmentFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.attendanceEvents.
public struct OrganizationAttendanceEventsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AttendanceEventFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.attendanceSessions.
public struct OrganizationAttendanceSessionsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AttendanceSessionFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.attendanceRecords.
public struct OrganizationAttendanceRecordsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AttendanceRecordFilter?
    public let orderBy: [AttendanceRecordOrder]?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        orderBy = try object.optional(5)
    }
}

/// Arguments of Organization.timesheets.
public struct OrganizationTimesheetsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let range: DateRangeInput
    public let filter: EmployeeFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        range = try object.required(4)
        filter = try object.optional(5)
    }
}

/// Arguments of Organization.presence.
public struct OrganizationPresenceArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: PresenceFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.attendanceCorrections.
public struct OrganizationAttendanceCorrectionsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AttendanceCorrectionFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.attendancePeriods.
public struct OrganizationAttendancePeriodsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Organization.auditLogs.
public struct OrganizationAuditLogsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AuditLogFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Organization.stats.
public struct OrganizationStatsArguments: InputDecodable {
    public let range: DateRangeInput?

    public init(_ object: InputObject) throws(GraphQLError) {
        range = try object.optional(0)
    }
}

/// Arguments of Website.members.
public struct WebsiteMembersArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Department.employees.
public struct DepartmentEmployeesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Employee.reports.
public struct EmployeeReportsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Employee.shiftAt.
public struct EmployeeShiftAtArguments: InputDecodable {
    public let at: Timestamp?

    public init(_ object: InputObject) throws(GraphQLError) {
        at = try object.optional(0)
    }
}

/// Arguments of Employee.schedule.
public struct EmployeeScheduleArguments: InputDecodable {
    public let range: DateRangeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        range = try object.required(0)
    }
}

/// Arguments of Employee.shiftAssignments.
public struct EmployeeShiftAssignmentsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Employee.attendanceRecords.
public struct EmployeeAttendanceRecordsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let range: DateRangeInput?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        range = try object.optional(4)
    }
}

/// Arguments of Employee.timesheet.
public struct EmployeeTimesheetArguments: InputDecodable {
    public let range: DateRangeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        range = try object.required(0)
    }
}

/// Arguments of Employee.corrections.
public struct EmployeeCorrectionsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Employee.auditLogs.
public struct EmployeeAuditLogsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Shift.assignments.
public struct ShiftAssignmentsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of HolidayCalendar.holidays.
public struct HolidayCalendarHolidaysArguments: InputDecodable {
    public let range: DateRangeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        range = try object.required(0)
    }
}

/// Arguments of Device.identities.
public struct DeviceIdentitiesArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
    }
}

/// Arguments of Query.node.
public struct QueryNodeArguments: InputDecodable {
    public let id: GlobalID

    public init(_ object: InputObject) throws(GraphQLError) {
        id = try object.required(0)
    }
}

/// Arguments of Query.nodes.
public struct QueryNodesArguments: InputDecodable {
    public let ids: [GlobalID]

    public init(_ object: InputObject) throws(GraphQLError) {
        ids = try object.required(0)
    }
}

/// Arguments of Query.publicOrganization.
public struct QueryPublicOrganizationArguments: InputDecodable {
    public let by: OrganizationSelector

    public init(_ object: InputObject) throws(GraphQLError) {
        by = try object.required(0)
    }
}

/// Arguments of Query.organizationSlugAvailable.
public struct QueryOrganizationSlugAvailableArguments: InputDecodable {
    public let slug: String

    public init(_ object: InputObject) throws(GraphQLError) {
        slug = try object.required(0)
    }
}

/// Arguments of Query.employee.
public struct QueryEmployeeArguments: InputDecodable {
    public let by: EmployeeSelector

    public init(_ object: InputObject) throws(GraphQLError) {
        by = try object.required(0)
    }
}

/// Arguments of Query.invitationPreview.
public struct QueryInvitationPreviewArguments: InputDecodable {
    public let token: String

    public init(_ object: InputObject) throws(GraphQLError) {
        token = try object.required(0)
    }
}

/// Arguments of Query.user.
public struct QueryUserArguments: InputDecodable {
    public let id: GlobalID

    public init(_ object: InputObject) throws(GraphQLError) {
        id = try object.required(0)
    }
}

/// Arguments of Platform.organizations.
public struct PlatformOrganizationsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: PlatformOrganizationFilter?
    public let search: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
        search = try object.optional(5)
    }
}

/// Arguments of Platform.organization.
public struct PlatformOrganizationArguments: InputDecodable {
    public let by: OrganizationSelector

    public init(_ object: InputObject) throws(GraphQLError) {
        by = try object.required(0)
    }
}

/// Arguments of Platform.users.
public struct PlatformUsersArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let search: String?
    public let state: UserState?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        search = try object.optional(4)
        state = try object.optional(5)
    }
}

/// Arguments of Platform.auditLogs.
public struct PlatformAuditLogsArguments: InputDecodable {
    public let first: Int?
    public let after: String?
    public let last: Int?
    public let before: String?
    public let filter: AuditLogFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        first = try object.optional(0)
        after = try object.optional(1)
        last = try object.optional(2)
        before = try object.optional(3)
        filter = try object.optional(4)
    }
}

/// Arguments of Platform.jobs.
public struct PlatformJobsArguments: InputDecodable {
    public let status: JobStatus?
    public let first: Int

    public init(_ object: InputObject) throws(GraphQLError) {
        status = try object.optional(0)
        first = try object.required(1)
    }
}

/// Arguments of Mutation.authRegister.
public struct MutationAuthRegisterArguments: InputDecodable {
    public let input: AuthRegisterInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.authLogin.
public struct MutationAuthLoginArguments: InputDecodable {
    public let input: AuthLoginInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.authRefresh.
public struct MutationAuthRefreshArguments: InputDecodable {
    public let input: AuthRefreshInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.authSwitchOrganization.
public struct MutationAuthSwitchOrganizationArguments: InputDecodable {
    public let input: AuthSwitchOrganizationInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.authLogout.
public struct MutationAuthLogoutArguments: InputDecodable {
    public let input: AuthLogoutInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.authLogoutAll.
public struct MutationAuthLogoutAllArguments: InputDecodable {
    public let input: AuthLogoutAllInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.sessionRevoke.
public struct MutationSessionRevokeArguments: InputDecodable {
    public let input: SessionRevokeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.passwordChange.
public struct MutationPasswordChangeArguments: InputDecodable {
    public let input: PasswordChangeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.passwordResetRequest.
public struct MutationPasswordResetRequestArguments: InputDecodable {
    public let input: PasswordResetRequestInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.passwordResetConfirm.
public struct MutationPasswordResetConfirmArguments: InputDecodable {
    public let input: PasswordResetConfirmInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.emailVerificationSend.
public struct MutationEmailVerificationSendArguments: InputDecodable {
    public let input: EmailVerificationSendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.emailVerify.
public struct MutationEmailVerifyArguments: InputDecodable {
    public let input: EmailVerifyInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.userProfileUpdate.
public struct MutationUserProfileUpdateArguments: InputDecodable {
    public let input: UserProfileUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.userEmailChangeRequest.
public struct MutationUserEmailChangeRequestArguments: InputDecodable {
    public let input: UserEmailChangeRequestInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.userDeactivateSelf.
public struct MutationUserDeactivateSelfArguments: InputDecodable {
    public let input: UserDeactivateSelfInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationCreate.
public struct MutationOrganizationCreateArguments: InputDecodable {
    public let input: OrganizationCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationUpdate.
public struct MutationOrganizationUpdateArguments: InputDecodable {
    public let input: OrganizationUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationLogoSet.
public struct MutationOrganizationLogoSetArguments: InputDecodable {
    public let input: OrganizationLogoSetInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationSettingsUpdate.
public struct MutationOrganizationSettingsUpdateArguments: InputDecodable {
    public let input: OrganizationSettingsUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationActivate.
public struct MutationOrganizationActivateArguments: InputDecodable {
    public let input: OrganizationActivateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationDeactivate.
public struct MutationOrganizationDeactivateArguments: InputDecodable {
    public let input: OrganizationDeactivateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationArchive.
public struct MutationOrganizationArchiveArguments: InputDecodable {
    public let input: OrganizationArchiveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.organizationTransferOwnership.
public struct MutationOrganizationTransferOwnershipArguments: InputDecodable {
    public let input: OrganizationTransferOwnershipInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberAdd.
public struct MutationMemberAddArguments: InputDecodable {
    public let input: MemberAddInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberUpdate.
public struct MutationMemberUpdateArguments: InputDecodable {
    public let input: MemberUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberRemove.
public struct MutationMemberRemoveArguments: InputDecodable {
    public let input: MemberRemoveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberLeave.
public struct MutationMemberLeaveArguments: InputDecodable {
    public let input: MemberLeaveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberDeactivate.
public struct MutationMemberDeactivateArguments: InputDecodable {
    public let input: MemberDeactivateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberActivate.
public struct MutationMemberActivateArguments: InputDecodable {
    public let input: MemberActivateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.memberSuspend.
public struct MutationMemberSuspendArguments: InputDecodable {
    public let input: MemberSuspendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.membersBulkUpdate.
public struct MutationMembersBulkUpdateArguments: InputDecodable {
    public let input: MembersBulkUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.adminGrant.
public struct MutationAdminGrantArguments: InputDecodable {
    public let input: AdminGrantInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.adminRevoke.
public struct MutationAdminRevokeArguments: InputDecodable {
    public let input: AdminRevokeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.roleCreate.
public struct MutationRoleCreateArguments: InputDecodable {
    public let input: RoleCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.roleUpdate.
public struct MutationRoleUpdateArguments: InputDecodable {
    public let input: RoleUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.roleDelete.
public struct MutationRoleDeleteArguments: InputDecodable {
    public let input: RoleDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationCreate.
public struct MutationInvitationCreateArguments: InputDecodable {
    public let input: InvitationCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationsBulkCreate.
public struct MutationInvitationsBulkCreateArguments: InputDecodable {
    public let input: InvitationsBulkCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationResend.
public struct MutationInvitationResendArguments: InputDecodable {
    public let input: InvitationResendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationRevoke.
public struct MutationInvitationRevokeArguments: InputDecodable {
    public let input: InvitationRevokeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationAccept.
public struct MutationInvitationAcceptArguments: InputDecodable {
    public let input: InvitationAcceptInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.invitationDecline.
public struct MutationInvitationDeclineArguments: InputDecodable {
    public let input: InvitationDeclineInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteCreate.
public struct MutationWebsiteCreateArguments: InputDecodable {
    public let input: WebsiteCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteUpdate.
public struct MutationWebsiteUpdateArguments: InputDecodable {
    public let input: WebsiteUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteConfigure.
public struct MutationWebsiteConfigureArguments: InputDecodable {
    public let input: WebsiteConfigureInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteDelete.
public struct MutationWebsiteDeleteArguments: InputDecodable {
    public let input: WebsiteDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteRestore.
public struct MutationWebsiteRestoreArguments: InputDecodable {
    public let input: WebsiteRestoreInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteMemberSet.
public struct MutationWebsiteMemberSetArguments: InputDecodable {
    public let input: WebsiteMemberSetInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteDomainAdd.
public struct MutationWebsiteDomainAddArguments: InputDecodable {
    public let input: WebsiteDomainAddInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteDomainVerify.
public struct MutationWebsiteDomainVerifyArguments: InputDecodable {
    public let input: WebsiteDomainVerifyInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.websiteDomainRemove.
public struct MutationWebsiteDomainRemoveArguments: InputDecodable {
    public let input: WebsiteDomainRemoveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.departmentCreate.
public struct MutationDepartmentCreateArguments: InputDecodable {
    public let input: DepartmentCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.departmentUpdate.
public struct MutationDepartmentUpdateArguments: InputDecodable {
    public let input: DepartmentUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.departmentDelete.
public struct MutationDepartmentDeleteArguments: InputDecodable {
    public let input: DepartmentDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.workLocationCreate.
public struct MutationWorkLocationCreateArguments: InputDecodable {
    public let input: WorkLocationCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.workLocationUpdate.
public struct MutationWorkLocationUpdateArguments: InputDecodable {
    public let input: WorkLocationUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.workLocationDelete.
public struct MutationWorkLocationDeleteArguments: InputDecodable {
    public let input: WorkLocationDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeCreate.
public struct MutationEmployeeCreateArguments: InputDecodable {
    public let input: EmployeeCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeUpdate.
public struct MutationEmployeeUpdateArguments: InputDecodable {
    public let input: EmployeeUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeTerminate.
public struct MutationEmployeeTerminateArguments: InputDecodable {
    public let input: EmployeeTerminateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeDelete.
public struct MutationEmployeeDeleteArguments: InputDecodable {
    public let input: EmployeeDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeRestore.
public struct MutationEmployeeRestoreArguments: InputDecodable {
    public let input: EmployeeRestoreInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeeLinkMember.
public struct MutationEmployeeLinkMemberArguments: InputDecodable {
    public let input: EmployeeLinkMemberInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeesBulkUpsert.
public struct MutationEmployeesBulkUpsertArguments: InputDecodable {
    public let input: EmployeesBulkUpsertInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftCreate.
public struct MutationShiftCreateArguments: InputDecodable {
    public let input: ShiftCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftUpdate.
public struct MutationShiftUpdateArguments: InputDecodable {
    public let input: ShiftUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftDelete.
public struct MutationShiftDeleteArguments: InputDecodable {
    public let input: ShiftDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftAssign.
public struct MutationShiftAssignArguments: InputDecodable {
    public let input: ShiftAssignInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftUnassign.
public struct MutationShiftUnassignArguments: InputDecodable {
    public let input: ShiftUnassignInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.shiftAssignmentsBulkCreate.
public struct MutationShiftAssignmentsBulkCreateArguments: InputDecodable {
    public let input: ShiftAssignmentsBulkCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.holidayCalendarSave.
public struct MutationHolidayCalendarSaveArguments: InputDecodable {
    public let input: HolidayCalendarSaveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.employeesBulkUpdate.
public struct MutationEmployeesBulkUpdateArguments: InputDecodable {
    public let input: EmployeesBulkUpdateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceClockIn.
public struct MutationAttendanceClockInArguments: InputDecodable {
    public let input: AttendanceClockInInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceClockOut.
public struct MutationAttendanceClockOutArguments: InputDecodable {
    public let input: AttendanceClockOutInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceBreakStart.
public struct MutationAttendanceBreakStartArguments: InputDecodable {
    public let input: AttendanceBreakStartInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceBreakEnd.
public struct MutationAttendanceBreakEndArguments: InputDecodable {
    public let input: AttendanceBreakEndInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceCorrectionRequest.
public struct MutationAttendanceCorrectionRequestArguments: InputDecodable {
    public let input: AttendanceCorrectionRequestInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceCorrectionCancel.
public struct MutationAttendanceCorrectionCancelArguments: InputDecodable {
    public let input: AttendanceCorrectionCancelInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceCorrectionDecide.
public struct MutationAttendanceCorrectionDecideArguments: InputDecodable {
    public let input: AttendanceCorrectionDecideInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceCorrectionsBulkDecide.
public struct MutationAttendanceCorrectionsBulkDecideArguments: InputDecodable {
    public let input: AttendanceCorrectionsBulkDecideInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendancePeriodCreate.
public struct MutationAttendancePeriodCreateArguments: InputDecodable {
    public let input: AttendancePeriodCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendancePeriodLock.
public struct MutationAttendancePeriodLockArguments: InputDecodable {
    public let input: AttendancePeriodLockInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendancePeriodReopen.
public struct MutationAttendancePeriodReopenArguments: InputDecodable {
    public let input: AttendancePeriodReopenInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceRecordOverride.
public struct MutationAttendanceRecordOverrideArguments: InputDecodable {
    public let input: AttendanceRecordOverrideInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceRecordsBulkOverride.
public struct MutationAttendanceRecordsBulkOverrideArguments: InputDecodable {
    public let input: AttendanceRecordsBulkOverrideInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceSessionClose.
public struct MutationAttendanceSessionCloseArguments: InputDecodable {
    public let input: AttendanceSessionCloseInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceEventVoid.
public struct MutationAttendanceEventVoidArguments: InputDecodable {
    public let input: AttendanceEventVoidInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceOvertimeApprove.
public struct MutationAttendanceOvertimeApproveArguments: InputDecodable {
    public let input: AttendanceOvertimeApproveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceRecompute.
public struct MutationAttendanceRecomputeArguments: InputDecodable {
    public let input: AttendanceRecomputeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.attendanceEventsSync.
public struct MutationAttendanceEventsSyncArguments: InputDecodable {
    public let input: AttendanceEventsSyncInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.deviceCreate.
public struct MutationDeviceCreateArguments: InputDecodable {
    public let input: DeviceCreateInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.deviceRotateKey.
public struct MutationDeviceRotateKeyArguments: InputDecodable {
    public let input: DeviceRotateKeyInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.deviceRevoke.
public struct MutationDeviceRevokeArguments: InputDecodable {
    public let input: DeviceRevokeInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.deviceIdentitiesSet.
public struct MutationDeviceIdentitiesSetArguments: InputDecodable {
    public let input: DeviceIdentitiesSetInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformOrganizationSuspend.
public struct MutationPlatformOrganizationSuspendArguments: InputDecodable {
    public let input: PlatformOrganizationSuspendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformOrganizationUnsuspend.
public struct MutationPlatformOrganizationUnsuspendArguments: InputDecodable {
    public let input: PlatformOrganizationUnsuspendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformOrganizationRestore.
public struct MutationPlatformOrganizationRestoreArguments: InputDecodable {
    public let input: PlatformOrganizationRestoreInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformUserSuspend.
public struct MutationPlatformUserSuspendArguments: InputDecodable {
    public let input: PlatformUserSuspendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformUserUnsuspend.
public struct MutationPlatformUserUnsuspendArguments: InputDecodable {
    public let input: PlatformUserUnsuspendInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformUserArchive.
public struct MutationPlatformUserArchiveArguments: InputDecodable {
    public let input: PlatformUserArchiveInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.platformActAs.
public struct MutationPlatformActAsArguments: InputDecodable {
    public let input: PlatformActAsInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.fileUploadRequest.
public struct MutationFileUploadRequestArguments: InputDecodable {
    public let input: FileUploadRequestInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.fileUploadComplete.
public struct MutationFileUploadCompleteArguments: InputDecodable {
    public let input: FileUploadCompleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}

/// Arguments of Mutation.fileDelete.
public struct MutationFileDeleteArguments: InputDecodable {
    public let input: FileDeleteInput

    public init(_ object: InputObject) throws(GraphQLError) {
        input = try object.required(0)
    }
}
