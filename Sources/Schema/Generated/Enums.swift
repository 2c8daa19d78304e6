// Generated from schema.graphql: swift run SchemaGenerator schema.graphql Sources/Schema/Generated
// swift-format-ignore-file

import GraphQLEngine
import JSON

/// How far a permission reaches.
public enum PermissionScope: String, Sendable, CaseIterable, GraphQLEnumeration {
    /// Only the caller's own employee or member record.
    case selfValue = "SELF"
    /// Employees the caller manages.
    case team = "TEAM"
    /// The whole organization.
    case organization = "ORGANIZATION"
    /// Every organization (platform administrators).
    case platform = "PLATFORM"

    public static let typeName = "PermissionScope"
}

/// Sort direction.
public enum OrderDirection: String, Sendable, CaseIterable, GraphQLEnumeration {
    case asc = "ASC"
    case desc = "DESC"

    public static let typeName = "OrderDirection"
}

/// What a bulk mutation does when some items are invalid.
public enum ErrorPolicy: String, Sendable, CaseIterable, GraphQLEnumeration {
    /// Apply nothing unless every item is valid.
    case rejectEverything = "REJECT_EVERYTHING"
    /// Apply the valid items, report the others.
    case rejectFailedRows = "REJECT_FAILED_ROWS"

    public static let typeName = "ErrorPolicy"
}

/// Stable codes of user errors. Clients may switch on them; new codes can appear.
public enum UserErrorCode: String, Sendable, CaseIterable, GraphQLEnumeration {
    case required = "REQUIRED"
    case invalid = "INVALID"
    case tooShort = "TOO_SHORT"
    case tooLong = "TOO_LONG"
    case outOfRange = "OUT_OF_RANGE"
    case notFound = "NOT_FOUND"
    case forbidden = "FORBIDDEN"
    case taken = "TAKEN"
    case staleVersion = "STALE_VERSION"
    case limitReached = "LIMIT_REACHED"
    case rateLimited = "RATE_LIMITED"
    case invalidCredentials = "INVALID_CREDENTIALS"
    case emailNotVerified = "EMAIL_NOT_VERIFIED"
    case tokenInvalid = "TOKEN_INVALID"
    case tokenExpired = "TOKEN_EXPIRED"
    case tokenReused = "TOKEN_REUSED"
    case passwordTooWeak = "PASSWORD_TOO_WEAK"
    case registrationDisabled = "REGISTRATION_DISABLED"
    case lastOwner = "LAST_OWNER"
    case ownerOnly = "OWNER_ONLY"
    case roleEscalation = "ROLE_ESCALATION"
    case alreadyMember = "ALREADY_MEMBER"
    case alreadyInvited = "ALREADY_INVITED"
    case invitationEmailMismatch = "INVITATION_EMAIL_MISMATCH"
    case invitationNotPending = "INVITATION_NOT_PENDING"
    case invitationInvalid = "INVITATION_INVALID"
    case organizationSuspended = "ORGANIZATION_SUSPENDED"
    case organizationArchived = "ORGANIZATION_ARCHIVED"
    case organizationInactive = "ORGANIZATION_INACTIVE"
    case invalidTransition = "INVALID_TRANSITION"
    case domainNotVerified = "DOMAIN_NOT_VERIFIED"
    case inUse = "IN_USE"
    case cycle = "CYCLE"
    case shiftOverlap = "SHIFT_OVERLAP"
    case alreadyClockedIn = "ALREADY_CLOCKED_IN"
    case notClockedIn = "NOT_CLOCKED_IN"
    case alreadyOnBreak = "ALREADY_ON_BREAK"
    case notOnBreak = "NOT_ON_BREAK"
    case clockCooldown = "CLOCK_COOLDOWN"
    case sessionOverlap = "SESSION_OVERLAP"
    case outsideGeofence = "OUTSIDE_GEOFENCE"
    case networkNotAllowed = "NETWORK_NOT_ALLOWED"
    case clockSkew = "CLOCK_SKEW"
    case eventTooOld = "EVENT_TOO_OLD"
    case eventInFuture = "EVENT_IN_FUTURE"
    case employeeInactive = "EMPLOYEE_INACTIVE"
    case periodLocked = "PERIOD_LOCKED"
    case periodOverlap = "PERIOD_OVERLAP"
    case periodHasBlockers = "PERIOD_HAS_BLOCKERS"
    case alreadyPending = "ALREADY_PENDING"
    case localTimeInvalid = "LOCAL_TIME_INVALID"
    case localTimeAmbiguous = "LOCAL_TIME_AMBIGUOUS"
    case noEmployeeRecord = "NO_EMPLOYEE_RECORD"
    case selfApproval = "SELF_APPROVAL"
    case duplicateInBatch = "DUPLICATE_IN_BATCH"
    case batchTooLarge = "BATCH_TOO_LARGE"
    case batchAborted = "BATCH_ABORTED"
    case fileTooLarge = "FILE_TOO_LARGE"
    case fileTypeNotAllowed = "FILE_TYPE_NOT_ALLOWED"

