// Generated from schema.graphql: swift run SchemaGenerator schema.graphql Sources/Schema/Generated
// swift-format-ignore-file

public import FoundationEssentials
public import GraphQLEngine
public import JSON
public import Time

/// String comparison. All given members must hold.
public struct StringFilter: InputObjectDecodable {
    public let eq: String?
    public let ne: String?
    public let `in`: [String]?
    public let contains: String?
    public let startsWith: String?
    public let isNull: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        eq = try object.optional(0)
        ne = try object.optional(1)
        `in` = try object.optional(2)
        contains = try object.optional(3)
        startsWith = try object.optional(4)
        isNull = try object.optional(5)
    }
}

/// ID comparison.
public struct IDFilter: InputObjectDecodable {
    public let eq: GlobalID?
    public let `in`: [GlobalID]?
    public let isNull: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        eq = try object.optional(0)
        `in` = try object.optional(1)
        isNull = try object.optional(2)
    }
}

/// Date comparison; bounds are inclusive.
public struct DateFilter: InputObjectDecodable {
    public let eq: CalendarDate?
    public let gte: CalendarDate?
    public let lte: CalendarDate?
    public let isNull: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        eq = try object.optional(0)
        gte = try object.optional(1)
        lte = try object.optional(2)
        isNull = try object.optional(3)
    }
}

/// Instant comparison; `lt` is exclusive so that ranges can be half-open.
public struct DateTimeFilter: InputObjectDecodable {
    public let gte: Timestamp?
    public let lt: Timestamp?
    public let isNull: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        gte = try object.optional(0)
        lt = try object.optional(1)
        isNull = try object.optional(2)
    }
}

/// Inclusive range of days.
public struct DateRangeInput: InputObjectDecodable {
    public let from: CalendarDate
    public let to: CalendarDate

    public init(_ object: InputObject) throws(GraphQLError) {
        from = try object.required(0)
        to = try object.required(1)
    }
}

/// Half-open range of instants.
public struct DateTimeRangeInput: InputObjectDecodable {
    public let from: Timestamp
    public let to: Timestamp

    public init(_ object: InputObject) throws(GraphQLError) {
        from = try object.required(0)
        to = try object.required(1)
    }
}

/// A point on Earth, WGS 84.
public struct GeoPointInput: InputObjectDecodable {
    public let latitude: Double
    public let longitude: Double
    public let accuracyMeters: Double?

    public init(_ object: InputObject) throws(GraphQLError) {
        latitude = try object.required(0)
        longitude = try object.required(1)
        accuracyMeters = try object.optional(2)
    }
}

/// Filter for members.
public struct MemberFilter: InputObjectDecodable {
    public let role: [MembershipRole]?
    public let accessState: [MemberAccessState]?
    public let search: String?
    public let includeEnded: Bool?
    public let hasEmployee: Bool?
    public let and: [MemberFilter]?
    public let or: [MemberFilter]?

    public init(_ object: InputObject) throws(GraphQLError) {
        role = try object.optional(0)
        accessState = try object.optional(1)
        search = try object.optional(2)
        includeEnded = try object.optional(3)
        hasEmployee = try object.optional(4)
        and = try object.optional(5)
        or = try object.optional(6)
    }
}

/// Filter for invitations.
public struct InvitationFilter: InputObjectDecodable {
    public let status: [InvitationStatus]?
    public let email: StringFilter?
    public let createdAt: DateTimeFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        status = try object.optional(0)
        email = try object.optional(1)
        createdAt = try object.optional(2)
    }
}

/// Filter for websites.
public struct WebsiteFilter: InputObjectDecodable {
    public let status: [WebsiteStatus]?
    public let name: StringFilter?
    public let viewerRole: [WebsiteRole]?
    public let includeDeleted: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        status = try object.optional(0)
        name = try object.optional(1)
        viewerRole = try object.optional(2)
        includeDeleted = try object.optional(3)
    }
}

/// Filter for departments.
public struct DepartmentFilter: InputObjectDecodable {
    public let name: StringFilter?
    public let parentId: IDFilter?
    public let includeDeleted: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.optional(0)
        parentId = try object.optional(1)
        includeDeleted = try object.optional(2)
    }
}

/// Filter for employees.
public struct EmployeeFilter: InputObjectDecodable {
    public let id: IDFilter?
    public let departmentId: IDFilter?
    /// Also employees of sub-departments.
    public let includeSubDepartments: Bool?
    public let locationId: IDFilter?
    public let managerId: IDFilter?
    public let status: [EmploymentStatus]?
    public let employmentType: [EmploymentType]?
    public let number: StringFilter?
    public let fullName: StringFilter?
    public let hiredOn: DateFilter?
    public let hasLogin: Bool?
    public let includeDeleted: Bool?
    public let and: [EmployeeFilter]?
    public let or: [EmployeeFilter]?
    private let indirectNot: Indirect<EmployeeFilter?>
    public var not: EmployeeFilter? { indirectNot.value }

    public init(_ object: InputObject) throws(GraphQLError) {
        id = try object.optional(0)
        departmentId = try object.optional(1)
        includeSubDepartments = try object.optional(2)
        locationId = try object.optional(3)
        managerId = try object.optional(4)
        status = try object.optional(5)
        employmentType = try object.optional(6)
        number = try object.optional(7)
        fullName = try object.optional(8)
        hiredOn = try object.optional(9)
        hasLogin = try object.optional(10)
        includeDeleted = try object.optional(11)
        and = try object.optional(12)
        or = try object.optional(13)
        indirectNot = Indirect(try object.optional(14))
    }
}

/// Filter for shift assignments.
public struct ShiftAssignmentFilter: InputObjectDecodable {
    public let employeeId: IDFilter?
    public let shiftId: IDFilter?
    /// Those that hold on the day.
    public let on: CalendarDate?
    public let overlapping: DateRangeInput?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        shiftId = try object.optional(1)
        on = try object.optional(2)
        overlapping = try object.optional(3)
    }
}

/// Filter for punches.
public struct AttendanceEventFilter: InputObjectDecodable {
    public let employeeId: IDFilter?
    public let departmentId: IDFilter?
    public let kind: [AttendanceEventKind]?
    public let source: [AttendanceSource]?
    public let deviceId: IDFilter?
    public let occurredAt: DateTimeFilter?
    public let voided: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        departmentId = try object.optional(1)
        kind = try object.optional(2)
        source = try object.optional(3)
        deviceId = try object.optional(4)
        occurredAt = try object.optional(5)
        voided = try object.optional(6)
    }
}

/// Filter for sessions.
public struct AttendanceSessionFilter: InputObjectDecodable {
    public let employeeId: IDFilter?
    public let departmentId: IDFilter?
    public let status: [AttendanceSessionStatus]?
    public let overlapping: DateTimeRangeInput?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        departmentId = try object.optional(1)
        status = try object.optional(2)
        overlapping = try object.optional(3)
    }
}

/// Filter for days.
public struct AttendanceRecordFilter: InputObjectDecodable {
    public let employeeId: IDFilter?
    public let departmentId: IDFilter?
    public let includeSubDepartments: Bool?
    public let locationId: IDFilter?
    public let workDate: DateFilter?
    public let status: [AttendanceStatus]?
    public let lateOnly: Bool?
    public let flag: [String]?
    /// Days within the period, be it open or not.
    public let periodId: IDFilter?
    public let and: [AttendanceRecordFilter]?
    public let or: [AttendanceRecordFilter]?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        departmentId = try object.optional(1)
        includeSubDepartments = try object.optional(2)
        locationId = try object.optional(3)
        workDate = try object.optional(4)
        status = try object.optional(5)
        lateOnly = try object.optional(6)
        flag = try object.optional(7)
        periodId = try object.optional(8)
        and = try object.optional(9)
        or = try object.optional(10)
    }
}

/// Filter for presence.
public struct PresenceFilter: InputObjectDecodable {
    public let state: [PresenceState]?
    public let departmentId: IDFilter?
    public let locationId: IDFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        state = try object.optional(0)
        departmentId = try object.optional(1)
        locationId = try object.optional(2)
    }
}

/// Filter for audit entries.
public struct AuditLogFilter: InputObjectDecodable {
    public let actorId: IDFilter?
    public let action: StringFilter?
    public let entityType: StringFilter?
    public let entityId: IDFilter?
    public let occurredAt: DateTimeFilter?
    public let requestId: StringFilter?
    public let ip: StringFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        actorId = try object.optional(0)
        action = try object.optional(1)
        entityType = try object.optional(2)
        entityId = try object.optional(3)
        occurredAt = try object.optional(4)
        requestId = try object.optional(5)
        ip = try object.optional(6)
    }
}

/// Selects an employee.
public enum EmployeeSelector: InputObjectDecodable {
    case id(GlobalID)
    case number(String)
    case externalRef(String)

    public init(_ object: InputObject) throws(GraphQLError) {
        if let value = object[0] { self = .id(try .decoded(from: value)); return }
        if let value = object[1] { self = .number(try .decoded(from: value)); return }
        if let value = object[2] { self = .externalRef(try .decoded(from: value)); return }
        throw GraphQLError("OneOf Input Object \"EmployeeSelector\" must specify exactly one key.", code: "BAD_USER_INPUT")
    }
}

/// Input of authRegister.
public struct AuthRegisterInput: InputObjectDecodable {
    public let email: String
    public let password: String
    public let displayName: String
    public let username: String?
    public let organizationName: String?
    public let organizationSlug: String?
    /// Joins the organization that invited this address, instead of founding one.
    public let invitationToken: String?
    public let timeZone: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        email = try object.required(0)
        password = try object.required(1)
        displayName = try object.required(2)
        username = try object.optional(3)
        organizationName = try object.optional(4)
        organizationSlug = try object.optional(5)
        invitationToken = try object.optional(6)
        timeZone = try object.optional(7)
        clientMutationId = try object.optional(8)
    }
}

/// Input of authLogin.
public struct AuthLoginInput: InputObjectDecodable {
    public let identifier: String
    public let password: String
    public let organizationId: GlobalID?
    public let rememberMe: Bool?
    /// Leaves the tokens in cookies too, for a page in a browser. The request needs the header x-rollcall-csrf.
    public let useCookies: Bool?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        identifier = try object.required(0)
        password = try object.required(1)
        organizationId = try object.optional(2)
        rememberMe = try object.optional(3)
        useCookies = try object.optional(4)
        clientMutationId = try object.optional(5)
    }
}