    public static let typeName = "UserErrorCode"
}

/// Derived state of a person's account.
public enum UserState: String, Sendable, CaseIterable, GraphQLEnumeration {
    case active = "ACTIVE"
    case inactive = "INACTIVE"
    case suspended = "SUSPENDED"
    case archived = "ARCHIVED"

    public static let typeName = "UserState"
}

/// Derived state of an organization: archived > suspended > inactive > active.
public enum OrganizationState: String, Sendable, CaseIterable, GraphQLEnumeration {
    case active = "ACTIVE"
    case inactive = "INACTIVE"
    case suspended = "SUSPENDED"
    case archived = "ARCHIVED"

    public static let typeName = "OrganizationState"
}

/// Role of a member, strongest first.
public enum MembershipRole: String, Sendable, CaseIterable, GraphQLEnumeration {
    case owner = "OWNER"
    case admin = "ADMIN"
    case member = "MEMBER"

    public static let typeName = "MembershipRole"
}

/// Whether a membership may be used.
public enum MemberAccessState: String, Sendable, CaseIterable, GraphQLEnumeration {
    case active = "ACTIVE"
    case deactivated = "DEACTIVATED"
    case suspended = "SUSPENDED"

    public static let typeName = "MemberAccessState"
}

/// How a geofence is applied.
public enum GeofenceMode: String, Sendable, CaseIterable, GraphQLEnumeration {
    case off = "OFF"
    case record = "RECORD"
    case enforce = "ENFORCE"

    public static let typeName = "GeofenceMode"
}

/// ISO weekday.
public enum Weekday: String, Sendable, CaseIterable, GraphQLEnumeration {
    case monday = "MONDAY"
    case tuesday = "TUESDAY"
    case wednesday = "WEDNESDAY"
    case thursday = "THURSDAY"
    case friday = "FRIDAY"
    case saturday = "SATURDAY"
    case sunday = "SUNDAY"

    public static let typeName = "Weekday"
}

/// State of an invitation.
public enum InvitationStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case pending = "PENDING"
    case accepted = "ACCEPTED"
    case declined = "DECLINED"
    case revoked = "REVOKED"
    case expired = "EXPIRED"

    public static let typeName = "InvitationStatus"
}

/// Role on one website.
public enum WebsiteRole: String, Sendable, CaseIterable, GraphQLEnumeration {
    case manager = "MANAGER"
    case editor = "EDITOR"
    case viewer = "VIEWER"

    public static let typeName = "WebsiteRole"
}

/// State of a website.
public enum WebsiteStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case draft = "DRAFT"
    case live = "LIVE"
    case paused = "PAUSED"

    public static let typeName = "WebsiteStatus"
}

/// Kind of employment.
public enum EmploymentType: String, Sendable, CaseIterable, GraphQLEnumeration {
    case fullTime = "FULL_TIME"
    case partTime = "PART_TIME"
    case contractor = "CONTRACTOR"
    case intern = "INTERN"
    case temporary = "TEMPORARY"

    public static let typeName = "EmploymentType"
}

/// State of employment.
public enum EmploymentStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case active = "ACTIVE"
    case onNotice = "ON_NOTICE"
    case terminated = "TERMINATED"

    public static let typeName = "EmploymentStatus"
}

/// How breaks are deducted.
public enum BreakMode: String, Sendable, CaseIterable, GraphQLEnumeration {
    case none = "NONE"
    case fixed = "FIXED"
    case punched = "PUNCHED"
    case greaterOf = "GREATER_OF"

    public static let typeName = "BreakMode"
}

/// How punches are rounded.
public enum RoundingMode: String, Sendable, CaseIterable, GraphQLEnumeration {
    case nearest = "NEAREST"
    case up = "UP"
    case down = "DOWN"

    public static let typeName = "RoundingMode"
}

/// Morning or afternoon.
public enum DayHalf: String, Sendable, CaseIterable, GraphQLEnumeration {
    case am = "AM"
    case pm = "PM"

    public static let typeName = "DayHalf"
}

/// Kind of punch.
public enum AttendanceEventKind: String, Sendable, CaseIterable, GraphQLEnumeration {
    case clockIn = "CLOCK_IN"
    case clockOut = "CLOCK_OUT"
    case breakStart = "BREAK_START"
    case breakEnd = "BREAK_END"

    public static let typeName = "AttendanceEventKind"
}

/// Where a punch came from.
public enum AttendanceSource: String, Sendable, CaseIterable, GraphQLEnumeration {
    case web = "WEB"
    case mobile = "MOBILE"
    case kiosk = "KIOSK"
    case biometricDevice = "BIOMETRIC_DEVICE"
    case face = "FACE"
    case manual = "MANUAL"
    case `import` = "IMPORT"
    case auto = "AUTO"

    public static let typeName = "AttendanceSource"
}

/// Result of the geofence check.
public enum GeofenceResult: String, Sendable, CaseIterable, GraphQLEnumeration {
    case inside = "INSIDE"
    case outside = "OUTSIDE"
    case unknown = "UNKNOWN"
    case notRequired = "NOT_REQUIRED"

    public static let typeName = "GeofenceResult"
}

/// State of a session.
public enum AttendanceSessionStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case open = "OPEN"
    case closed = "CLOSED"
    case autoClosed = "AUTO_CLOSED"
    case voided = "VOIDED"

    public static let typeName = "AttendanceSessionStatus"
}

/// Outcome of a day.
public enum AttendanceStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case pending = "PENDING"
    case present = "PRESENT"
    case halfDay = "HALF_DAY"
    case absent = "ABSENT"
    case onLeave = "ON_LEAVE"
    case holiday = "HOLIDAY"
    case restDay = "REST_DAY"
    case remote = "REMOTE"

    public static let typeName = "AttendanceStatus"
}

/// Where an employee is now.
public enum PresenceState: String, Sendable, CaseIterable, GraphQLEnumeration {
    case `in` = "IN"
    case onBreak = "ON_BREAK"
    case out = "OUT"
    case onLeave = "ON_LEAVE"

    public static let typeName = "PresenceState"
}

/// State of a payroll period.
public enum PeriodStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case open = "OPEN"
    case locked = "LOCKED"
    case exported = "EXPORTED"

    public static let typeName = "PeriodStatus"
}

/// State of a request.
public enum RequestStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case draft = "DRAFT"
    case pending = "PENDING"
    case approved = "APPROVED"
    case rejected = "REJECTED"
    case cancelled = "CANCELLED"
    case cancellationPending = "CANCELLATION_PENDING"

    public static let typeName = "RequestStatus"
}