/// Input of authRefresh.
public struct AuthRefreshInput: InputObjectDecodable {
    /// Left out by a page that has its tokens in cookies.
    public let refreshToken: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        refreshToken = try object.optional(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of authSwitchOrganization.
public struct AuthSwitchOrganizationInput: InputObjectDecodable {
    public let organizationId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        organizationId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of authLogout.
public struct AuthLogoutInput: InputObjectDecodable {
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientMutationId = try object.optional(0)
    }
}

/// Input of authLogoutAll.
public struct AuthLogoutAllInput: InputObjectDecodable {
    public let keepCurrent: Bool?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        keepCurrent = try object.optional(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of sessionRevoke.
public struct SessionRevokeInput: InputObjectDecodable {
    public let sessionId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        sessionId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of passwordChange.
public struct PasswordChangeInput: InputObjectDecodable {
    public let currentPassword: String
    public let newPassword: String
    public let revokeOtherSessions: Bool?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        currentPassword = try object.required(0)
        newPassword = try object.required(1)
        revokeOtherSessions = try object.optional(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of passwordResetRequest.
public struct PasswordResetRequestInput: InputObjectDecodable {
    public let email: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        email = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of passwordResetConfirm.
public struct PasswordResetConfirmInput: InputObjectDecodable {
    public let token: String
    public let newPassword: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        token = try object.required(0)
        newPassword = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of emailVerificationSend.
public struct EmailVerificationSendInput: InputObjectDecodable {
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientMutationId = try object.optional(0)
    }
}

/// Input of emailVerify.
public struct EmailVerifyInput: InputObjectDecodable {
    public let token: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        token = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of userProfileUpdate.
public struct UserProfileUpdateInput: InputObjectDecodable {
    public let displayName: InputField<String>
    public let bio: InputField<String>
    public let locale: InputField<String>
    public let timeZone: InputField<String>
    public let username: InputField<String>
    /// A picture of one's own that was uploaded completely; null for none.
    public let avatarFileId: InputField<GlobalID>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        displayName = try object.field(0)
        bio = try object.field(1)
        locale = try object.field(2)
        timeZone = try object.field(3)
        username = try object.field(4)
        avatarFileId = try object.field(5)
        expectedVersion = try object.field(6)
        clientMutationId = try object.field(7)
    }
}

/// Input of userEmailChangeRequest.
public struct UserEmailChangeRequestInput: InputObjectDecodable {
    public let newEmail: String
    public let password: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        newEmail = try object.required(0)
        password = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of userDeactivateSelf.
public struct UserDeactivateSelfInput: InputObjectDecodable {
    public let password: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        password = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Filter for organizations (platform).
public struct PlatformOrganizationFilter: InputObjectDecodable {
    public let state: [OrganizationState]?
    public let createdAt: DateTimeFilter?
    public let name: StringFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        state = try object.optional(0)
        createdAt = try object.optional(1)
        name = try object.optional(2)
    }
}

/// Selects an organization.
public enum OrganizationSelector: InputObjectDecodable {
    case id(GlobalID)
    case slug(String)

    public init(_ object: InputObject) throws(GraphQLError) {
        if let value = object[0] { self = .id(try .decoded(from: value)); return }
        if let value = object[1] { self = .slug(try .decoded(from: value)); return }
        throw GraphQLError("OneOf Input Object \"OrganizationSelector\" must specify exactly one key.", code: "BAD_USER_INPUT")
    }
}

/// Input of platformOrganizationSuspend.
public struct PlatformOrganizationSuspendInput: InputObjectDecodable {
    public let organizationId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        organizationId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformOrganizationUnsuspend.
public struct PlatformOrganizationUnsuspendInput: InputObjectDecodable {
    public let organizationId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        organizationId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformOrganizationRestore.
public struct PlatformOrganizationRestoreInput: InputObjectDecodable {
    public let organizationId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        organizationId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformUserSuspend.
public struct PlatformUserSuspendInput: InputObjectDecodable {
    public let userId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        userId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformUserUnsuspend.
public struct PlatformUserUnsuspendInput: InputObjectDecodable {
    public let userId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        userId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformUserArchive.
public struct PlatformUserArchiveInput: InputObjectDecodable {
    public let userId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        userId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of platformActAs.
public struct PlatformActAsInput: InputObjectDecodable {
    public let organizationId: GlobalID
    public let reason: String
    /// 1 to 60.
    public let minutes: Int
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        organizationId = try object.required(0)
        reason = try object.required(1)
        minutes = try object.required(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of organizationCreate.
public struct OrganizationCreateInput: InputObjectDecodable {
    public let name: String
    /// Made from the name when it is left out.
    public let slug: String?
    public let description: String?
    public let industry: String?
    public let countryCode: String?
    public let timeZone: String?
    public let locale: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        slug = try object.optional(1)
        description = try object.optional(2)
        industry = try object.optional(3)
        countryCode = try object.optional(4)
        timeZone = try object.optional(5)
        locale = try object.optional(6)
        clientMutationId = try object.optional(7)
    }
}

/// Input of organizationUpdate.
public struct OrganizationUpdateInput: InputObjectDecodable {
    public let name: InputField<String>
    public let slug: InputField<String>
    public let description: InputField<String>
    public let industry: InputField<String>
    public let countryCode: InputField<String>
    public let timeZone: InputField<String>
    public let locale: InputField<String>
    public let isPublic: InputField<Bool>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.field(0)
        slug = try object.field(1)
        description = try object.field(2)
        industry = try object.field(3)
        countryCode = try object.field(4)
        timeZone = try object.field(5)
        locale = try object.field(6)
        isPublic = try object.field(7)
        expectedVersion = try object.field(8)
        clientMutationId = try object.field(9)
    }
}

/// Input of organizationSettingsUpdate.
public struct OrganizationSettingsUpdateInput: InputObjectDecodable {
    public let settings: OrganizationSettingsInput
    /// Version of the settings.
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        settings = try object.required(0)
        expectedVersion = try object.field(1)
        clientMutationId = try object.field(2)
    }
}

/// Settings to change; omitted members stay as they are.
public struct OrganizationSettingsInput: InputObjectDecodable {
    public let weekStartsOn: Weekday?
    public let clockCooldownSeconds: Int?
    public let maxSessionMinutes: Int?
    public let autoCloseOpenSessions: Bool?
    public let maxDeviceClockSkewSeconds: Int?
    public let offlineEventMaxAgeDays: Int?
    public let allowWebClock: Bool?
    public let geofenceMode: GeofenceMode?
    /// Networks in CIDR notation, such as 192.0.2.0/24.
    public let ipAllowlist: [String]?
    public let biometricEnabled: Bool?
    public let faceMatchThreshold: Double?
    public let faceMargin: Double?
    public let biometricRetentionDays: Int?
    public let allowSelfApproval: Bool?
    public let invitationTtlHours: Int?
    /// An object.
    public let custom: JSONValue?

    public init(_ object: InputObject) throws(GraphQLError) {
        weekStartsOn = try object.optional(0)
        clockCooldownSeconds = try object.optional(1)
        maxSessionMinutes = try object.optional(2)
        autoCloseOpenSessions = try object.optional(3)
        maxDeviceClockSkewSeconds = try object.optional(4)
        offlineEventMaxAgeDays = try object.optional(5)
        allowWebClock = try object.optional(6)
        geofenceMode = try object.optional(7)
        ipAllowlist = try object.optional(8)
        biometricEnabled = try object.optional(9)
        faceMatchThreshold = try object.optional(10)
        faceMargin = try object.optional(11)
        biometricRetentionDays = try object.optional(12)
        allowSelfApproval = try object.optional(13)
        invitationTtlHours = try object.optional(14)
        custom = try object.optional(15)
    }
}

/// Input of organizationActivate.
public struct OrganizationActivateInput: InputObjectDecodable {
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        reason = try object.optional(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of organizationDeactivate.
public struct OrganizationDeactivateInput: InputObjectDecodable {
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        reason = try object.optional(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of organizationArchive.
public struct OrganizationArchiveInput: InputObjectDecodable {
    public let reason: String?
    /// The organization's slug.
    public let confirmSlug: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        reason = try object.optional(0)
        confirmSlug = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of organizationTransferOwnership.
public struct OrganizationTransferOwnershipInput: InputObjectDecodable {
    public let memberId: GlobalID
    /// What the owner is afterwards: ADMIN or MEMBER.
    public let demoteTo: MembershipRole
    /// The caller's own.
    public let password: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        demoteTo = try object.required(1)
        password = try object.required(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of memberAdd.
public struct MemberAddInput: InputObjectDecodable {
    public let email: String
    public let role: MembershipRole
    public let roleIds: [GlobalID]?
    public let title: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        email = try object.required(0)
        role = try object.required(1)
        roleIds = try object.optional(2)
        title = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of memberUpdate.
public struct MemberUpdateInput: InputObjectDecodable {
    public let memberId: GlobalID
    public let title: InputField<String>
    public let roleIds: InputField<[GlobalID]>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        title = try object.field(1)
        roleIds = try object.field(2)
        expectedVersion = try object.field(3)
        clientMutationId = try object.field(4)
    }
}

/// Input of memberRemove.
public struct MemberRemoveInput: InputObjectDecodable {
    public let memberId: GlobalID
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        reason = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of memberLeave.
public struct MemberLeaveInput: InputObjectDecodable {
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientMutationId = try object.optional(0)
    }
}

/// Input of memberDeactivate.
public struct MemberDeactivateInput: InputObjectDecodable {
    public let memberId: GlobalID
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        reason = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of memberActivate.
public struct MemberActivateInput: InputObjectDecodable {
    public let memberId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of memberSuspend.
public struct MemberSuspendInput: InputObjectDecodable {
    public let memberId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of membersBulkUpdate.
public struct MembersBulkUpdateInput: InputObjectDecodable {
    public let items: [MemberBulkUpdateItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.field(2)
    }
}

/// Input of adminGrant.
public struct AdminGrantInput: InputObjectDecodable {
    public let memberId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of adminRevoke.
public struct AdminRevokeInput: InputObjectDecodable {
    public let memberId: GlobalID
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        memberId = try object.required(0)
        reason = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of roleCreate.
public struct RoleCreateInput: InputObjectDecodable {
    public let key: String
    public let name: String
    public let permissions: [String]
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        key = try object.required(0)
        name = try object.required(1)
        permissions = try object.required(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of roleUpdate.
public struct RoleUpdateInput: InputObjectDecodable {
    public let roleId: GlobalID
    public let name: InputField<String>
    public let permissions: InputField<[String]>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        roleId = try object.required(0)
        name = try object.field(1)
        permissions = try object.field(2)
        expectedVersion = try object.field(3)
        clientMutationId = try object.field(4)
    }
}

/// Input of roleDelete.
public struct RoleDeleteInput: InputObjectDecodable {
    public let roleId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        roleId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// One member of a bulk update; omitted members stay, a null title clears.
public struct MemberBulkUpdateItem: InputObjectDecodable {
    /// Echoed in the result.
    public let clientRef: InputField<String>
    public let memberId: GlobalID
    public let title: InputField<String>
    public let roleIds: InputField<[GlobalID]>
    public let accessState: InputField<MemberAccessState>
    public let expectedVersion: InputField<Int>

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.field(0)
        memberId = try object.required(1)
        title = try object.field(2)
        roleIds = try object.field(3)
        accessState = try object.field(4)
        expectedVersion = try object.field(5)
    }
}

/// Input of invitationCreate.
public struct InvitationCreateInput: InputObjectDecodable {
    public let email: String
    public let role: MembershipRole
    public let roleIds: [GlobalID]?
    public let employeeId: GlobalID?
    public let locale: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        email = try object.required(0)
        role = try object.required(1)
        roleIds = try object.optional(2)
        employeeId = try object.optional(3)
        locale = try object.optional(4)
        clientMutationId = try object.optional(5)
    }
}

/// Input of invitationsBulkCreate.
public struct InvitationsBulkCreateInput: InputObjectDecodable {
    public let items: [InvitationBulkItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of invitationResend.
public struct InvitationResendInput: InputObjectDecodable {
    public let invitationId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        invitationId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of invitationRevoke.
public struct InvitationRevokeInput: InputObjectDecodable {
    public let invitationId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        invitationId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of invitationAccept.
public struct InvitationAcceptInput: InputObjectDecodable {
    public let token: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        token = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of invitationDecline.
public struct InvitationDeclineInput: InputObjectDecodable {
    public let token: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        token = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// One invitation of a bulk create.
public struct InvitationBulkItem: InputObjectDecodable {
    public let clientRef: String?
    public let email: String
    public let role: MembershipRole
    public let roleIds: [GlobalID]?
    public let employeeId: GlobalID?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        email = try object.required(1)
        role = try object.required(2)
        roleIds = try object.optional(3)
        employeeId = try object.optional(4)
    }
}

/// Input of websiteCreate.
public struct WebsiteCreateInput: InputObjectDecodable {
    public let key: String
    public let name: String
    public let primaryUrl: String?
    public let configuration: JSONValue?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        key = try object.required(0)
        name = try object.required(1)
        primaryUrl = try object.optional(2)
        configuration = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of websiteUpdate.
public struct WebsiteUpdateInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let name: InputField<String>
    public let primaryUrl: InputField<String>
    public let status: InputField<WebsiteStatus>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        name = try object.field(1)
        primaryUrl = try object.field(2)
        status = try object.field(3)
        expectedVersion = try object.field(4)
        clientMutationId = try object.field(5)
    }
}

/// Input of websiteConfigure.
public struct WebsiteConfigureInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let configurationPatch: JSONValue
    public let expectedVersion: Int?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        configurationPatch = try object.required(1)
        expectedVersion = try object.optional(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of websiteDelete.
public struct WebsiteDeleteInput: InputObjectDecodable {
    public let websiteId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of websiteRestore.
public struct WebsiteRestoreInput: InputObjectDecodable {
    public let websiteId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of websiteMemberSet.
public struct WebsiteMemberSetInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let memberId: GlobalID
    public let role: WebsiteRole?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        memberId = try object.required(1)
        role = try object.optional(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of websiteDomainAdd.
public struct WebsiteDomainAddInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let domain: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        domain = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of websiteDomainVerify.
public struct WebsiteDomainVerifyInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let domain: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        domain = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of websiteDomainRemove.
public struct WebsiteDomainRemoveInput: InputObjectDecodable {
    public let websiteId: GlobalID
    public let domain: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        websiteId = try object.required(0)
        domain = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of departmentCreate.
public struct DepartmentCreateInput: InputObjectDecodable {
    public let name: String
    public let code: String?
    public let parentId: GlobalID?
    public let managerId: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        code = try object.optional(1)
        parentId = try object.optional(2)
        managerId = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of departmentUpdate.
public struct DepartmentUpdateInput: InputObjectDecodable {
    public let departmentId: GlobalID
    public let name: InputField<String>
    public let code: InputField<String>
    public let parentId: InputField<GlobalID>
    public let managerId: InputField<GlobalID>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        departmentId = try object.required(0)
        name = try object.field(1)
        code = try object.field(2)
        parentId = try object.field(3)
        managerId = try object.field(4)
        expectedVersion = try object.field(5)
        clientMutationId = try object.field(6)
    }
}

/// Input of departmentDelete.
public struct DepartmentDeleteInput: InputObjectDecodable {
    public let departmentId: GlobalID
    public let moveEmployeesTo: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        departmentId = try object.required(0)
        moveEmployeesTo = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of workLocationCreate.
public struct WorkLocationCreateInput: InputObjectDecodable {
    public let name: String
    public let timeZone: String
    public let point: GeoPointInput?
    public let radiusMeters: Int?
    public let ipAllowlist: [String]?
    /// Null for the organization's default.
    public let holidayCalendarId: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        timeZone = try object.required(1)
        point = try object.optional(2)
        radiusMeters = try object.optional(3)
        ipAllowlist = try object.optional(4)
        holidayCalendarId = try object.optional(5)
        clientMutationId = try object.optional(6)
    }
}

/// Input of workLocationUpdate.
public struct WorkLocationUpdateInput: InputObjectDecodable {
    public let locationId: GlobalID
    public let name: InputField<String>
    public let timeZone: InputField<String>
    public let point: InputField<GeoPointInput>
    public let radiusMeters: InputField<Int>
    public let ipAllowlist: InputField<[String]>
    public let holidayCalendarId: InputField<GlobalID>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        locationId = try object.required(0)
        name = try object.field(1)
        timeZone = try object.field(2)
        point = try object.field(3)
        radiusMeters = try object.field(4)
        ipAllowlist = try object.field(5)
        holidayCalendarId = try object.field(6)
        expectedVersion = try object.field(7)
        clientMutationId = try object.field(8)
    }
}

/// Input of workLocationDelete.
public struct WorkLocationDeleteInput: InputObjectDecodable {
    public let locationId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        locationId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of employeeCreate.
public struct EmployeeCreateInput: InputObjectDecodable {
    public let employee: EmployeeInput
    public let inviteRole: MembershipRole?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employee = try object.required(0)
        inviteRole = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of employeeUpdate.
public struct EmployeeUpdateInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let employee: EmployeePatchInput
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        employee = try object.required(1)
        expectedVersion = try object.field(2)
        clientMutationId = try object.field(3)
    }
}

/// Input of employeeTerminate.
public struct EmployeeTerminateInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let on: CalendarDate
    public let deactivateMember: Bool
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        on = try object.required(1)
        deactivateMember = try object.required(2)
        reason = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of employeeDelete.
public struct EmployeeDeleteInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let reason: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        reason = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of employeeRestore.
public struct EmployeeRestoreInput: InputObjectDecodable {
    public let employeeId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of employeeLinkMember.
public struct EmployeeLinkMemberInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let memberId: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        memberId = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of employeesBulkUpsert.
public struct EmployeesBulkUpsertInput: InputObjectDecodable {
    public let items: [EmployeeBulkItem]
    public let errorPolicy: ErrorPolicy
    public let dryRun: Bool
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        dryRun = try object.required(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of shiftCreate.
public struct ShiftCreateInput: InputObjectDecodable {
    public let shift: ShiftInput
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        shift = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of shiftUpdate.
public struct ShiftUpdateInput: InputObjectDecodable {
    public let shiftId: GlobalID
    public let shift: ShiftInput
    /// The first day to be computed anew under the changed rules, at most a year ago: the days of the shift from then to today,
    /// whoever works it. It happens in the background, under the rules as they are then; days of locked periods stay as they are.
    public let recomputeFrom: InputField<CalendarDate>
    public let expectedVersion: InputField<Int>
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        shiftId = try object.required(0)
        shift = try object.required(1)
        recomputeFrom = try object.field(2)
        expectedVersion = try object.field(3)
        clientMutationId = try object.field(4)
    }
}

/// Input of shiftDelete.
public struct ShiftDeleteInput: InputObjectDecodable {
    public let shiftId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        shiftId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of shiftAssign.
public struct ShiftAssignInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let shiftId: GlobalID
    public let slot: Int
    public let validFrom: CalendarDate
    public let validTo: CalendarDate?
    public let locationId: GlobalID?
    /// Shifts in turn instead of one; shiftId is one of them.
    public let rotation: ShiftRotationInput?
    /// Cuts or ends what the new assignment overlaps.
    public let replaceOverlapping: Bool
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        shiftId = try object.required(1)
        slot = try object.required(2)
        validFrom = try object.required(3)
        validTo = try object.optional(4)
        locationId = try object.optional(5)
        rotation = try object.optional(6)
        replaceOverlapping = try object.required(7)
        clientMutationId = try object.optional(8)
    }
}

/// Input of shiftUnassign.
public struct ShiftUnassignInput: InputObjectDecodable {
    public let assignmentId: GlobalID
    /// The first day on which the assignment does not hold any more.
    public let from: CalendarDate
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        assignmentId = try object.required(0)
        from = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of shiftAssignmentsBulkCreate.
public struct ShiftAssignmentsBulkCreateInput: InputObjectDecodable {
    public let items: [ShiftAssignmentBulkItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of holidayCalendarSave.
public struct HolidayCalendarSaveInput: InputObjectDecodable {
    /// Null for a new one.
    public let calendarId: GlobalID?
    public let name: String
    public let isDefault: Bool
    /// All of them, at most 1000.
    public let holidays: [HolidayInput]
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        calendarId = try object.optional(0)
        name = try object.required(1)
        isDefault = try object.required(2)
        holidays = try object.required(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of employeesBulkUpdate.
public struct EmployeesBulkUpdateInput: InputObjectDecodable {
    public let employeeIds: [GlobalID]
    public let patch: EmployeePatchInput
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: InputField<String>

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeIds = try object.required(0)
        patch = try object.required(1)
        errorPolicy = try object.required(2)
        clientMutationId = try object.field(3)
    }
}

/// Input of attendanceClockIn.
public struct AttendanceClockInInput: InputObjectDecodable {
    public let employeeId: GlobalID?
    public let point: GeoPointInput?
    public let note: String?
    public let clientEventId: UUID?
    public let occurredAt: Timestamp?
    public let timeZone: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        point = try object.optional(1)
        note = try object.optional(2)
        clientEventId = try object.optional(3)
        occurredAt = try object.optional(4)
        timeZone = try object.optional(5)
        clientMutationId = try object.optional(6)
    }
}

/// Input of attendanceClockOut.
public struct AttendanceClockOutInput: InputObjectDecodable {
    public let employeeId: GlobalID?
    public let point: GeoPointInput?
    public let note: String?
    public let clientEventId: UUID?
    public let occurredAt: Timestamp?
    public let timeZone: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        point = try object.optional(1)
        note = try object.optional(2)
        clientEventId = try object.optional(3)
        occurredAt = try object.optional(4)
        timeZone = try object.optional(5)
        clientMutationId = try object.optional(6)
    }
}

/// Input of attendanceBreakStart.
public struct AttendanceBreakStartInput: InputObjectDecodable {
    public let employeeId: GlobalID?
    public let isPaid: Bool?
    public let clientEventId: UUID?
    public let occurredAt: Timestamp?
    public let timeZone: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        isPaid = try object.optional(1)
        clientEventId = try object.optional(2)
        occurredAt = try object.optional(3)
        timeZone = try object.optional(4)
        clientMutationId = try object.optional(5)
    }
}

/// Input of attendanceBreakEnd.
public struct AttendanceBreakEndInput: InputObjectDecodable {
    public let employeeId: GlobalID?
    public let clientEventId: UUID?
    public let occurredAt: Timestamp?
    public let timeZone: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        clientEventId = try object.optional(1)
        occurredAt = try object.optional(2)
        timeZone = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of attendanceRecordOverride.
public struct AttendanceRecordOverrideInput: InputObjectDecodable {
    public let employeeId: GlobalID
    public let workDate: CalendarDate
    public let status: AttendanceStatus
    public let reason: String
    public let expectedVersion: Int?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.required(0)
        workDate = try object.required(1)
        status = try object.required(2)
        reason = try object.required(3)
        expectedVersion = try object.optional(4)
        clientMutationId = try object.optional(5)
    }
}

/// Input of attendanceRecordsBulkOverride.
public struct AttendanceRecordsBulkOverrideInput: InputObjectDecodable {
    public let items: [AttendanceOverrideItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// One overridden day.
public struct AttendanceOverrideItem: InputObjectDecodable {
    public let clientRef: String?
    public let employeeId: GlobalID
    public let workDate: CalendarDate
    public let status: AttendanceStatus
    public let reason: String
    public let expectedVersion: Int?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        employeeId = try object.required(1)
        workDate = try object.required(2)
        status = try object.required(3)
        reason = try object.required(4)
        expectedVersion = try object.optional(5)
    }
}

/// Input of attendanceSessionClose.
public struct AttendanceSessionCloseInput: InputObjectDecodable {
    public let sessionId: GlobalID
    public let clockOutAt: Timestamp
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        sessionId = try object.required(0)
        clockOutAt = try object.required(1)
        reason = try object.required(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of attendanceEventVoid.
public struct AttendanceEventVoidInput: InputObjectDecodable {
    public let eventId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        eventId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of attendanceOvertimeApprove.
public struct AttendanceOvertimeApproveInput: InputObjectDecodable {
    public let recordId: GlobalID
    public let minutes: Int
    public let note: String?
    public let expectedVersion: Int?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        recordId = try object.required(0)
        minutes = try object.required(1)
        note = try object.optional(2)
        expectedVersion = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of attendanceRecompute.
public struct AttendanceRecomputeInput: InputObjectDecodable {
    public let range: DateRangeInput
    public let employeeIds: [GlobalID]?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        range = try object.required(0)
        employeeIds = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of attendanceEventsSync.
public struct AttendanceEventsSyncInput: InputObjectDecodable {
    public let items: [DeviceEventInput]
    /// Up to which the device has sent everything.
    public let throughSequence: Int64?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        throughSequence = try object.optional(1)
        clientMutationId = try object.optional(2)
    }
}

/// One buffered event of a device.
public struct DeviceEventInput: InputObjectDecodable {
    /// The machine's own unique id for the event.
    public let deviceEventId: String
    /// Its place in what the machine sends. Where it follows the acknowledged one without a gap, it is acknowledged too.
    public let sequence: Int64?
    public let externalUserId: String
    /// Omit when the machine does not say in or out.
    public let kind: AttendanceEventKind?
    public let occurredAt: Timestamp
    /// MOBILE, KIOSK, BIOMETRIC_DEVICE or FACE.
    public let method: AttendanceSource
    public let point: GeoPointInput?

    public init(_ object: InputObject) throws(GraphQLError) {
        deviceEventId = try object.required(0)
        sequence = try object.optional(1)
        externalUserId = try object.required(2)
        kind = try object.optional(3)
        occurredAt = try object.required(4)
        method = try object.required(5)
        point = try object.optional(6)
    }
}

/// Input of deviceCreate.
public struct DeviceCreateInput: InputObjectDecodable {
    public let name: String
    public let kind: DeviceKind
    public let locationId: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        kind = try object.required(1)
        locationId = try object.optional(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of deviceRotateKey.
public struct DeviceRotateKeyInput: InputObjectDecodable {
    public let deviceId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        deviceId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of deviceRevoke.
public struct DeviceRevokeInput: InputObjectDecodable {
    public let deviceId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        deviceId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of deviceIdentitiesSet.
public struct DeviceIdentitiesSetInput: InputObjectDecodable {
    public let items: [DeviceIdentityItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// One mapping.
public struct DeviceIdentityItem: InputObjectDecodable {
    public let clientRef: String?
    /// Null for every device.
    public let deviceId: GlobalID?
    public let externalUserId: String
    public let employeeId: GlobalID

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        deviceId = try object.optional(1)
        externalUserId = try object.required(2)
        employeeId = try object.required(3)
    }
}

/// Filter for corrections.
public struct AttendanceCorrectionFilter: InputObjectDecodable {
    public let employeeId: IDFilter?
    public let departmentId: IDFilter?
    public let status: [RequestStatus]?
    public let workDate: DateFilter?
    /// Only those the caller may decide.
    public let awaitingMe: Bool?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        departmentId = try object.optional(1)
        status = try object.optional(2)
        workDate = try object.optional(3)
        awaitingMe = try object.optional(4)
    }
}

/// Input of attendanceCorrectionRequest.
public struct AttendanceCorrectionRequestInput: InputObjectDecodable {
    /// The caller's own record when left out.
    public let employeeId: GlobalID?
    public let workDate: CalendarDate
    public let kind: CorrectionKind
    public let proposedEvents: [ProposedEventInput]
    public let voidEventIds: [GlobalID]?
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        employeeId = try object.optional(0)
        workDate = try object.required(1)
        kind = try object.required(2)
        proposedEvents = try object.required(3)
        voidEventIds = try object.optional(4)
        reason = try object.required(5)
        clientMutationId = try object.optional(6)
    }
}

/// A punch proposed by a correction: an instant, or a wall-clock time in a zone.
public struct ProposedEventInput: InputObjectDecodable {
    public let kind: AttendanceEventKind
    public let at: InstantOrLocalInput

    public init(_ object: InputObject) throws(GraphQLError) {
        kind = try object.required(0)
        at = try object.required(1)
    }
}

/// Exactly one way of giving a moment.
public enum InstantOrLocalInput: InputObjectDecodable {
    case instant(Timestamp)
    case local(LocalDateTimeInput)

    public init(_ object: InputObject) throws(GraphQLError) {
        if let value = object[0] { self = .instant(try .decoded(from: value)); return }
        if let value = object[1] { self = .local(try .decoded(from: value)); return }
        throw GraphQLError("OneOf Input Object \"InstantOrLocalInput\" must specify exactly one key.", code: "BAD_USER_INPUT")
    }
}

/// A wall-clock moment. Refused when it does not exist in the zone, or happens twice and `offsetMinutes` is missing.
public struct LocalDateTimeInput: InputObjectDecodable {
    public let date: CalendarDate
    public let time: LocalTime
    /// The employee's when left out.
    public let timeZone: String?
    public let offsetMinutes: Int?

    public init(_ object: InputObject) throws(GraphQLError) {
        date = try object.required(0)
        time = try object.required(1)
        timeZone = try object.optional(2)
        offsetMinutes = try object.optional(3)
    }
}

/// Input of attendanceCorrectionCancel.
public struct AttendanceCorrectionCancelInput: InputObjectDecodable {
    public let correctionId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        correctionId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of attendanceCorrectionDecide.
public struct AttendanceCorrectionDecideInput: InputObjectDecodable {
    public let correctionId: GlobalID
    public let approve: Bool
    public let note: String?
    /// Version of the day's record that was looked at, 0 where there is none; needed when the correction is stale. Of a day with
    /// several shifts the sum of its records' versions.
    public let expectedVersion: Int?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        correctionId = try object.required(0)
        approve = try object.required(1)
        note = try object.optional(2)
        expectedVersion = try object.optional(3)
        clientMutationId = try object.optional(4)
    }
}

/// Input of attendanceCorrectionsBulkDecide.
public struct AttendanceCorrectionsBulkDecideInput: InputObjectDecodable {
    public let items: [DecisionItem]
    public let errorPolicy: ErrorPolicy
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        items = try object.required(0)
        errorPolicy = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// One decision.
public struct DecisionItem: InputObjectDecodable {
    public let clientRef: String?
    public let requestId: GlobalID
    public let approve: Bool
    public let note: String?
    public let expectedVersion: Int?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        requestId = try object.required(1)
        approve = try object.required(2)
        note = try object.optional(3)
        expectedVersion = try object.optional(4)
    }
}

/// Input of attendancePeriodCreate.
public struct AttendancePeriodCreateInput: InputObjectDecodable {
    public let name: String
    public let range: DateRangeInput
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        range = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// Input of attendancePeriodLock.
public struct AttendancePeriodLockInput: InputObjectDecodable {
    public let periodId: GlobalID
    public let force: Bool
    public let expectedVersion: Int?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        periodId = try object.required(0)
        force = try object.required(1)
        expectedVersion = try object.optional(2)
        clientMutationId = try object.optional(3)
    }
}

/// Input of attendancePeriodReopen.
public struct AttendancePeriodReopenInput: InputObjectDecodable {
    public let periodId: GlobalID
    public let reason: String
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        periodId = try object.required(0)
        reason = try object.required(1)
        clientMutationId = try object.optional(2)
    }
}

/// A new employee.
public struct EmployeeInput: InputObjectDecodable {
    public let number: String
    public let fullName: String
    public let email: String?
    public let phone: String?
    public let jobTitle: String?
    public let employmentType: EmploymentType
    public let hiredOn: CalendarDate
    public let departmentId: GlobalID?
    public let locationId: GlobalID?
    public let managerId: GlobalID?
    public let timeZone: String?
    public let externalRef: String?
    public let custom: JSONValue?

    public init(_ object: InputObject) throws(GraphQLError) {
        number = try object.required(0)
        fullName = try object.required(1)
        email = try object.optional(2)
        phone = try object.optional(3)
        jobTitle = try object.optional(4)
        employmentType = try object.required(5)
        hiredOn = try object.required(6)
        departmentId = try object.optional(7)
        locationId = try object.optional(8)
        managerId = try object.optional(9)
        timeZone = try object.optional(10)
        externalRef = try object.optional(11)
        custom = try object.optional(12)
    }
}

/// Changes to an employee; omitted members stay, null clears.
public struct EmployeePatchInput: InputObjectDecodable {
    public let number: InputField<String>
    public let fullName: InputField<String>
    public let email: InputField<String>
    public let phone: InputField<String>
    public let jobTitle: InputField<String>
    public let employmentType: InputField<EmploymentType>
    public let status: InputField<EmploymentStatus>
    public let hiredOn: InputField<CalendarDate>
    public let departmentId: InputField<GlobalID>
    public let locationId: InputField<GlobalID>
    public let managerId: InputField<GlobalID>
    public let timeZone: InputField<String>
    public let externalRef: InputField<String>
    public let custom: InputField<JSONValue>

    public init(_ object: InputObject) throws(GraphQLError) {
        number = try object.field(0)
        fullName = try object.field(1)
        email = try object.field(2)
        phone = try object.field(3)
        jobTitle = try object.field(4)
        employmentType = try object.field(5)
        status = try object.field(6)
        hiredOn = try object.field(7)
        departmentId = try object.field(8)
        locationId = try object.field(9)
        managerId = try object.field(10)
        timeZone = try object.field(11)
        externalRef = try object.field(12)
        custom = try object.field(13)
    }
}

/// One employee of a bulk upsert.
public struct EmployeeBulkItem: InputObjectDecodable {
    /// Echoed in the result.
    public let clientRef: String?
    public let externalRef: String?
    public let number: String
    public let fullName: String
    public let email: String?
    public let phone: String?
    public let jobTitle: String?
    public let employmentType: EmploymentType?
    public let hiredOn: CalendarDate
    public let departmentCode: String?
    public let departmentId: GlobalID?
    public let locationId: GlobalID?
    public let managerNumber: String?
    public let timeZone: String?
    public let custom: JSONValue?

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        externalRef = try object.optional(1)
        number = try object.required(2)
        fullName = try object.required(3)
        email = try object.optional(4)
        phone = try object.optional(5)
        jobTitle = try object.optional(6)
        employmentType = try object.optional(7)
        hiredOn = try object.required(8)
        departmentCode = try object.optional(9)
        departmentId = try object.optional(10)
        locationId = try object.optional(11)
        managerNumber = try object.optional(12)
        timeZone = try object.optional(13)
        custom = try object.optional(14)
    }
}

/// A shift.
public struct ShiftInput: InputObjectDecodable {
    public let name: String
    public let startTime: LocalTime
    public let endTime: LocalTime
    public let timeZone: String?
    public let weekdays: [Weekday]
    public let earlyClockInMinutes: Int
    public let lateClockOutMinutes: Int
    public let lateGraceMinutes: Int
    public let earlyLeaveGraceMinutes: Int
    public let breakMinutes: Int
    public let breakMode: BreakMode
    public let breakIsPaid: Bool
    public let halfDayBelowMinutes: Int?
    public let absentBelowMinutes: Int?
    public let overtimeAfterMinutes: Int
    public let overtimeBeforeShift: Bool
    public let overtimeNeedsApproval: Bool
    public let roundingMinutes: Int
    public let roundingMode: RoundingMode

    public init(_ object: InputObject) throws(GraphQLError) {
        name = try object.required(0)
        startTime = try object.required(1)
        endTime = try object.required(2)
        timeZone = try object.optional(3)
        weekdays = try object.required(4)
        earlyClockInMinutes = try object.required(5)
        lateClockOutMinutes = try object.required(6)
        lateGraceMinutes = try object.required(7)
        earlyLeaveGraceMinutes = try object.required(8)
        breakMinutes = try object.required(9)
        breakMode = try object.required(10)
        breakIsPaid = try object.required(11)
        halfDayBelowMinutes = try object.optional(12)
        absentBelowMinutes = try object.optional(13)
        overtimeAfterMinutes = try object.required(14)
        overtimeBeforeShift = try object.required(15)
        overtimeNeedsApproval = try object.required(16)
        roundingMinutes = try object.required(17)
        roundingMode = try object.required(18)
    }
}

/// One assignment of a bulk create.
public struct ShiftAssignmentBulkItem: InputObjectDecodable {
    public let clientRef: String?
    public let employeeId: GlobalID
    public let shiftId: GlobalID
    public let slot: Int
    public let validFrom: CalendarDate
    public let validTo: CalendarDate?
    public let locationId: GlobalID?
    /// Shifts in turn instead of one; shiftId is one of them.
    public let rotation: ShiftRotationInput?
    public let replaceOverlapping: Bool

    public init(_ object: InputObject) throws(GraphQLError) {
        clientRef = try object.optional(0)
        employeeId = try object.required(1)
        shiftId = try object.required(2)
        slot = try object.required(3)
        validFrom = try object.required(4)
        validTo = try object.optional(5)
        locationId = try object.optional(6)
        rotation = try object.optional(7)
        replaceOverlapping = try object.required(8)
    }
}

/// A holiday.
public struct HolidayInput: InputObjectDecodable {
    public let day: CalendarDate
    public let name: String
    public let half: DayHalf?
    public let isOptional: Bool

    public init(_ object: InputObject) throws(GraphQLError) {
        day = try object.required(0)
        name = try object.required(1)
        half = try object.optional(2)
        isOptional = try object.required(3)
    }
}

/// Shifts that follow one another day by day and begin again.
public struct ShiftRotationInput: InputObjectDecodable {
    /// A day on which the first of the shifts is worked.
    public let anchor: CalendarDate
    /// One for each day, null for a day off; at most 366.
    public let shiftIds: [GlobalID?]

    public init(_ object: InputObject) throws(GraphQLError) {
        anchor = try object.required(0)
        shiftIds = try object.required(1)
    }
}

/// Sort order for Member.
public struct MemberOrder: InputObjectDecodable {
    public let field: MemberOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Sort order for Invitation.
public struct InvitationOrder: InputObjectDecodable {
    public let field: InvitationOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Sort order for Website.
public struct WebsiteOrder: InputObjectDecodable {
    public let field: WebsiteOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Sort order for Department.
public struct DepartmentOrder: InputObjectDecodable {
    public let field: DepartmentOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Sort order for AttendanceRecord.
public struct AttendanceRecordOrder: InputObjectDecodable {
    public let field: AttendanceRecordOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Sort order for Employee.
public struct EmployeeOrder: InputObjectDecodable {
    public let field: EmployeeOrderField
    public let direction: OrderDirection

    public init(_ object: InputObject) throws(GraphQLError) {
        field = try object.required(0)
        direction = try object.required(1)
    }
}

/// Filter for files.
public struct FileFilter: InputObjectDecodable {
    public let purpose: [FilePurpose]?
    public let ownerId: IDFilter?
    public let createdAt: DateTimeFilter?

    public init(_ object: InputObject) throws(GraphQLError) {
        purpose = try object.optional(0)
        ownerId = try object.optional(1)
        createdAt = try object.optional(2)
    }
}

/// Input of organizationLogoSet.
public struct OrganizationLogoSetInput: InputObjectDecodable {
    public let fileId: GlobalID?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        fileId = try object.optional(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of fileUploadRequest.
public struct FileUploadRequestInput: InputObjectDecodable {
    public let purpose: FilePurpose
    public let fileName: String
    public let contentType: String
    public let byteSize: Int64
    public let sha256: String?
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        purpose = try object.required(0)
        fileName = try object.required(1)
        contentType = try object.required(2)
        byteSize = try object.required(3)
        sha256 = try object.optional(4)
        clientMutationId = try object.optional(5)
    }
}

/// Input of fileUploadComplete.
public struct FileUploadCompleteInput: InputObjectDecodable {
    public let fileId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        fileId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}

/// Input of fileDelete.
public struct FileDeleteInput: InputObjectDecodable {
    public let fileId: GlobalID
    /// Echoed in the payload.
    public let clientMutationId: String?

    public init(_ object: InputObject) throws(GraphQLError) {
        fileId = try object.required(0)
        clientMutationId = try object.optional(1)
    }
}