/// Kind of correction.
public enum CorrectionKind: String, Sendable, CaseIterable, GraphQLEnumeration {
    case missedClockIn = "MISSED_CLOCK_IN"
    case missedClockOut = "MISSED_CLOCK_OUT"
    case wrongTime = "WRONG_TIME"
    case addDay = "ADD_DAY"
    case remoteWork = "REMOTE_WORK"
    case onDuty = "ON_DUTY"
    case void = "VOID"

    public static let typeName = "CorrectionKind"
}

/// Who acted.
public enum AuditActorKind: String, Sendable, CaseIterable, GraphQLEnumeration {
    case user = "USER"
    case device = "DEVICE"
    case system = "SYSTEM"
    case platformAdmin = "PLATFORM_ADMIN"

    public static let typeName = "AuditActorKind"
}

/// Kind of device.
public enum DeviceKind: String, Sendable, CaseIterable, GraphQLEnumeration {
    case kiosk = "KIOSK"
    case biometric = "BIOMETRIC"
    case rfid = "RFID"
    case mobile = "MOBILE"
    case syncAgent = "SYNC_AGENT"

    public static let typeName = "DeviceKind"
}

/// State of a background job.
public enum JobStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case queued = "QUEUED"
    case running = "RUNNING"
    case succeeded = "SUCCEEDED"
    case failed = "FAILED"
    case dead = "DEAD"

    public static let typeName = "JobStatus"
}

/// What became of a device event.
public enum DeviceEventOutcome: String, Sendable, CaseIterable, GraphQLEnumeration {
    case accepted = "ACCEPTED"
    /// Sent before, or the same person punched the same a moment before.
    case duplicate = "DUPLICATE"
    case rejected = "REJECTED"
    /// Kept, waiting for the user id to be mapped.
    case unmapped = "UNMAPPED"

    public static let typeName = "DeviceEventOutcome"
}

/// Sort key for Member.
public enum MemberOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case joinedAt = "JOINED_AT"
    case name = "NAME"
    case role = "ROLE"

    public static let typeName = "MemberOrderField"
}

/// Sort key for Invitation.
public enum InvitationOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case createdAt = "CREATED_AT"
    case expiresAt = "EXPIRES_AT"
    case email = "EMAIL"

    public static let typeName = "InvitationOrderField"
}

/// Sort key for Website.
public enum WebsiteOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case name = "NAME"
    case createdAt = "CREATED_AT"
    case updatedAt = "UPDATED_AT"

    public static let typeName = "WebsiteOrderField"
}

/// Sort key for Department.
public enum DepartmentOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case name = "NAME"
    case code = "CODE"

    public static let typeName = "DepartmentOrderField"
}

/// Sort key for AttendanceRecord.
public enum AttendanceRecordOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case workDate = "WORK_DATE"
    case employeeName = "EMPLOYEE_NAME"
    case workedMinutes = "WORKED_MINUTES"
    case lateMinutes = "LATE_MINUTES"
    case overtimeMinutes = "OVERTIME_MINUTES"

    public static let typeName = "AttendanceRecordOrderField"
}

/// Sort key for Employee.
public enum EmployeeOrderField: String, Sendable, CaseIterable, GraphQLEnumeration {
    case fullName = "FULL_NAME"
    case number = "NUMBER"
    case hiredOn = "HIRED_ON"
    case createdAt = "CREATED_AT"
    case updatedAt = "UPDATED_AT"

    public static let typeName = "EmployeeOrderField"
}

/// Purpose of a file.
public enum FilePurpose: String, Sendable, CaseIterable, GraphQLEnumeration {
    case avatar = "AVATAR"
    case logo = "LOGO"

    public static let typeName = "FilePurpose"
}

/// State of a file.
public enum FileStatus: String, Sendable, CaseIterable, GraphQLEnumeration {
    case pending = "PENDING"
    case ready = "READY"
    case rejected = "REJECTED"
    case deleted = "DELETED"

    public static let typeName = "FileStatus"
}
