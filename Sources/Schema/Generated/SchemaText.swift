// Generated from schema.graphql: swift run SchemaGenerator schema.graphql Sources/Schema/Generated
// swift-format-ignore-file

/// The text of schema.graphql, so that the server needs no file.
public let rollcallSchemaText = ##"""
    """
    Multi-tenant workforce API: identity, organizations, departments, employees and attendance.

    Conventions
    -----------
    * IDs are opaque global IDs (type and key). An ID that belongs to another organization
      answers exactly as one that does not exist.
    * The organization comes from the access token, never from an argument.
    * Lists are connections: `first`/`after` or `last`/`before`, at most 100 per page, `nodes` as a shortcut,
      `totalCount` computed only when selected. Ordering is a list; the primary key is always the last key.
    * A mutation takes one `input` and answers with a payload: the changed object (null on failure),
      `userErrors` (things a person can fix) and `clientMutationId` (echoed, no other meaning).
    * Top-level `errors` are for requests that could not be executed: `extensions.code` is one of
      GRAPHQL_PARSE_FAILED, GRAPHQL_VALIDATION_FAILED, BAD_USER_INPUT, UNAUTHENTICATED, FORBIDDEN,
      TENANT_SUSPENDED, TOKEN_STALE, RATE_LIMITED, QUERY_TOO_COMPLEX, TIMEOUT, INTERNAL_SERVER_ERROR.
    * `@idempotent(key:)` on a root mutation field makes a retry answer with the first result.
    * `expectedVersion` makes an update fail with StaleVersionError instead of overwriting.
    * Bulk mutations answer with one result per item, in input order, under an `ErrorPolicy`.
    * Instants are DateTime (RFC 3339 with offset). A business day is a Date.
    """
    schema {
      query: Query
      mutation: Mutation
    }

    """
    Permission needed to select this field, or to reach an object of this type by any way (node, nodes, an interface).
    Read by the planner and enforced before any resolver runs. A field that carries it is nullable: when it is denied, it is
    null with a FORBIDDEN error at its path, and its siblings are answered.
    """
    directive @can(permission: String!, scope: PermissionScope! = ORGANIZATION) on FIELD_DEFINITION | OBJECT

    "Weight of a field for the query cost limit."
    directive @cost(weight: Int!) on FIELD_DEFINITION

    "Exactly one member of this input must be given and non-null."
    directive @oneOf on INPUT_OBJECT

    """
    Marks what clients should stop using. Defined here with the places of the September 2025 edition, as introspecting
    clients refuse a place that they don't know, such as the newer DIRECTIVE_DEFINITION.
    """
    directive @deprecated(reason: String! = "No longer supported") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE

    "Usable by anonymous callers."
    directive @public on FIELD_DEFINITION

    """
    Makes a root mutation field retry-safe. The key is scoped to the caller and the organization and kept for 24 hours.
    Same key and same arguments: the stored answer. Same key, other arguments: IDEMPOTENCY_KEY_MISMATCH.
    First attempt still running: IDEMPOTENCY_IN_PROGRESS. Mutations that work outside of one organization, such as signing
    in, and those that answer with a secret take no key: BAD_USER_INPUT.
    """
    directive @idempotent(key: String!) on FIELD

    "RFC 3339 instant with an explicit offset, microsecond precision."
    scalar DateTime @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc3339")

    "Calendar date, YYYY-MM-DD."
    scalar Date

    "Wall-clock time, HH:MM or HH:MM:SS."
    scalar LocalTime

    "IANA time zone name, e.g. Europe/Berlin."
    scalar TimeZone

    "Any JSON value."
    scalar JSON

    "Absolute http(s) URL."
    scalar URL

    "64-bit integer, a string where it exceeds 2^53."
    scalar BigInt

    "UUID used by clients as an idempotency or correlation key."
    scalar UUID @specifiedBy(url: "https://www.rfc-editor.org/rfc/rfc9562")

    "How far a permission reaches."
    enum PermissionScope {
      "Only the caller's own employee or member record."
      SELF
      "Employees the caller manages."
      TEAM
      "The whole organization."
      ORGANIZATION
      "Every organization (platform administrators)."
      PLATFORM
    }

    "Sort direction."
    enum OrderDirection {
      ASC
      DESC
    }

    "What a bulk mutation does when some items are invalid."
    enum ErrorPolicy {
      "Apply nothing unless every item is valid."
      REJECT_EVERYTHING
      "Apply the valid items, report the others."
      REJECT_FAILED_ROWS
    }

    "An object with a global ID."
    interface Node {
      "Opaque global ID."
      id: ID!
    }

    "An object that records when it was made and changed, and its optimistic-lock version."
    interface Timestamped {
      createdAt: DateTime!
      updatedAt: DateTime!
      "Increases by one with every change."
      version: Int!
    }

    "An object that can be soft-deleted."
    interface SoftDeletable {
      "When it was soft-deleted; null while live."
      deletedAt: DateTime
    }

    "A cursor page."
    type PageInfo {
      hasNextPage: Boolean!
      hasPreviousPage: Boolean!
      startCursor: String
      endCursor: String
    }

    "Stable codes of user errors. Clients may switch on them; new codes can appear."
    enum UserErrorCode {
      REQUIRED
      INVALID
      TOO_SHORT
      TOO_LONG
      OUT_OF_RANGE
      NOT_FOUND
      FORBIDDEN
      TAKEN
      STALE_VERSION
      LIMIT_REACHED
      RATE_LIMITED
      INVALID_CREDENTIALS
      EMAIL_NOT_VERIFIED
      TOKEN_INVALID
      TOKEN_EXPIRED
      TOKEN_REUSED
      PASSWORD_TOO_WEAK
      REGISTRATION_DISABLED
      LAST_OWNER
      OWNER_ONLY
      ROLE_ESCALATION
      ALREADY_MEMBER
      ALREADY_INVITED
      INVITATION_EMAIL_MISMATCH
      INVITATION_NOT_PENDING
      INVITATION_INVALID
      ORGANIZATION_SUSPENDED
      ORGANIZATION_ARCHIVED
      ORGANIZATION_INACTIVE
      INVALID_TRANSITION
      DOMAIN_NOT_VERIFIED
      IN_USE
      CYCLE
      SHIFT_OVERLAP
      ALREADY_CLOCKED_IN
      NOT_CLOCKED_IN
      ALREADY_ON_BREAK
      NOT_ON_BREAK
      CLOCK_COOLDOWN
      SESSION_OVERLAP
      OUTSIDE_GEOFENCE
      NETWORK_NOT_ALLOWED
      CLOCK_SKEW
      EVENT_TOO_OLD
      EVENT_IN_FUTURE
      EMPLOYEE_INACTIVE
      PERIOD_LOCKED
      PERIOD_OVERLAP
      PERIOD_HAS_BLOCKERS
      ALREADY_PENDING
      LOCAL_TIME_INVALID
      LOCAL_TIME_AMBIGUOUS
      NO_EMPLOYEE_RECORD
      SELF_APPROVAL
      DUPLICATE_IN_BATCH
      BATCH_TOO_LARGE
      BATCH_ABORTED
      FILE_TOO_LARGE
      FILE_TYPE_NOT_ALLOWED
    }

    "Something the caller can put right. Select `code` and `message` always; use fragments for details."
    interface UserError {
      code: UserErrorCode!
      "Human-readable, in the caller's locale, safe to show."
      message: String!
      "Path of the offending input field, from the mutation's arguments, e.g. [\"input\", \"items\", \"3\", \"email\"]."
      path: [String!]
    }

    "A plain user error."
    type GenericError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
    }

    "The object changed since it was read."
    type StaleVersionError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      currentVersion: Int!
    }

    "Too many attempts."
    type RateLimitError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      retryAfterSeconds: Int!
    }

    "The organization would be left without an owner."
    type LastOwnerError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      "Transfer ownership to one of these first."
      candidates: [Member!]!
    }

    "The employee already has an open session."
    type AlreadyClockedInError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      openSession: AttendanceSession!
    }

    "The employee is outside the allowed area."
    type GeofenceError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      distanceMeters: Int!
      allowedRadiusMeters: Int!
      location: WorkLocation!
    }

    "The times overlap existing sessions."
    type SessionOverlapError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      "Those that stand in the way, as far as the caller may see them."
      conflictingSessions: [AttendanceSession!]!
    }

    "The payroll period that contains the day is closed."
    type PeriodLockedError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      period: AttendancePeriod!
    }

    "The local time does not exist or happens twice in that zone."
    type LocalTimeError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      "Instants the caller may mean; empty when the time does not exist."
      candidates: [DateTime!]!
    }

    "The state does not allow this."
    type TransitionError implements UserError {
      code: UserErrorCode!
      message: String!
      path: [String!]
      from: String!
      to: String!
      "The states that can follow."
      allowed: [String!]!
    }

    "String comparison. All given members must hold."
    input StringFilter {
      eq: String
      ne: String
      in: [String!]
      contains: String
      startsWith: String
      isNull: Boolean
    }

    "ID comparison."
    input IDFilter {
      eq: ID
      in: [ID!]
      isNull: Boolean
    }

    "Date comparison; bounds are inclusive."
    input DateFilter {
      eq: Date
      gte: Date
      lte: Date
      isNull: Boolean
    }

    "Instant comparison; `lt` is exclusive so that ranges can be half-open."
    input DateTimeFilter {
      gte: DateTime
      lt: DateTime
      isNull: Boolean
    }

    "Inclusive range of days."
    input DateRangeInput {
      from: Date!
      to: Date!
    }

    "Half-open range of instants."
    input DateTimeRangeInput {
      from: DateTime!
      to: DateTime!
    }

    "A point on Earth, WGS 84."
    input GeoPointInput {
      latitude: Float!
      longitude: Float!
      accuracyMeters: Float
    }

    "A point on Earth, WGS 84."
    type GeoPoint {
      latitude: Float!
      longitude: Float!
      accuracyMeters: Float
    }

    "Derived state of a person's account."
    enum UserState {
      ACTIVE
      INACTIVE
      SUSPENDED
      ARCHIVED
    }

    "A person. Only people who share (or shared) an organization with the caller are visible."
    type User implements Node & Timestamped {
      id: ID!
      createdAt: DateTime!
      updatedAt: DateTime!
      version: Int!
      displayName: String!
      avatarUrl: URL
      bio: String
      locale: String!
      timeZone: TimeZone!
      "Visible to the person, to colleagues with member.read, and to platform administrators."
      email: String
      emailVerified: Boolean!
      username: String
      state: UserState!
      "Status history, newest first (self and platform administrators; empty for others)."
      statusHistory: [StatusPeriod!]!
    }

    "One interval of a status history."
    type StatusPeriod {
      state: String!
      from: DateTime!
      to: DateTime
      reason: String
      actor: User
    }

    "A signed-in device of the caller."
    type Session implements Node {
      id: ID!
      createdAt: DateTime!
      lastSeenAt: DateTime!
      expiresAt: DateTime!
      ip: String
      userAgent: String
      isCurrent: Boolean!
      rememberMe: Boolean!
      organization: Organization
    }

    "The caller."
    type Viewer {
      user: User!
      session: Session!
      "Organizations the caller belongs to, current one first."
      memberships: [Member!]!
      "Organization of the access token; null right after sign-up without one."
      organization: Organization
      member: Member
      "The caller's employee record in the current organization."
      employee: Employee
      "Effective permission codes with their reach, for building menus."
      permissions: [EffectivePermission!]!
      isPlatformAdmin: Boolean!
      sessions: [Session!]!
      "Pending invitations addressed to one of the caller's verified e-mail addresses."
      invitations: [InvitationPreview!]!
    }

    "A permission the caller holds."
    type EffectivePermission {
      code: String!
      scope: PermissionScope!
    }

    "Result of a successful sign-in. Tokens are also set as HttpOnly cookies when the client asked for cookies."
    type AuthTokens {
      accessToken: String!
      accessTokenExpiresAt: DateTime!
      refreshToken: String!
      refreshTokenExpiresAt: DateTime!
      tokenType: String!
    }

    "Derived state of an organization: archived > suspended > inactive > active."
    enum OrganizationState {
      ACTIVE
      INACTIVE
      SUSPENDED
      ARCHIVED
    }

    "Role of a member, strongest first."
    enum MembershipRole {
      OWNER
      ADMIN
      MEMBER
    }

    "Whether a membership may be used."
    enum MemberAccessState {
      ACTIVE
      DEACTIVATED
      SUSPENDED
    }

    "A tenant."
    type Organization implements Node & Timestamped {
      id: ID!
      createdAt: DateTime!
      updatedAt: DateTime!
      version: Int!
      name: String!
      slug: String!
      description: String
      industry: String
      countryCode: String
      logoUrl: URL
      timeZone: TimeZone!
      locale: String!
      isPublic: Boolean!
      state: OrganizationState!
      settings: OrganizationSettings @can(permission: "org.read")
      owner: Member @can(permission: "member.read")
      "Every owner so far, the current one first."
      ownershipHistory: [OwnershipPeriod!] @can(permission: "admin.read")
      "Newest first."
      statusHistory: [StatusPeriod!] @can(permission: "org.update")
      members(first: Int, after: String, last: Int, before: String, filter: MemberFilter, orderBy: [MemberOrder!]): MemberConnection @can(permission: "member.read")
      "Live and past grants, those that are live first, then the latest first."
      admins(first: Int, after: String, last: Int, before: String): AdminGrantConnection @can(permission: "admin.read")
      "Custom roles, by key."
      roles(first: Int, after: String, last: Int, before: String): RoleConnection @can(permission: "role.read")
      invitations(first: Int, after: String, last: Int, before: String, filter: InvitationFilter, orderBy: [InvitationOrder!]): InvitationConnection @can(permission: "invitation.read")
      invitationStats: InvitationStats @can(permission: "invitation.read")
      files(first: Int, after: String, last: Int, before: String, filter: FileFilter): FileConnection @can(permission: "file.upload", scope: SELF)
      websites(first: Int, after: String, last: Int, before: String, filter: WebsiteFilter, orderBy: [WebsiteOrder!]): WebsiteConnection @can(permission: "website.read")
      departments(first: Int, after: String, last: Int, before: String, filter: DepartmentFilter, orderBy: [DepartmentOrder!]): DepartmentConnection @can(permission: "department.read")
      locations(first: Int, after: String, last: Int, before: String): WorkLocationConnection @can(permission: "department.read")
      employees(first: Int, after: String, last: Int, before: String, filter: EmployeeFilter, orderBy: [EmployeeOrder!], search: String): EmployeeConnection @can(permission: "employee.read", scope: SELF)
      devices(first: Int, after: String, last: Int, before: String): DeviceConnection @can(permission: "device.manage")
      "By name."
      shifts(first: Int, after: String, last: Int, before: String): ShiftConnection @can(permission: "shift.read")
      "Those of employees whom the caller may read; the latest start first."
      shiftAssignments(first: Int, after: String, last: Int, before: String, filter: ShiftAssignmentFilter): ShiftAssignmentConnection @can(permission: "shift.read")
      holidayCalendars: [HolidayCalendar!] @can(permission: "shift.read")
      "Newest first."
      attendanceEvents(first: Int, after: String, last: Int, before: String, filter: AttendanceEventFilter): AttendanceEventConnection @can(permission: "attendance.read", scope: SELF)
      "The latest start first."
      attendanceSessions(first: Int, after: String, last: Int, before: String, filter: AttendanceSessionFilter): AttendanceSessionConnection @can(permission: "attendance.read", scope: SELF)
      "The newest day first, unless ordered otherwise."
      attendanceRecords(first: Int, after: String, last: Int, before: String, filter: AttendanceRecordFilter, orderBy: [AttendanceRecordOrder!]): AttendanceRecordConnection @can(permission: "attendance.read", scope: SELF)
      "Totals per employee over a range of at most 366 days, e.g. a monthly timesheet."
      timesheets(first: Int, after: String, last: Int, before: String, range: DateRangeInput!, filter: EmployeeFilter): TimesheetConnection @can(permission: "attendance.read", scope: SELF) @cost(weight: 10)
      "Who is in, on break or out right now, by name."
      presence(first: Int, after: String, last: Int, before: String, filter: PresenceFilter): PresenceConnection @can(permission: "attendance.read", scope: TEAM)
      attendanceCorrections(first: Int, after: String, last: Int, before: String, filter: AttendanceCorrectionFilter): AttendanceCorrectionConnection @can(permission: "attendance.read", scope: SELF)
      attendancePeriods(first: Int, after: String, last: Int, before: String): AttendancePeriodConnection @can(permission: "period.manage")
      "What was changed and by whom, newest first."
      auditLogs(first: Int, after: String, last: Int, before: String, filter: AuditLogFilter): AuditLogConnection @can(permission: "audit.read")
      "The range is the days of activeUsers, by default the last 30."
      stats(range: DateRangeInput): OrganizationStats @can(permission: "stats.read") @cost(weight: 10)
    }

    "What anybody signed in may see of a public organization."
    type PublicOrganization {
      id: ID!
      name: String!
      slug: String!
      description: String
      industry: String
      countryCode: String
      logoUrl: URL
      memberCount: Int!
    }

    "Attendance and security policy of an organization."
    type OrganizationSettings {
      weekStartsOn: Weekday!
      clockCooldownSeconds: Int!
      maxSessionMinutes: Int!
      autoCloseOpenSessions: Boolean!
      maxDeviceClockSkewSeconds: Int!
      offlineEventMaxAgeDays: Int!
      allowWebClock: Boolean!
      geofenceMode: GeofenceMode!
      ipAllowlist: [String!]!
      biometricEnabled: Boolean!
      faceMatchThreshold: Float!
      faceMargin: Float!
      biometricRetentionDays: Int!
      allowSelfApproval: Boolean!
      invitationTtlHours: Int!
      custom: JSON!
      version: Int!
    }

    "How a geofence is applied."
    enum GeofenceMode {
      OFF
      RECORD
      ENFORCE
    }

    "ISO weekday."
    enum Weekday {
      MONDAY
      TUESDAY
      WEDNESDAY
      THURSDAY
      FRIDAY
      SATURDAY
      SUNDAY
    }

    "One interval of ownership."
    type OwnershipPeriod {
      member: Member!
      from: DateTime!
      to: DateTime
      "Null for the founding."
      transferredBy: User
    }

    "Counts for the organization dashboard; days are those of the organization's time zone."
    type OrganizationStats {
      memberCount: Int!
      adminCount: Int!
      activeEmployeeCount: Int!
      pendingInvitationCount: Int!
      websiteCount: Int!
      presentToday: Int!
      lateToday: Int!
      absentToday: Int!
      openSessions: Int!
      pendingCorrections: Int!
      "Members who had a session in the organization."
      activeUsers: Int!
    }

    "A person's membership of one organization."
    type Member implements Node @can(permission: "member.read") {
      id: ID!
      user: User!
      organization: Organization!
      role: MembershipRole!
      title: String
      accessState: MemberAccessState!
      joinedAt: DateTime!
      endedAt: DateTime
      version: Int!
      customRoles: [Role!]!
      employee: Employee
      "From joining on; the current state last."
      statusHistory: [StatusPeriod!] @can(permission: "member.update")
      "Roles on live websites, by their names."
      websiteGrants: [WebsiteGrant!] @can(permission: "website.read")
    }

    "An admin grant, live or past."
    type AdminGrant implements Node @can(permission: "admin.read") {
      id: ID!
      member: Member!
      grantedBy: User
      grantedAt: DateTime!
      revokedBy: User
      revokedAt: DateTime
    }

    "A named set of permissions inside one organization."
    type Role implements Node @can(permission: "role.read") {
      id: ID!
      key: String!
      name: String!
      permissions: [String!]!
      isSystem: Boolean!
      version: Int!
      memberCount: Int!
    }

    "State of an invitation."
    enum InvitationStatus {
      PENDING
      ACCEPTED
      DECLINED
      REVOKED
      EXPIRED
    }

    "An invitation to join."
    type Invitation implements Node @can(permission: "invitation.read") {
      id: ID!
      email: String!
      role: MembershipRole!
      roles: [Role!]!
      employee: Employee
      status: InvitationStatus!
      invitedBy: Member!
      createdAt: DateTime!
      expiresAt: DateTime!
      lastSentAt: DateTime
      sendCount: Int!
      decidedAt: DateTime
      acceptedBy: User
    }

    "What the holder of an invitation link may see before accepting."
    type InvitationPreview {
      organizationName: String!
      organizationLogoUrl: URL
      inviterName: String!
      "The address it was sent to, partly masked for strangers."
      email: String!
      role: MembershipRole!
      expiresAt: DateTime!
      status: InvitationStatus!
      requiresRegistration: Boolean!
    }

    "Counts of invitations by status."
    type InvitationStats {
      pending: Int!
      accepted: Int!
      declined: Int!
      revoked: Int!
      expired: Int!
    }

    "A catalogue entry of the permission system."
    type PermissionDefinition {
      code: String!
      description: String!
      grantable: Boolean!
      "Roles of permissions.json that hold it without a custom role."
      defaultRoles: [String!]!
    }

    "Role on one website."
    enum WebsiteRole {
      MANAGER
      EDITOR
      VIEWER
    }

    "State of a website."
    enum WebsiteStatus {
      DRAFT
      LIVE
      PAUSED
    }

    "A website run by the organization."
    type Website implements Node & Timestamped & SoftDeletable @can(permission: "website.read") {
      id: ID!
      createdAt: DateTime!
      updatedAt: DateTime!
      version: Int!
      deletedAt: DateTime
      key: String!
      name: String!
      primaryUrl: URL
      status: WebsiteStatus!
      "Null also on sites that the caller may not configure."
      configuration: JSON @can(permission: "website.configure")
      domains: [WebsiteDomain!]!
      members(first: Int, after: String, last: Int, before: String): WebsiteGrantConnection @can(permission: "website.read")
      "The role that the caller was given on this site."
      viewerRole: WebsiteRole
    }

    "A domain claimed for a website."
    type WebsiteDomain {
      domain: String!
      verified: Boolean!
      verifiedAt: DateTime
      "Name and text of the TXT record to publish."
      verificationRecord: String @can(permission: "website.configure")
    }

    "A member's role on a website."
    type WebsiteGrant implements Node @can(permission: "website.read") {
      id: ID!
      website: Website!
      member: Member!
      role: WebsiteRole!
      grantedAt: DateTime!
    }

    "A department; departments form a tree."
    type Department implements Node & SoftDeletable @can(permission: "department.read") {
      id: ID!
      deletedAt: DateTime
      version: Int!
      name: String!
      code: String
      parent: Department
      children: [Department!]!
      manager: Employee
      employeeCount: Int!
      employees(first: Int, after: String, last: Int, before: String): EmployeeConnection @can(permission: "employee.read", scope: SELF)
    }

    "A place of work."
    type WorkLocation implements Node & SoftDeletable @can(permission: "department.read") {
      id: ID!
      deletedAt: DateTime
      version: Int!
      name: String!
      timeZone: TimeZone!
      point: GeoPoint
      radiusMeters: Int
      ipAllowlist: [String!]!
      "Null for the organization's default."
      holidayCalendar: HolidayCalendar
    }

    "Kind of employment."
    enum EmploymentType {
      FULL_TIME
      PART_TIME
      CONTRACTOR
      INTERN
      TEMPORARY
    }

    "State of employment."
    enum EmploymentStatus {
      ACTIVE
      ON_NOTICE
      TERMINATED
    }

    "An employee profile, with or without a login."
    type Employee implements Node & Timestamped & SoftDeletable @can(permission: "employee.read", scope: SELF) {
      id: ID!
      createdAt: DateTime!
      updatedAt: DateTime!
      version: Int!
      deletedAt: DateTime
      number: String!
      fullName: String!
      email: String @can(permission: "employee.read_sensitive", scope: SELF)
      phone: String @can(permission: "employee.read_sensitive", scope: SELF)
      jobTitle: String
      employmentType: EmploymentType!
      status: EmploymentStatus!
      hiredOn: Date!
      terminatedOn: Date
      "Own override, else the location's, else the organization's."
      timeZone: TimeZone!
      department: Department
      location: WorkLocation
      manager: Employee
      reports(first: Int, after: String, last: Int, before: String): EmployeeConnection!
      member: Member
      externalRef: String
      custom: JSON @can(permission: "employee.read_sensitive", scope: SELF)
      presence: Presence @can(permission: "attendance.read", scope: SELF)
      "The shift that applies to an instant (default now), resolved over midnight and margins."
      shiftAt(at: DateTime): ScheduledShift @can(permission: "shift.read")
      "The shifts that start within the range, of at most 92 days."
      schedule(range: DateRangeInput!): [ScheduledShift!] @can(permission: "shift.read") @cost(weight: 5)
      "The latest start first."
      shiftAssignments(first: Int, after: String, last: Int, before: String): ShiftAssignmentConnection @can(permission: "shift.read")
      attendanceRecords(first: Int, after: String, last: Int, before: String, range: DateRangeInput): AttendanceRecordConnection @can(permission: "attendance.read", scope: SELF)
      "Totals over a range of at most 366 days."
      timesheet(range: DateRangeInput!): Timesheet @can(permission: "attendance.read", scope: SELF) @cost(weight: 5)
      "What was changed of the record itself and by whom, newest first."
      corrections(first: Int, after: String, last: Int, before: String): AttendanceCorrectionConnection @can(permission: "attendance.read", scope: SELF)
      auditLogs(first: Int, after: String, last: Int, before: String): AuditLogConnection @can(permission: "audit.read")
    }

    "How breaks are deducted."
    enum BreakMode {
      NONE
      FIXED
      PUNCHED
      GREATER_OF
    }

    "How punches are rounded."
    enum RoundingMode {
      NEAREST
      UP
      DOWN
    }

    "A work pattern in wall-clock time. If `endTime` is not after `startTime` the shift ends on the next day."
    type Shift implements Node & SoftDeletable @can(permission: "shift.read") {
      id: ID!
      deletedAt: DateTime
      version: Int!
      name: String!
      startTime: LocalTime!
      endTime: LocalTime!
      crossesMidnight: Boolean!
      timeZone: TimeZone
      weekdays: [Weekday!]!
      earlyClockInMinutes: Int!
      lateClockOutMinutes: Int!
      lateGraceMinutes: Int!
      earlyLeaveGraceMinutes: Int!
      breakMinutes: Int!
      breakMode: BreakMode!
      breakIsPaid: Boolean!
      halfDayBelowMinutes: Int
      absentBelowMinutes: Int
      overtimeAfterMinutes: Int!
      overtimeBeforeShift: Boolean!
      overtimeNeedsApproval: Boolean!
      roundingMinutes: Int!
      roundingMode: RoundingMode!
      assignments(first: Int, after: String, last: Int, before: String): ShiftAssignmentConnection @can(permission: "shift.read")
    }

    "A shift on a given day, as instants."
    type ScheduledShift {
      workDate: Date!
      shift: Shift!
      slot: Int!
      timeZone: TimeZone!
      startsAt: DateTime!
      endsAt: DateTime!
      "Earliest and latest instant at which a punch counts for it."
      windowStartsAt: DateTime!
      windowEndsAt: DateTime!
      "Real length; 7 or 9 hours for an 8-hour night over a clock change."
      minutes: Int!
      isHoliday: Boolean!
    }

    "Who works which shift from when to when."
    type ShiftAssignment implements Node @can(permission: "shift.read") {
      id: ID!
      employee: Employee!
      "One of the rotation's, where there is one."
      shift: Shift!
      rotation: ShiftRotation
      location: WorkLocation
      slot: Int!
      validFrom: Date!
      validTo: Date
      createdAt: DateTime!
      deletedAt: DateTime
    }

    "Shifts that follow one another day by day and begin again."
    type ShiftRotation {
      "A day on which the first of the shifts is worked."
      anchor: Date!
      "One for each day, null for a day off; each is worked on its weekdays only."
      shifts: [Shift]!
    }

    "A set of holidays."
    type HolidayCalendar implements Node @can(permission: "shift.read") {
      id: ID!
      name: String!
      "Whether it is that of locations without one of their own."
      isDefault: Boolean!
      holidays(range: DateRangeInput!): [Holiday!]!
    }

    "Morning or afternoon."
    enum DayHalf {
      AM
      PM
    }

    "A holiday."
    type Holiday {
      id: ID!
      day: Date!
      name: String!
      half: DayHalf
      "Frees nobody by itself."
      isOptional: Boolean!
    }

    "Kind of punch."
    enum AttendanceEventKind {
      CLOCK_IN
      CLOCK_OUT
      BREAK_START
      BREAK_END
    }

    "Where a punch came from."
    enum AttendanceSource {
      WEB
      MOBILE
      KIOSK
      BIOMETRIC_DEVICE
      FACE
      MANUAL
      IMPORT
      AUTO
    }

    "Result of the geofence check."
    enum GeofenceResult {
      INSIDE
      OUTSIDE
      UNKNOWN
      NOT_REQUIRED
    }

    "State of a session."
    enum AttendanceSessionStatus {
      OPEN
      CLOSED
      AUTO_CLOSED
      VOIDED
    }

    "Outcome of a day."
    enum AttendanceStatus {
      PENDING
      PRESENT
      HALF_DAY
      ABSENT
      ON_LEAVE
      HOLIDAY
      REST_DAY
      REMOTE
    }

    "Where an employee is now."
    enum PresenceState {
      IN
      ON_BREAK
      OUT
      ON_LEAVE
    }

    "An immutable punch. Corrections add events or void them; they never edit them."
    type AttendanceEvent implements Node @can(permission: "attendance.read", scope: SELF) {
      id: ID!
      employee: Employee!
      kind: AttendanceEventKind!
      occurredAt: DateTime!
      "What the device said, when it differs."
      reportedAt: DateTime
      receivedAt: DateTime!
      timeZone: TimeZone!
      source: AttendanceSource!
      "The one that sent it."
      device: Device
      actor: User
      point: GeoPoint
      geofenceResult: GeofenceResult
      ip: String
      note: String
      "The request whose approval made this event."
      correction: AttendanceCorrection
      voided: Boolean!
      voidReason: String
    }

    "A worked interval. An employee has at most one open session, and sessions never overlap."
    type AttendanceSession implements Node @can(permission: "attendance.read", scope: SELF) {
      id: ID!
      employee: Employee!
      record: AttendanceRecord!
      clockIn: AttendanceEvent!
      clockOut: AttendanceEvent
      clockInAt: DateTime!
      clockOutAt: DateTime
      status: AttendanceSessionStatus!
      location: WorkLocation
      breaks: [AttendanceBreak!]!
      "Minutes so far, breaks removed."
      workedMinutes: Int!
      version: Int!
    }

    "A break inside a session."
    type AttendanceBreak {
      id: ID!
      startedAt: DateTime!
      endedAt: DateTime
      isPaid: Boolean!
      minutes: Int!
    }

    "One employee, one business day. The day is the local date on which the shift starts."
    type AttendanceRecord implements Node @can(permission: "attendance.read", scope: SELF) {
      id: ID!
      employee: Employee!
      workDate: Date!
      slot: Int!
      shift: Shift
      timeZone: TimeZone!
      scheduledStart: DateTime
      scheduledEnd: DateTime
      scheduledMinutes: Int!
      firstInAt: DateTime
      lastOutAt: DateTime
      workedMinutes: Int!
      breakMinutes: Int!
      lateMinutes: Int!
      earlyLeaveMinutes: Int!
      overtimeMinutes: Int!
      approvedOvertimeMinutes: Int!
      status: AttendanceStatus!
      flags: [String!]!
      "Requests to put the day right, the first one first."
      corrections: [AttendanceCorrection!]!
      "The payroll period that holds the day."
      period: AttendancePeriod
      "Whether the day's payroll period is closed: nothing about the day can change."
      isLocked: Boolean!
      sessions: [AttendanceSession!]!
      "All punches of the day, in the order of their time: those outside of sessions, and voided ones, too."
      events: [AttendanceEvent!]!
      computedAt: DateTime!
      version: Int!
    }

    "State of a payroll period."
    enum PeriodStatus {
      OPEN
      LOCKED
      EXPORTED
    }

    "A payroll period. Periods never overlap."
    type AttendancePeriod implements Node @can(permission: "period.manage") {
      id: ID!
      name: String!
      from: Date!
      to: Date!
      status: PeriodStatus!
      lockedBy: User
      lockedAt: DateTime
      exportedAt: DateTime
      version: Int!
      "Things to settle before locking."
      blockers: PeriodBlockers! @cost(weight: 5)
    }

    "Open matters of a period. Open sessions and pending corrections keep it from being locked."
    type PeriodBlockers {
      openSessions: Int!
      pendingCorrections: Int!
      missingClockOuts: Int!
      unapprovedOvertimeMinutes: Int!
    }

    "State of a request."
    enum RequestStatus {
      DRAFT
      PENDING
      APPROVED
      REJECTED
      CANCELLED
      CANCELLATION_PENDING
    }

    "Kind of correction."
    enum CorrectionKind {
      MISSED_CLOCK_IN
      MISSED_CLOCK_OUT
      WRONG_TIME
      ADD_DAY
      REMOTE_WORK
      ON_DUTY
      VOID
    }

    "A request to put a day right."
    type AttendanceCorrection implements Node @can(permission: "attendance.read", scope: SELF) {
      id: ID!
      employee: Employee!
      workDate: Date!
      kind: CorrectionKind!
      proposedEvents: [ProposedEvent!]!
      reason: String!
      status: RequestStatus!
      requestedBy: User!
      requestedAt: DateTime!
      decidedBy: User
      decidedAt: DateTime
      decisionNote: String
      "The day's record as it is now; of a day with several shifts that of the first."
      record: AttendanceRecord
      "The day changed after the request was made: any of its records, when it has several shifts."
      isStale: Boolean!
      """
      The numbers that the day would have if approved now; its sessions and events are those of the day as it is. Null for what
      was decided, and in a locked period.
      """
      preview: AttendanceRecord @cost(weight: 5)
    }

    "A punch proposed by a correction."
    type ProposedEvent {
      kind: AttendanceEventKind!
      occurredAt: DateTime!
      timeZone: TimeZone!
    }

    "Presence of one employee."
    type Presence {
      employee: Employee!
      state: PresenceState!
      since: DateTime
      session: AttendanceSession
      "The one that applies now."
      shift: ScheduledShift
    }

    "Totals of one employee over a range."
    type Timesheet {
      employee: Employee!
      from: Date!
      to: Date!
      scheduledMinutes: Int!
      workedMinutes: Int!
      breakMinutes: Int!
      lateMinutes: Int!
      lateCount: Int!
      earlyLeaveMinutes: Int!
      overtimeMinutes: Int!
      approvedOvertimeMinutes: Int!
      "A half day counts half; the parts of a split day count together as one."
      presentDays: Float!
      absentDays: Float!
      leaveDays: Float!
      holidayDays: Float!
      missingClockOuts: Int!
      days: [AttendanceRecord!]!
    }

    "Who acted."
    enum AuditActorKind {
      USER
      DEVICE
      SYSTEM
      PLATFORM_ADMIN
    }

    "A kiosk, reader or sync agent. It signs in with the header `Authorization: Device KEY`."
    type Device implements Node @can(permission: "device.manage") {
      id: ID!
      name: String!
      kind: DeviceKind!
      "Where it stands. Sessions that are begun on it take place there."
      location: WorkLocation
      "When it last called a mutation."
      lastSeenAt: DateTime
      "Up to which its events were acknowledged."
      lastSequence: BigInt
      "Its clock less the server's, when it last said."
      clockOffsetMs: Int
      createdAt: DateTime!
      revokedAt: DateTime
      "Who is who on it, by user id; also what holds on every device."
      identities(first: Int, after: String, last: Int, before: String): DeviceIdentityConnection!
    }

    "Kind of device."
    enum DeviceKind {
      KIOSK
      BIOMETRIC
      RFID
      MOBILE
      SYNC_AGENT
    }

    "User id on a machine, mapped to an employee."
    type DeviceIdentity {
      id: ID!
      externalUserId: String!
      employee: Employee!
      "Null for an id that holds on every device without one of its own."
      device: Device
    }

    "An immutable audit entry."
    type AuditLog implements Node @can(permission: "audit.read") {
      id: ID!
      occurredAt: DateTime!
      actorKind: AuditActorKind!
      "Null for who is no member, such as a platform administrator."
      actor: User
      "Null for who is no device."
      device: Device
      "The mutation's root field."
      action: String!
      "Name of the changed object's type."
      entityType: String!
      "Null for an object without a global ID."
      entityId: ID
      "The changed object, while it is there."
      entity: Node
      "What was changed, before; never passwords or tokens."
      oldValues: JSON
      "The same, after."
      newValues: JSON
      "Names of the members of oldValues and newValues."
      changedFields: [String!]!
      reason: String
      requestId: String
      "The client's name for the operation."
      operationName: String
      ip: String
      userAgent: String
    }

    "Build and health information."
    type ServerInfo {
      version: String!
      schemaHash: String!
      time: DateTime!
      limits: ServerLimits!
    }

    "Limits a client has to respect."
    type ServerLimits {
      maxDepth: Int!
      maxCost: Int!
      maxAliases: Int!
      maxRootFields: Int!
      maxRootMutations: Int!
      maxBatchedOperations: Int!
      maxBulkItems: Int!
      maxSyncEvents: Int!
      maxPageSize: Int!
    }

    "Filter for members."
    input MemberFilter {
      role: [MembershipRole!]
      accessState: [MemberAccessState!]
      search: String
      includeEnded: Boolean = false
      hasEmployee: Boolean
      and: [MemberFilter!]
      or: [MemberFilter!]
    }

    "Filter for invitations."
    input InvitationFilter {
      status: [InvitationStatus!]
      email: StringFilter
      createdAt: DateTimeFilter
    }

    "Filter for websites."
    input WebsiteFilter {
      status: [WebsiteStatus!]
      name: StringFilter
      viewerRole: [WebsiteRole!]
      includeDeleted: Boolean = false
    }

    "Filter for departments."
    input DepartmentFilter {
      name: StringFilter
      parentId: IDFilter
      includeDeleted: Boolean = false
    }

    "Filter for employees."
    input EmployeeFilter {
      id: IDFilter
      departmentId: IDFilter
      "Also employees of sub-departments."
      includeSubDepartments: Boolean = false
      locationId: IDFilter
      managerId: IDFilter
      status: [EmploymentStatus!]
      employmentType: [EmploymentType!]
      number: StringFilter
      fullName: StringFilter
      hiredOn: DateFilter
      hasLogin: Boolean
      includeDeleted: Boolean = false
      and: [EmployeeFilter!]
      or: [EmployeeFilter!]
      not: EmployeeFilter
    }

    "Filter for shift assignments."
    input ShiftAssignmentFilter {
      employeeId: IDFilter
      shiftId: IDFilter
      "Those that hold on the day."
      on: Date
      overlapping: DateRangeInput
    }

    "Filter for punches."
    input AttendanceEventFilter {
      employeeId: IDFilter
      departmentId: IDFilter
      kind: [AttendanceEventKind!]
      source: [AttendanceSource!]
      deviceId: IDFilter
      occurredAt: DateTimeFilter
      voided: Boolean
    }

    "Filter for sessions."
    input AttendanceSessionFilter {
      employeeId: IDFilter
      departmentId: IDFilter
      status: [AttendanceSessionStatus!]
      overlapping: DateTimeRangeInput
    }

    "Filter for days."
    input AttendanceRecordFilter {
      employeeId: IDFilter
      departmentId: IDFilter
      includeSubDepartments: Boolean = false
      locationId: IDFilter
      workDate: DateFilter
      status: [AttendanceStatus!]
      lateOnly: Boolean
      flag: [String!]
      "Days within the period, be it open or not."
      periodId: IDFilter
      and: [AttendanceRecordFilter!]
      or: [AttendanceRecordFilter!]
    }

    "Filter for presence."
    input PresenceFilter {
      state: [PresenceState!]
      departmentId: IDFilter
      locationId: IDFilter
    }

    "Filter for audit entries."
    input AuditLogFilter {
      actorId: IDFilter
      action: StringFilter
      entityType: StringFilter
      entityId: IDFilter
      occurredAt: DateTimeFilter
      requestId: StringFilter
      ip: StringFilter
    }

    "Selects an employee."
    input EmployeeSelector @oneOf {
      id: ID
      number: String
      externalRef: String
    }

    "Reads."
    type Query {
      "Server version and limits."
      server: ServerInfo! @public
      "The caller; null when anonymous."
      viewer: Viewer @public
      "Any object of the current organization by global ID."
      node(id: ID!): Node
      "Several objects, in order; null where not found."
      nodes(ids: [ID!]!): [Node]!
      "The organization of the access token."
      organization: Organization
      "Public profile of an organization that opted in."
      publicOrganization(by: OrganizationSelector!): PublicOrganization
      "Whether a slug can be taken."
      organizationSlugAvailable(slug: String!): Boolean! @public
      "An employee by id, number or external reference."
      employee(by: EmployeeSelector!): Employee @can(permission: "employee.read", scope: SELF)
      "The permission catalogue."
      permissions: [PermissionDefinition!]!
      "Shows an invitation to the holder of its token."
      invitationPreview(token: String!): InvitationPreview @public
      "A person by id, if visible."
      user(id: ID!): User
      "Platform administration."
      platform: Platform @can(permission: "platform.organization.read", scope: PLATFORM)
    }

    "Operations across organizations, for platform administrators only. Every read is audited."
    type Platform {
      "By name."
      organizations(first: Int, after: String, last: Int, before: String, filter: PlatformOrganizationFilter, search: String): OrganizationConnection @can(permission: "platform.organization.read", scope: PLATFORM)
      organization(by: OrganizationSelector!): Organization @can(permission: "platform.organization.read", scope: PLATFORM)
      "In the order in which they registered."
      users(first: Int, after: String, last: Int, before: String, search: String, state: UserState): UserConnection @can(permission: "platform.user.read", scope: PLATFORM)
      "Of all organizations, the newest first."
      auditLogs(first: Int, after: String, last: Int, before: String, filter: AuditLogFilter): AuditLogConnection @can(permission: "platform.audit.read", scope: PLATFORM)
      "The newest first, at most 100."
      jobs(status: JobStatus, first: Int! = 50): [PlatformJob!] @can(permission: "platform.job.read", scope: PLATFORM)
    }

    "A background job."
    type PlatformJob {
      id: ID!
      kind: String!
      status: JobStatus!
      attempts: Int!
      runAt: DateTime!
      lastError: String
    }

    "State of a background job."
    enum JobStatus {
      QUEUED
      RUNNING
      SUCCEEDED
      FAILED
      DEAD
    }

    "Writes. Root fields run one after another, each in its own transaction."
    type Mutation {
      "Register a person, and either create an organization owned by them or accept an invitation. Refused with REGISTRATION_DISABLED when ENABLE_REGISTRATION is false and no invitation is given."
      authRegister(input: AuthRegisterInput!): AuthRegisterPayload @public
      "Sign in with an e-mail address or username. Unknown identifier and wrong password answer alike and take the same time."
      authLogin(input: AuthLoginInput!): AuthLoginPayload @public
      "Rotate the refresh token. Replaying a rotated token after the grace window revokes the session."
      authRefresh(input: AuthRefreshInput!): AuthRefreshPayload @public
      "Switch the active organization. Access tokens issued for the previous one stop working at once."
      authSwitchOrganization(input: AuthSwitchOrganizationInput!): AuthSwitchOrganizationPayload
      "End the current session."
      authLogout(input: AuthLogoutInput!): AuthLogoutPayload
      "End every session of the caller."
      authLogoutAll(input: AuthLogoutAllInput!): AuthLogoutAllPayload
      "End one session of the caller."
      sessionRevoke(input: SessionRevokeInput!): SessionRevokePayload
      "Change the caller's password."
      passwordChange(input: PasswordChangeInput!): PasswordChangePayload
      "Send a reset link. Always answers accepted, whether or not the address is known."
      passwordResetRequest(input: PasswordResetRequestInput!): PasswordResetRequestPayload @public
      "Set a new password with a one-hour, single-use token; ends every session."
      passwordResetConfirm(input: PasswordResetConfirmInput!): PasswordResetConfirmPayload @public
      "Send (again) the verification link."
      emailVerificationSend(input: EmailVerificationSendInput!): EmailVerificationSendPayload
      "Verify an e-mail address, a new person's or a changed one."
      emailVerify(input: EmailVerifyInput!): EmailVerifyPayload @public
      "Update the caller's profile."
      userProfileUpdate(input: UserProfileUpdateInput!): UserProfileUpdatePayload
      "Start changing the caller's e-mail address."
      userEmailChangeRequest(input: UserEmailChangeRequestInput!): UserEmailChangeRequestPayload
      "Deactivate the caller's own account. Refused with LAST_OWNER while they own an organization."
      userDeactivateSelf(input: UserDeactivateSelfInput!): UserDeactivateSelfPayload
      "Create an organization owned by the caller. The session goes on in it, with the tokens of the answer."
      organizationCreate(input: OrganizationCreateInput!): OrganizationCreatePayload
      "Update the current organization. A former slug keeps redirecting."
      organizationUpdate(input: OrganizationUpdateInput!): OrganizationUpdatePayload @can(permission: "org.update")
      "Set or (with null) remove the logo."
      organizationLogoSet(input: OrganizationLogoSetInput!): OrganizationLogoSetPayload @can(permission: "org.update")
      "Update attendance and security policy."
      organizationSettingsUpdate(input: OrganizationSettingsUpdateInput!): OrganizationSettingsUpdatePayload @can(permission: "org.settings.update")
      "Make an inactive organization active."
      organizationActivate(input: OrganizationActivateInput!): OrganizationActivatePayload @can(permission: "org.activate")
      "Make the organization inactive: members may read, nothing can be written."
      organizationDeactivate(input: OrganizationDeactivateInput!): OrganizationDeactivatePayload @can(permission: "org.activate")
      "Soft-delete the organization. Owner only; the slug has to be typed."
      organizationArchive(input: OrganizationArchiveInput!): OrganizationArchivePayload @can(permission: "org.archive")
      "Hand the organization to another active member."
      organizationTransferOwnership(input: OrganizationTransferOwnershipInput!): OrganizationTransferOwnershipPayload @can(permission: "org.transfer_ownership")
      "Add an existing, verified person without an invitation."
      memberAdd(input: MemberAddInput!): MemberAddPayload @can(permission: "member.add")
      "Change title and custom roles. Nobody can grant permissions they lack."
      memberUpdate(input: MemberUpdateInput!): MemberUpdatePayload @can(permission: "member.update")
      "End a membership; its sessions lose access at once. Admin grants and website roles end with it."
      memberRemove(input: MemberRemoveInput!): MemberRemovePayload @can(permission: "member.remove")
      "Leave the current organization. Refused with LAST_OWNER for the owner."
      memberLeave(input: MemberLeaveInput!): MemberLeavePayload
      "Deactivate a person in this organization only."
      memberDeactivate(input: MemberDeactivateInput!): MemberDeactivatePayload @can(permission: "member.deactivate")
      "Activate a deactivated or suspended person in this organization."
      memberActivate(input: MemberActivateInput!): MemberActivatePayload @can(permission: "member.deactivate")
      "Suspend a person in this organization only."
      memberSuspend(input: MemberSuspendInput!): MemberSuspendPayload @can(permission: "member.suspend")
      "Change titles, custom roles and access of up to 200 members."
      membersBulkUpdate(input: MembersBulkUpdateInput!): MembersBulkUpdatePayload @can(permission: "member.update")
      "Grant admin rights. Owner only."
      adminGrant(input: AdminGrantInput!): AdminGrantPayload @can(permission: "admin.grant")
      "Revoke admin rights. Owner only; an admin may revoke their own."
      adminRevoke(input: AdminRevokeInput!): AdminRevokePayload @can(permission: "admin.revoke", scope: SELF)
      "Create a custom role from permissions the caller holds."
      roleCreate(input: RoleCreateInput!): RoleCreatePayload @can(permission: "role.manage")
      "Change a custom role."
      roleUpdate(input: RoleUpdateInput!): RoleUpdatePayload @can(permission: "role.manage")
      "Delete a custom role that nobody holds."
      roleDelete(input: RoleDeleteInput!): RoleDeletePayload @can(permission: "role.manage")
      "Invite somebody by e-mail."
      invitationCreate(input: InvitationCreateInput!): InvitationCreatePayload @can(permission: "invitation.create")
      "Invite several people."
      invitationsBulkCreate(input: InvitationsBulkCreateInput!): InvitationsBulkCreatePayload @can(permission: "invitation.create")
      "Send again with a new token; the previous link stops working."
      invitationResend(input: InvitationResendInput!): InvitationResendPayload @can(permission: "invitation.manage")
      "Withdraw a pending invitation."
      invitationRevoke(input: InvitationRevokeInput!): InvitationRevokePayload @can(permission: "invitation.manage")
      "Accept with the verified account the invitation was sent to. Exactly one acceptance can succeed."
      invitationAccept(input: InvitationAcceptInput!): InvitationAcceptPayload
      "Decline an invitation."
      invitationDecline(input: InvitationDeclineInput!): InvitationDeclinePayload @public
      "Create a website."
      websiteCreate(input: WebsiteCreateInput!): WebsiteCreatePayload @can(permission: "website.create")
      "Update a website."
      websiteUpdate(input: WebsiteUpdateInput!): WebsiteUpdatePayload @can(permission: "website.update")
      "Merge a patch (RFC 7396) into the configuration."
      websiteConfigure(input: WebsiteConfigureInput!): WebsiteConfigurePayload @can(permission: "website.configure")
      "Soft-delete a website. Its key and its domains are free again."
      websiteDelete(input: WebsiteDeleteInput!): WebsiteDeletePayload @can(permission: "website.delete")
      "Restore a deleted website if its key is still free."
      websiteRestore(input: WebsiteRestoreInput!): WebsiteRestorePayload @can(permission: "website.delete")
      "Set or (with null) remove a member's role on a website."
      websiteMemberSet(input: WebsiteMemberSetInput!): WebsiteMemberSetPayload @can(permission: "website.member.manage")
      "Claim a domain. A claim that is not verified lapses after a week."
      websiteDomainAdd(input: WebsiteDomainAddInput!): WebsiteDomainAddPayload @can(permission: "website.configure")
      "Check the DNS record of a claimed domain."
      websiteDomainVerify(input: WebsiteDomainVerifyInput!): WebsiteDomainVerifyPayload @can(permission: "website.configure")
      "Release a domain."
      websiteDomainRemove(input: WebsiteDomainRemoveInput!): WebsiteDomainRemovePayload @can(permission: "website.configure")
      "Create a department."
      departmentCreate(input: DepartmentCreateInput!): DepartmentCreatePayload @can(permission: "department.manage")
      "Update a department. A cycle is refused."
      departmentUpdate(input: DepartmentUpdateInput!): DepartmentUpdatePayload @can(permission: "department.manage")
      "Soft-delete a department."
      departmentDelete(input: DepartmentDeleteInput!): DepartmentDeletePayload @can(permission: "department.manage")
      "Create a place of work."
      workLocationCreate(input: WorkLocationCreateInput!): WorkLocationCreatePayload @can(permission: "location.manage")
      "Update a place of work."
      workLocationUpdate(input: WorkLocationUpdateInput!): WorkLocationUpdatePayload @can(permission: "location.manage")
      "Soft-delete a place of work."
      workLocationDelete(input: WorkLocationDeleteInput!): WorkLocationDeletePayload @can(permission: "location.manage")
      "Create an employee and optionally invite them."
      employeeCreate(input: EmployeeCreateInput!): EmployeeCreatePayload @can(permission: "employee.create")
      "Update an employee."
      employeeUpdate(input: EmployeeUpdateInput!): EmployeeUpdatePayload @can(permission: "employee.update")
      "End an employment: closes open sessions, ends assignments. Before the day, the employee is on notice."
      employeeTerminate(input: EmployeeTerminateInput!): EmployeeTerminatePayload @can(permission: "employee.update")
      "Soft-delete an employee."
      employeeDelete(input: EmployeeDeleteInput!): EmployeeDeletePayload @can(permission: "employee.delete")
      "Restore a deleted employee if the number is still free."
      employeeRestore(input: EmployeeRestoreInput!): EmployeeRestorePayload @can(permission: "employee.delete")
      "Link or (with null) unlink a login."
      employeeLinkMember(input: EmployeeLinkMemberInput!): EmployeeLinkMemberPayload @can(permission: "employee.update")
      "Create or update up to 200 employees by external reference or number."
      employeesBulkUpsert(input: EmployeesBulkUpsertInput!): EmployeesBulkUpsertPayload @can(permission: "employee.import")
      "Create a shift."
      shiftCreate(input: ShiftCreateInput!): ShiftCreatePayload @can(permission: "shift.manage")
      "Change a shift. Days that were computed already keep their numbers until they are computed anew."
      shiftUpdate(input: ShiftUpdateInput!): ShiftUpdatePayload @can(permission: "shift.manage")
      "Soft-delete a shift without current assignments."
      shiftDelete(input: ShiftDeleteInput!): ShiftDeletePayload @can(permission: "shift.manage")
      "Assign a shift. Overlaps within a slot are refused with SHIFT_OVERLAP unless they may be cut."
      shiftAssign(input: ShiftAssignInput!): ShiftAssignPayload @can(permission: "shift.assign", scope: TEAM)
      "End an assignment."
      shiftUnassign(input: ShiftUnassignInput!): ShiftUnassignPayload @can(permission: "shift.assign", scope: TEAM)
      "Assign up to 200 shifts, e.g. a roster."
      shiftAssignmentsBulkCreate(input: ShiftAssignmentsBulkCreateInput!): ShiftAssignmentsBulkCreatePayload @can(permission: "shift.assign", scope: TEAM)
      "Create or replace a holiday calendar."
      holidayCalendarSave(input: HolidayCalendarSaveInput!): HolidayCalendarSavePayload @can(permission: "shift.manage")
      "Apply one patch to several employees."
      employeesBulkUpdate(input: EmployeesBulkUpdateInput!): EmployeesBulkUpdatePayload @can(permission: "employee.update")
      "Clock in. The server's clock decides; `occurredAt` is only for offline punches within policy."
      attendanceClockIn(input: AttendanceClockInInput!): AttendanceClockInPayload @can(permission: "attendance.clock", scope: SELF)
      "Clock out; an open break ends too."
      attendanceClockOut(input: AttendanceClockOutInput!): AttendanceClockOutPayload @can(permission: "attendance.clock", scope: SELF)
      "Start a break."
      attendanceBreakStart(input: AttendanceBreakStartInput!): AttendanceBreakStartPayload @can(permission: "attendance.clock", scope: SELF)
      "End a break."
      attendanceBreakEnd(input: AttendanceBreakEndInput!): AttendanceBreakEndPayload @can(permission: "attendance.clock", scope: SELF)
      "Ask for a day to be put right."
      attendanceCorrectionRequest(input: AttendanceCorrectionRequestInput!): AttendanceCorrectionRequestPayload @can(permission: "attendance.correct", scope: SELF)
      "Withdraw a pending correction."
      attendanceCorrectionCancel(input: AttendanceCorrectionCancelInput!): AttendanceCorrectionCancelPayload @can(permission: "attendance.correct", scope: SELF)
      "Approve or reject. Own requests are refused unless the policy allows them."
      attendanceCorrectionDecide(input: AttendanceCorrectionDecideInput!): AttendanceCorrectionDecidePayload @can(permission: "attendance.decide", scope: TEAM)
      "Decide several corrections, at most 200."
      attendanceCorrectionsBulkDecide(input: AttendanceCorrectionsBulkDecideInput!): AttendanceCorrectionsBulkDecidePayload @can(permission: "attendance.decide", scope: TEAM)
      "Create a payroll period."
      attendancePeriodCreate(input: AttendancePeriodCreateInput!): AttendancePeriodCreatePayload @can(permission: "period.manage")
      "Lock a period: nothing in it can change any more. Refused while it has blockers, unless forced."
      attendancePeriodLock(input: AttendancePeriodLockInput!): AttendancePeriodLockPayload @can(permission: "period.manage")
      "Reopen a locked period."
      attendancePeriodReopen(input: AttendancePeriodReopenInput!): AttendancePeriodReopenPayload @can(permission: "period.reopen")
      "Set the outcome of a day by hand, e.g. remote work."
      attendanceRecordOverride(input: AttendanceRecordOverrideInput!): AttendanceRecordOverridePayload @can(permission: "attendance.manage")
      "Set the outcome of several days."
      attendanceRecordsBulkOverride(input: AttendanceRecordsBulkOverrideInput!): AttendanceRecordsBulkOverridePayload @can(permission: "attendance.manage")
      "Close a forgotten session."
      attendanceSessionClose(input: AttendanceSessionCloseInput!): AttendanceSessionClosePayload @can(permission: "attendance.manage")
      "Void a punch."
      attendanceEventVoid(input: AttendanceEventVoidInput!): AttendanceEventVoidPayload @can(permission: "attendance.manage")
      "Approve overtime minutes of a day."
      attendanceOvertimeApprove(input: AttendanceOvertimeApproveInput!): AttendanceOvertimeApprovePayload @can(permission: "attendance.decide", scope: TEAM)
      "Recompute days from their events under the current rules. Locked periods are left alone."
      attendanceRecompute(input: AttendanceRecomputeInput!): AttendanceRecomputePayload @can(permission: "attendance.manage")
      "Upload up to 500 buffered device events. Replays are recognised by device event id and answered as duplicates."
      attendanceEventsSync(input: AttendanceEventsSyncInput!): AttendanceEventsSyncPayload @can(permission: "attendance.clock_device")
      "Register a device. Its key is shown once, here."
      deviceCreate(input: DeviceCreateInput!): DeviceCreatePayload @can(permission: "device.manage")
      "Replace a device key."
      deviceRotateKey(input: DeviceRotateKeyInput!): DeviceRotateKeyPayload @can(permission: "device.manage")
      "Revoke a device."
      deviceRevoke(input: DeviceRevokeInput!): DeviceRevokePayload @can(permission: "device.manage")
      "Map user ids on machines to employees, up to 200 at once. What an id had sent before is applied."
      deviceIdentitiesSet(input: DeviceIdentitiesSetInput!): DeviceIdentitiesSetPayload @can(permission: "device.manage")
      "Suspend an organization; live tokens stop at their next request."
      platformOrganizationSuspend(input: PlatformOrganizationSuspendInput!): PlatformOrganizationSuspendPayload @can(permission: "platform.organization.suspend", scope: PLATFORM)
      "Lift a suspension."
      platformOrganizationUnsuspend(input: PlatformOrganizationUnsuspendInput!): PlatformOrganizationUnsuspendPayload @can(permission: "platform.organization.suspend", scope: PLATFORM)
      "Restore an archived organization."
      platformOrganizationRestore(input: PlatformOrganizationRestoreInput!): PlatformOrganizationRestorePayload @can(permission: "platform.organization.suspend", scope: PLATFORM)
      "Suspend a person everywhere and end their sessions."
      platformUserSuspend(input: PlatformUserSuspendInput!): PlatformUserSuspendPayload @can(permission: "platform.user.suspend", scope: PLATFORM)
      "Lift a suspension."
      platformUserUnsuspend(input: PlatformUserUnsuspendInput!): PlatformUserUnsuspendPayload @can(permission: "platform.user.suspend", scope: PLATFORM)
      "Archive a person. Refused with LAST_OWNER while they own an organization."
      platformUserArchive(input: PlatformUserArchiveInput!): PlatformUserArchivePayload @can(permission: "platform.user.suspend", scope: PLATFORM)
      "Read-only, time-boxed access to one organization; visible in its audit log."
      platformActAs(input: PlatformActAsInput!): PlatformActAsPayload @can(permission: "platform.act_as", scope: PLATFORM)
      "Announce a file; the answer says where to PUT its bytes."
      fileUploadRequest(input: FileUploadRequestInput!): FileUploadRequestPayload @can(permission: "file.upload", scope: SELF)
      "Say that the bytes are there, from when on the file can be used."
      fileUploadComplete(input: FileUploadCompleteInput!): FileUploadCompletePayload @can(permission: "file.upload", scope: SELF)
      "Delete a file."
      fileDelete(input: FileDeleteInput!): FileDeletePayload @can(permission: "file.upload", scope: SELF)
    }

    "Input of authRegister."
    input AuthRegisterInput {
      email: String!
      password: String!
      displayName: String!
      username: String
      organizationName: String
      organizationSlug: String
      "Joins the organization that invited this address, instead of founding one."
      invitationToken: String
      timeZone: TimeZone
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of authLogin."
    input AuthLoginInput {
      identifier: String!
      password: String!
      organizationId: ID
      rememberMe: Boolean = false
      "Leaves the tokens in cookies too, for a page in a browser. The request needs the header x-rollcall-csrf."
      useCookies: Boolean = false
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of authRefresh."
    input AuthRefreshInput {
      "Left out by a page that has its tokens in cookies."
      refreshToken: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of authSwitchOrganization."
    input AuthSwitchOrganizationInput {
      organizationId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of authLogout."
    input AuthLogoutInput {
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of authLogoutAll."
    input AuthLogoutAllInput {
      keepCurrent: Boolean = false
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of sessionRevoke."
    input SessionRevokeInput {
      sessionId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of passwordChange."
    input PasswordChangeInput {
      currentPassword: String!
      newPassword: String!
      revokeOtherSessions: Boolean = true
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of passwordResetRequest."
    input PasswordResetRequestInput {
      email: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of passwordResetConfirm."
    input PasswordResetConfirmInput {
      token: String!
      newPassword: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of emailVerificationSend."
    input EmailVerificationSendInput {
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of emailVerify."
    input EmailVerifyInput {
      token: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of userProfileUpdate."
    input UserProfileUpdateInput {
      displayName: String
      bio: String
      locale: String
      timeZone: TimeZone
      username: String
      "A picture of one's own that was uploaded completely; null for none."
      avatarFileId: ID
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of userEmailChangeRequest."
    input UserEmailChangeRequestInput {
      newEmail: String!
      password: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of userDeactivateSelf."
    input UserDeactivateSelfInput {
      password: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Filter for organizations (platform)."
    input PlatformOrganizationFilter {
      state: [OrganizationState!]
      createdAt: DateTimeFilter
      name: StringFilter
    }

    "Selects an organization."
    input OrganizationSelector @oneOf {
      id: ID
      slug: String
    }

    "Input of platformOrganizationSuspend."
    input PlatformOrganizationSuspendInput {
      organizationId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformOrganizationUnsuspend."
    input PlatformOrganizationUnsuspendInput {
      organizationId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformOrganizationRestore."
    input PlatformOrganizationRestoreInput {
      organizationId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformUserSuspend."
    input PlatformUserSuspendInput {
      userId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformUserUnsuspend."
    input PlatformUserUnsuspendInput {
      userId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformUserArchive."
    input PlatformUserArchiveInput {
      userId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of platformActAs."
    input PlatformActAsInput {
      organizationId: ID!
      reason: String!
      "1 to 60."
      minutes: Int! = 15
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationCreate."
    input OrganizationCreateInput {
      name: String!
      "Made from the name when it is left out."
      slug: String
      description: String
      industry: String
      countryCode: String
      timeZone: TimeZone
      locale: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationUpdate."
    input OrganizationUpdateInput {
      name: String
      slug: String
      description: String
      industry: String
      countryCode: String
      timeZone: TimeZone
      locale: String
      isPublic: Boolean
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationSettingsUpdate."
    input OrganizationSettingsUpdateInput {
      settings: OrganizationSettingsInput!
      "Version of the settings."
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Settings to change; omitted members stay as they are."
    input OrganizationSettingsInput {
      weekStartsOn: Weekday
      clockCooldownSeconds: Int
      maxSessionMinutes: Int
      autoCloseOpenSessions: Boolean
      maxDeviceClockSkewSeconds: Int
      offlineEventMaxAgeDays: Int
      allowWebClock: Boolean
      geofenceMode: GeofenceMode
      "Networks in CIDR notation, such as 192.0.2.0/24."
      ipAllowlist: [String!]
      biometricEnabled: Boolean
      faceMatchThreshold: Float
      faceMargin: Float
      biometricRetentionDays: Int
      allowSelfApproval: Boolean
      invitationTtlHours: Int
      "An object."
      custom: JSON
    }

    "Input of organizationActivate."
    input OrganizationActivateInput {
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationDeactivate."
    input OrganizationDeactivateInput {
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationArchive."
    input OrganizationArchiveInput {
      reason: String
      "The organization's slug."
      confirmSlug: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of organizationTransferOwnership."
    input OrganizationTransferOwnershipInput {
      memberId: ID!
      "What the owner is afterwards: ADMIN or MEMBER."
      demoteTo: MembershipRole! = ADMIN
      "The caller's own."
      password: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberAdd."
    input MemberAddInput {
      email: String!
      role: MembershipRole! = MEMBER
      roleIds: [ID!]
      title: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberUpdate."
    input MemberUpdateInput {
      memberId: ID!
      title: String
      roleIds: [ID!]
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberRemove."
    input MemberRemoveInput {
      memberId: ID!
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberLeave."
    input MemberLeaveInput {
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberDeactivate."
    input MemberDeactivateInput {
      memberId: ID!
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberActivate."
    input MemberActivateInput {
      memberId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of memberSuspend."
    input MemberSuspendInput {
      memberId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of membersBulkUpdate."
    input MembersBulkUpdateInput {
      items: [MemberBulkUpdateItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of adminGrant."
    input AdminGrantInput {
      memberId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of adminRevoke."
    input AdminRevokeInput {
      memberId: ID!
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of roleCreate."
    input RoleCreateInput {
      key: String!
      name: String!
      permissions: [String!]!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of roleUpdate."
    input RoleUpdateInput {
      roleId: ID!
      name: String
      permissions: [String!]
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of roleDelete."
    input RoleDeleteInput {
      roleId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "One member of a bulk update; omitted members stay, a null title clears."
    input MemberBulkUpdateItem {
      "Echoed in the result."
      clientRef: String
      memberId: ID!
      title: String
      roleIds: [ID!]
      accessState: MemberAccessState
      expectedVersion: Int
    }

    "Input of invitationCreate."
    input InvitationCreateInput {
      email: String!
      role: MembershipRole! = MEMBER
      roleIds: [ID!]
      employeeId: ID
      locale: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of invitationsBulkCreate."
    input InvitationsBulkCreateInput {
      items: [InvitationBulkItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of invitationResend."
    input InvitationResendInput {
      invitationId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of invitationRevoke."
    input InvitationRevokeInput {
      invitationId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of invitationAccept."
    input InvitationAcceptInput {
      token: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of invitationDecline."
    input InvitationDeclineInput {
      token: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "One invitation of a bulk create."
    input InvitationBulkItem {
      clientRef: String
      email: String!
      role: MembershipRole! = MEMBER
      roleIds: [ID!]
      employeeId: ID
    }

    "Input of websiteCreate."
    input WebsiteCreateInput {
      key: String!
      name: String!
      primaryUrl: URL
      configuration: JSON
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteUpdate."
    input WebsiteUpdateInput {
      websiteId: ID!
      name: String
      primaryUrl: URL
      status: WebsiteStatus
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteConfigure."
    input WebsiteConfigureInput {
      websiteId: ID!
      configurationPatch: JSON!
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteDelete."
    input WebsiteDeleteInput {
      websiteId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteRestore."
    input WebsiteRestoreInput {
      websiteId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteMemberSet."
    input WebsiteMemberSetInput {
      websiteId: ID!
      memberId: ID!
      role: WebsiteRole
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteDomainAdd."
    input WebsiteDomainAddInput {
      websiteId: ID!
      domain: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteDomainVerify."
    input WebsiteDomainVerifyInput {
      websiteId: ID!
      domain: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of websiteDomainRemove."
    input WebsiteDomainRemoveInput {
      websiteId: ID!
      domain: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of departmentCreate."
    input DepartmentCreateInput {
      name: String!
      code: String
      parentId: ID
      managerId: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of departmentUpdate."
    input DepartmentUpdateInput {
      departmentId: ID!
      name: String
      code: String
      parentId: ID
      managerId: ID
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of departmentDelete."
    input DepartmentDeleteInput {
      departmentId: ID!
      moveEmployeesTo: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of workLocationCreate."
    input WorkLocationCreateInput {
      name: String!
      timeZone: TimeZone!
      point: GeoPointInput
      radiusMeters: Int
      ipAllowlist: [String!]
      "Null for the organization's default."
      holidayCalendarId: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of workLocationUpdate."
    input WorkLocationUpdateInput {
      locationId: ID!
      name: String
      timeZone: TimeZone
      point: GeoPointInput
      radiusMeters: Int
      ipAllowlist: [String!]
      holidayCalendarId: ID
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of workLocationDelete."
    input WorkLocationDeleteInput {
      locationId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeCreate."
    input EmployeeCreateInput {
      employee: EmployeeInput!
      inviteRole: MembershipRole
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeUpdate."
    input EmployeeUpdateInput {
      employeeId: ID!
      employee: EmployeePatchInput!
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeTerminate."
    input EmployeeTerminateInput {
      employeeId: ID!
      on: Date!
      deactivateMember: Boolean! = true
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeDelete."
    input EmployeeDeleteInput {
      employeeId: ID!
      reason: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeRestore."
    input EmployeeRestoreInput {
      employeeId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeeLinkMember."
    input EmployeeLinkMemberInput {
      employeeId: ID!
      memberId: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeesBulkUpsert."
    input EmployeesBulkUpsertInput {
      items: [EmployeeBulkItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      dryRun: Boolean! = false
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftCreate."
    input ShiftCreateInput {
      shift: ShiftInput!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftUpdate."
    input ShiftUpdateInput {
      shiftId: ID!
      shift: ShiftInput!
      """
      The first day to be computed anew under the changed rules, at most a year ago: the days of the shift from then to today,
      whoever works it. It happens in the background, under the rules as they are then; days of locked periods stay as they are.
      """
      recomputeFrom: Date
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftDelete."
    input ShiftDeleteInput {
      shiftId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftAssign."
    input ShiftAssignInput {
      employeeId: ID!
      shiftId: ID!
      slot: Int! = 1
      validFrom: Date!
      validTo: Date
      locationId: ID
      "Shifts in turn instead of one; shiftId is one of them."
      rotation: ShiftRotationInput
      "Cuts or ends what the new assignment overlaps."
      replaceOverlapping: Boolean! = false
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftUnassign."
    input ShiftUnassignInput {
      assignmentId: ID!
      "The first day on which the assignment does not hold any more."
      from: Date!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of shiftAssignmentsBulkCreate."
    input ShiftAssignmentsBulkCreateInput {
      items: [ShiftAssignmentBulkItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of holidayCalendarSave."
    input HolidayCalendarSaveInput {
      "Null for a new one."
      calendarId: ID
      name: String!
      isDefault: Boolean! = false
      "All of them, at most 1000."
      holidays: [HolidayInput!]!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of employeesBulkUpdate."
    input EmployeesBulkUpdateInput {
      employeeIds: [ID!]!
      patch: EmployeePatchInput!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceClockIn."
    input AttendanceClockInInput {
      employeeId: ID
      point: GeoPointInput
      note: String
      clientEventId: UUID
      occurredAt: DateTime
      timeZone: TimeZone
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceClockOut."
    input AttendanceClockOutInput {
      employeeId: ID
      point: GeoPointInput
      note: String
      clientEventId: UUID
      occurredAt: DateTime
      timeZone: TimeZone
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceBreakStart."
    input AttendanceBreakStartInput {
      employeeId: ID
      isPaid: Boolean
      clientEventId: UUID
      occurredAt: DateTime
      timeZone: TimeZone
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceBreakEnd."
    input AttendanceBreakEndInput {
      employeeId: ID
      clientEventId: UUID
      occurredAt: DateTime
      timeZone: TimeZone
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceRecordOverride."
    input AttendanceRecordOverrideInput {
      employeeId: ID!
      workDate: Date!
      status: AttendanceStatus!
      reason: String!
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceRecordsBulkOverride."
    input AttendanceRecordsBulkOverrideInput {
      items: [AttendanceOverrideItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "One overridden day."
    input AttendanceOverrideItem {
      clientRef: String
      employeeId: ID!
      workDate: Date!
      status: AttendanceStatus!
      reason: String!
      expectedVersion: Int
    }

    "Input of attendanceSessionClose."
    input AttendanceSessionCloseInput {
      sessionId: ID!
      clockOutAt: DateTime!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceEventVoid."
    input AttendanceEventVoidInput {
      eventId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceOvertimeApprove."
    input AttendanceOvertimeApproveInput {
      recordId: ID!
      minutes: Int!
      note: String
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceRecompute."
    input AttendanceRecomputeInput {
      range: DateRangeInput!
      employeeIds: [ID!]
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceEventsSync."
    input AttendanceEventsSyncInput {
      items: [DeviceEventInput!]!
      "Up to which the device has sent everything."
      throughSequence: BigInt
      "Echoed in the payload."
      clientMutationId: String
    }

    "One buffered event of a device."
    input DeviceEventInput {
      "The machine's own unique id for the event."
      deviceEventId: String!
      "Its place in what the machine sends. Where it follows the acknowledged one without a gap, it is acknowledged too."
      sequence: BigInt
      externalUserId: String!
      "Omit when the machine does not say in or out."
      kind: AttendanceEventKind
      occurredAt: DateTime!
      "MOBILE, KIOSK, BIOMETRIC_DEVICE or FACE."
      method: AttendanceSource! = BIOMETRIC_DEVICE
      point: GeoPointInput
    }

    "Input of deviceCreate."
    input DeviceCreateInput {
      name: String!
      kind: DeviceKind!
      locationId: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of deviceRotateKey."
    input DeviceRotateKeyInput {
      deviceId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of deviceRevoke."
    input DeviceRevokeInput {
      deviceId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of deviceIdentitiesSet."
    input DeviceIdentitiesSetInput {
      items: [DeviceIdentityItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "One mapping."
    input DeviceIdentityItem {
      clientRef: String
      "Null for every device."
      deviceId: ID
      externalUserId: String!
      employeeId: ID!
    }

    "Filter for corrections."
    input AttendanceCorrectionFilter {
      employeeId: IDFilter
      departmentId: IDFilter
      status: [RequestStatus!]
      workDate: DateFilter
      "Only those the caller may decide."
      awaitingMe: Boolean = false
    }

    "Input of attendanceCorrectionRequest."
    input AttendanceCorrectionRequestInput {
      "The caller's own record when left out."
      employeeId: ID
      workDate: Date!
      kind: CorrectionKind!
      proposedEvents: [ProposedEventInput!]!
      voidEventIds: [ID!]
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "A punch proposed by a correction: an instant, or a wall-clock time in a zone."
    input ProposedEventInput {
      kind: AttendanceEventKind!
      at: InstantOrLocalInput!
    }

    "Exactly one way of giving a moment."
    input InstantOrLocalInput @oneOf {
      instant: DateTime
      local: LocalDateTimeInput
    }

    "A wall-clock moment. Refused when it does not exist in the zone, or happens twice and `offsetMinutes` is missing."
    input LocalDateTimeInput {
      date: Date!
      time: LocalTime!
      "The employee's when left out."
      timeZone: TimeZone
      offsetMinutes: Int
    }

    "Input of attendanceCorrectionCancel."
    input AttendanceCorrectionCancelInput {
      correctionId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceCorrectionDecide."
    input AttendanceCorrectionDecideInput {
      correctionId: ID!
      approve: Boolean!
      note: String
      """
      Version of the day's record that was looked at, 0 where there is none; needed when the correction is stale. Of a day with
      several shifts the sum of its records' versions.
      """
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendanceCorrectionsBulkDecide."
    input AttendanceCorrectionsBulkDecideInput {
      items: [DecisionItem!]!
      errorPolicy: ErrorPolicy! = REJECT_FAILED_ROWS
      "Echoed in the payload."
      clientMutationId: String
    }

    "One decision."
    input DecisionItem {
      clientRef: String
      requestId: ID!
      approve: Boolean!
      note: String
      expectedVersion: Int
    }

    "Input of attendancePeriodCreate."
    input AttendancePeriodCreateInput {
      name: String!
      range: DateRangeInput!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendancePeriodLock."
    input AttendancePeriodLockInput {
      periodId: ID!
      force: Boolean! = false
      expectedVersion: Int
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of attendancePeriodReopen."
    input AttendancePeriodReopenInput {
      periodId: ID!
      reason: String!
      "Echoed in the payload."
      clientMutationId: String
    }

    "A new employee."
    input EmployeeInput {
      number: String!
      fullName: String!
      email: String
      phone: String
      jobTitle: String
      employmentType: EmploymentType! = FULL_TIME
      hiredOn: Date!
      departmentId: ID
      locationId: ID
      managerId: ID
      timeZone: TimeZone
      externalRef: String
      custom: JSON
    }

    "Changes to an employee; omitted members stay, null clears."
    input EmployeePatchInput {
      number: String
      fullName: String
      email: String
      phone: String
      jobTitle: String
      employmentType: EmploymentType
      status: EmploymentStatus
      hiredOn: Date
      departmentId: ID
      locationId: ID
      managerId: ID
      timeZone: TimeZone
      externalRef: String
      custom: JSON
    }

    "One employee of a bulk upsert."
    input EmployeeBulkItem {
      "Echoed in the result."
      clientRef: String
      externalRef: String
      number: String!
      fullName: String!
      email: String
      phone: String
      jobTitle: String
      employmentType: EmploymentType
      hiredOn: Date!
      departmentCode: String
      departmentId: ID
      locationId: ID
      managerNumber: String
      timeZone: TimeZone
      custom: JSON
    }

    "A shift."
    input ShiftInput {
      name: String!
      startTime: LocalTime!
      endTime: LocalTime!
      timeZone: TimeZone
      weekdays: [Weekday!]! = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]
      earlyClockInMinutes: Int! = 60
      lateClockOutMinutes: Int! = 240
      lateGraceMinutes: Int! = 0
      earlyLeaveGraceMinutes: Int! = 0
      breakMinutes: Int! = 0
      breakMode: BreakMode! = PUNCHED
      breakIsPaid: Boolean! = false
      halfDayBelowMinutes: Int
      absentBelowMinutes: Int
      overtimeAfterMinutes: Int! = 0
      overtimeBeforeShift: Boolean! = false
      overtimeNeedsApproval: Boolean! = true
      roundingMinutes: Int! = 0
      roundingMode: RoundingMode! = NEAREST
    }

    "One assignment of a bulk create."
    input ShiftAssignmentBulkItem {
      clientRef: String
      employeeId: ID!
      shiftId: ID!
      slot: Int! = 1
      validFrom: Date!
      validTo: Date
      locationId: ID
      "Shifts in turn instead of one; shiftId is one of them."
      rotation: ShiftRotationInput
      replaceOverlapping: Boolean! = false
    }

    "A holiday."
    input HolidayInput {
      day: Date!
      name: String!
      half: DayHalf
      isOptional: Boolean! = false
    }

    "Shifts that follow one another day by day and begin again."
    input ShiftRotationInput {
      "A day on which the first of the shifts is worked."
      anchor: Date!
      "One for each day, null for a day off; at most 366."
      shiftIds: [ID]!
    }

    "Payload of authRegister."
    type AuthRegisterPayload {
      viewer: Viewer
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of authLogin."
    type AuthLoginPayload {
      viewer: Viewer
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of authRefresh."
    type AuthRefreshPayload {
      viewer: Viewer
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of authSwitchOrganization."
    type AuthSwitchOrganizationPayload {
      viewer: Viewer
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of authLogout."
    type AuthLogoutPayload {
      success: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of authLogoutAll."
    type AuthLogoutAllPayload {
      revokedCount: Int!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of sessionRevoke."
    type SessionRevokePayload {
      session: Session
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of passwordChange."
    type PasswordChangePayload {
      success: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of passwordResetRequest."
    type PasswordResetRequestPayload {
      accepted: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of passwordResetConfirm."
    type PasswordResetConfirmPayload {
      success: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of emailVerificationSend."
    type EmailVerificationSendPayload {
      sentAt: DateTime
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of emailVerify."
    type EmailVerifyPayload {
      user: User
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of userProfileUpdate."
    type UserProfileUpdatePayload {
      user: User
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of userEmailChangeRequest."
    type UserEmailChangeRequestPayload {
      sentAt: DateTime
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of userDeactivateSelf."
    type UserDeactivateSelfPayload {
      success: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformOrganizationSuspend."
    type PlatformOrganizationSuspendPayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformOrganizationUnsuspend."
    type PlatformOrganizationUnsuspendPayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformOrganizationRestore."
    type PlatformOrganizationRestorePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformUserSuspend."
    type PlatformUserSuspendPayload {
      user: User
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformUserUnsuspend."
    type PlatformUserUnsuspendPayload {
      user: User
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformUserArchive."
    type PlatformUserArchivePayload {
      user: User
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of platformActAs."
    type PlatformActAsPayload {
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationCreate."
    type OrganizationCreatePayload {
      organization: Organization
      member: Member
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationUpdate."
    type OrganizationUpdatePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationSettingsUpdate."
    type OrganizationSettingsUpdatePayload {
      settings: OrganizationSettings
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationActivate."
    type OrganizationActivatePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationDeactivate."
    type OrganizationDeactivatePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationArchive."
    type OrganizationArchivePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of organizationTransferOwnership."
    type OrganizationTransferOwnershipPayload {
      organization: Organization
      previousOwner: Member
      newOwner: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberAdd."
    type MemberAddPayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberUpdate."
    type MemberUpdatePayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberRemove."
    type MemberRemovePayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberLeave."
    type MemberLeavePayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberDeactivate."
    type MemberDeactivatePayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberActivate."
    type MemberActivatePayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of memberSuspend."
    type MemberSuspendPayload {
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of membersBulkUpdate, in input order."
    type MembersBulkUpdateResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      member: Member
      userErrors: [UserError!]!
    }

    "Payload of membersBulkUpdate."
    type MembersBulkUpdatePayload {
      "One entry per input item."
      results: [MembersBulkUpdateResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of adminGrant."
    type AdminGrantPayload {
      grant: AdminGrant
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of adminRevoke."
    type AdminRevokePayload {
      grant: AdminGrant
      member: Member
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of roleCreate."
    type RoleCreatePayload {
      role: Role
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of roleUpdate."
    type RoleUpdatePayload {
      role: Role
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of roleDelete."
    type RoleDeletePayload {
      deletedRoleId: ID
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of invitationCreate."
    type InvitationCreatePayload {
      invitation: Invitation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of invitationsBulkCreate, in input order."
    type InvitationsBulkCreateResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      invitation: Invitation
      userErrors: [UserError!]!
    }

    "Payload of invitationsBulkCreate."
    type InvitationsBulkCreatePayload {
      "One entry per input item."
      results: [InvitationsBulkCreateResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of invitationResend."
    type InvitationResendPayload {
      invitation: Invitation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of invitationRevoke."
    type InvitationRevokePayload {
      invitation: Invitation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of invitationAccept."
    type InvitationAcceptPayload {
      member: Member
      organization: Organization
      tokens: AuthTokens
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of invitationDecline."
    type InvitationDeclinePayload {
      invitation: InvitationPreview
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteCreate."
    type WebsiteCreatePayload {
      website: Website
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteUpdate."
    type WebsiteUpdatePayload {
      website: Website
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteConfigure."
    type WebsiteConfigurePayload {
      website: Website
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteDelete."
    type WebsiteDeletePayload {
      website: Website
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteRestore."
    type WebsiteRestorePayload {
      website: Website
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteMemberSet."
    type WebsiteMemberSetPayload {
      grant: WebsiteGrant
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteDomainAdd."
    type WebsiteDomainAddPayload {
      domain: WebsiteDomain
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteDomainVerify."
    type WebsiteDomainVerifyPayload {
      domain: WebsiteDomain
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of websiteDomainRemove."
    type WebsiteDomainRemovePayload {
      removedDomain: String
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of departmentCreate."
    type DepartmentCreatePayload {
      department: Department
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of departmentUpdate."
    type DepartmentUpdatePayload {
      department: Department
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of departmentDelete."
    type DepartmentDeletePayload {
      department: Department
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of workLocationCreate."
    type WorkLocationCreatePayload {
      location: WorkLocation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of workLocationUpdate."
    type WorkLocationUpdatePayload {
      location: WorkLocation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of workLocationDelete."
    type WorkLocationDeletePayload {
      location: WorkLocation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeCreate."
    type EmployeeCreatePayload {
      employee: Employee
      invitation: Invitation
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeUpdate."
    type EmployeeUpdatePayload {
      employee: Employee
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeTerminate."
    type EmployeeTerminatePayload {
      employee: Employee
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeDelete."
    type EmployeeDeletePayload {
      employee: Employee
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeRestore."
    type EmployeeRestorePayload {
      employee: Employee
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of employeeLinkMember."
    type EmployeeLinkMemberPayload {
      employee: Employee
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of employeesBulkUpsert, in input order."
    type EmployeesBulkUpsertResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      employee: Employee
      userErrors: [UserError!]!
    }

    "Payload of employeesBulkUpsert."
    type EmployeesBulkUpsertPayload {
      "One entry per input item."
      results: [EmployeesBulkUpsertResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of shiftCreate."
    type ShiftCreatePayload {
      shift: Shift
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of shiftUpdate."
    type ShiftUpdatePayload {
      shift: Shift
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of shiftDelete."
    type ShiftDeletePayload {
      shift: Shift
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of shiftAssign."
    type ShiftAssignPayload {
      assignment: ShiftAssignment
      "What was cut or ended, as it is now."
      replaced: [ShiftAssignment!]
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of shiftUnassign."
    type ShiftUnassignPayload {
      assignment: ShiftAssignment
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of shiftAssignmentsBulkCreate, in input order."
    type ShiftAssignmentsBulkCreateResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      shiftAssignment: ShiftAssignment
      userErrors: [UserError!]!
    }

    "Payload of shiftAssignmentsBulkCreate."
    type ShiftAssignmentsBulkCreatePayload {
      "One entry per input item."
      results: [ShiftAssignmentsBulkCreateResult!]!
      successCount: Int!
      failureCount: Int!
      "False when the ErrorPolicy kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of holidayCalendarSave."
    type HolidayCalendarSavePayload {
      calendar: HolidayCalendar
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of employeesBulkUpdate, in input order."
    type EmployeesBulkUpdateResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      employee: Employee
      userErrors: [UserError!]!
    }

    "Payload of employeesBulkUpdate."
    type EmployeesBulkUpdatePayload {
      "One entry per input item."
      results: [EmployeesBulkUpdateResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceClockIn."
    type AttendanceClockInPayload {
      event: AttendanceEvent
      session: AttendanceSession
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceClockOut."
    type AttendanceClockOutPayload {
      event: AttendanceEvent
      session: AttendanceSession
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceBreakStart."
    type AttendanceBreakStartPayload {
      event: AttendanceEvent
      session: AttendanceSession
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceBreakEnd."
    type AttendanceBreakEndPayload {
      event: AttendanceEvent
      session: AttendanceSession
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceRecordOverride."
    type AttendanceRecordOverridePayload {
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of attendanceRecordsBulkOverride, in input order."
    type AttendanceRecordsBulkOverrideResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      attendanceRecord: AttendanceRecord
      userErrors: [UserError!]!
    }

    "Payload of attendanceRecordsBulkOverride."
    type AttendanceRecordsBulkOverridePayload {
      "One entry per input item."
      results: [AttendanceRecordsBulkOverrideResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceSessionClose."
    type AttendanceSessionClosePayload {
      session: AttendanceSession
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceEventVoid."
    type AttendanceEventVoidPayload {
      event: AttendanceEvent
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceOvertimeApprove."
    type AttendanceOvertimeApprovePayload {
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceRecompute."
    type AttendanceRecomputePayload {
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "What became of a device event."
    enum DeviceEventOutcome {
      ACCEPTED
      "Sent before, or the same person punched the same a moment before."
      DUPLICATE
      REJECTED
      "Kept, waiting for the user id to be mapped."
      UNMAPPED
    }

    "Result of one device event, in input order."
    type DeviceEventResult {
      index: Int!
      deviceEventId: String!
      outcome: DeviceEventOutcome!
      "The one that is stored, now or before."
      event: AttendanceEvent
      userErrors: [UserError!]!
    }

    "Payload of attendanceEventsSync."
    type AttendanceEventsSyncPayload {
      results: [DeviceEventResult!]!
      acknowledgedSequence: BigInt
      acceptedCount: Int!
      duplicateCount: Int!
      rejectedCount: Int!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of deviceCreate."
    type DeviceCreatePayload {
      device: Device
      "Shown once."
      key: String
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of deviceRotateKey."
    type DeviceRotateKeyPayload {
      device: Device
      "Shown once."
      key: String
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of deviceRevoke."
    type DeviceRevokePayload {
      device: Device
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of deviceIdentitiesSet, in input order."
    type DeviceIdentitiesSetResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      deviceIdentity: DeviceIdentity
      userErrors: [UserError!]!
    }

    "Payload of deviceIdentitiesSet."
    type DeviceIdentitiesSetPayload {
      "One entry per input item."
      results: [DeviceIdentitiesSetResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy or a dry run kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceCorrectionRequest."
    type AttendanceCorrectionRequestPayload {
      correction: AttendanceCorrection
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceCorrectionCancel."
    type AttendanceCorrectionCancelPayload {
      correction: AttendanceCorrection
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendanceCorrectionDecide."
    type AttendanceCorrectionDecidePayload {
      correction: AttendanceCorrection
      record: AttendanceRecord
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Result of one item of attendanceCorrectionsBulkDecide, in input order."
    type AttendanceCorrectionsBulkDecideResult {
      index: Int!
      clientRef: String
      "Null when the item failed or nothing was applied."
      attendanceCorrection: AttendanceCorrection
      userErrors: [UserError!]!
    }

    "Payload of attendanceCorrectionsBulkDecide."
    type AttendanceCorrectionsBulkDecidePayload {
      "One entry per input item."
      results: [AttendanceCorrectionsBulkDecideResult!]!
      successCount: Int!
      failureCount: Int!
      "False when an ErrorPolicy kept everything back."
      applied: Boolean!
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendancePeriodCreate."
    type AttendancePeriodCreatePayload {
      period: AttendancePeriod
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendancePeriodLock."
    type AttendancePeriodLockPayload {
      period: AttendancePeriod
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of attendancePeriodReopen."
    type AttendancePeriodReopenPayload {
      period: AttendancePeriod
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "A page of AttendanceCorrection objects."
    type AttendanceCorrectionConnection {
      edges: [AttendanceCorrectionEdge!]!
      nodes: [AttendanceCorrection!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AttendanceCorrection in a page."
    type AttendanceCorrectionEdge {
      cursor: String!
      node: AttendanceCorrection!
    }

    "A page of AttendancePeriod objects."
    type AttendancePeriodConnection {
      edges: [AttendancePeriodEdge!]!
      nodes: [AttendancePeriod!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AttendancePeriod in a page."
    type AttendancePeriodEdge {
      cursor: String!
      node: AttendancePeriod!
    }

    "A page of AttendanceRecord objects."
    type AttendanceRecordConnection {
      edges: [AttendanceRecordEdge!]!
      nodes: [AttendanceRecord!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AttendanceRecord in a page."
    type AttendanceRecordEdge {
      cursor: String!
      node: AttendanceRecord!
    }

    "A page of AuditLog objects."
    type AuditLogConnection {
      edges: [AuditLogEdge!]!
      nodes: [AuditLog!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AuditLog in a page."
    type AuditLogEdge {
      cursor: String!
      node: AuditLog!
    }

    "A page of Department objects."
    type DepartmentConnection {
      edges: [DepartmentEdge!]!
      nodes: [Department!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Department in a page."
    type DepartmentEdge {
      cursor: String!
      node: Department!
    }

    "A page of WorkLocation objects."
    type WorkLocationConnection {
      edges: [WorkLocationEdge!]!
      nodes: [WorkLocation!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One WorkLocation in a page."
    type WorkLocationEdge {
      cursor: String!
      node: WorkLocation!
    }

    "A page of Employee objects."
    type EmployeeConnection {
      edges: [EmployeeEdge!]!
      nodes: [Employee!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Employee in a page."
    type EmployeeEdge {
      cursor: String!
      node: Employee!
    }

    "A page of Device objects."
    type DeviceConnection {
      edges: [DeviceEdge!]!
      nodes: [Device!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Device in a page."
    type DeviceEdge {
      cursor: String!
      node: Device!
    }

    "A page of DeviceIdentity objects."
    type DeviceIdentityConnection {
      edges: [DeviceIdentityEdge!]!
      nodes: [DeviceIdentity!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One DeviceIdentity in a page."
    type DeviceIdentityEdge {
      cursor: String!
      node: DeviceIdentity!
    }

    "A page of Member objects."
    type MemberConnection {
      edges: [MemberEdge!]!
      nodes: [Member!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Member in a page."
    type MemberEdge {
      cursor: String!
      node: Member!
    }

    "A page of AdminGrant objects."
    type AdminGrantConnection {
      edges: [AdminGrantEdge!]!
      nodes: [AdminGrant!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AdminGrant in a page."
    type AdminGrantEdge {
      cursor: String!
      node: AdminGrant!
    }

    "A page of Role objects."
    type RoleConnection {
      edges: [RoleEdge!]!
      nodes: [Role!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Role in a page."
    type RoleEdge {
      cursor: String!
      node: Role!
    }

    "A page of Invitation objects."
    type InvitationConnection {
      edges: [InvitationEdge!]!
      nodes: [Invitation!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Invitation in a page."
    type InvitationEdge {
      cursor: String!
      node: Invitation!
    }

    "A page of Website objects."
    type WebsiteConnection {
      edges: [WebsiteEdge!]!
      nodes: [Website!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Website in a page."
    type WebsiteEdge {
      cursor: String!
      node: Website!
    }

    "A page of Shift objects."
    type ShiftConnection {
      edges: [ShiftEdge!]!
      nodes: [Shift!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Shift in a page."
    type ShiftEdge {
      cursor: String!
      node: Shift!
    }

    "A page of ShiftAssignment objects."
    type ShiftAssignmentConnection {
      edges: [ShiftAssignmentEdge!]!
      nodes: [ShiftAssignment!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One ShiftAssignment in a page."
    type ShiftAssignmentEdge {
      cursor: String!
      node: ShiftAssignment!
    }

    "A page of AttendanceEvent objects."
    type AttendanceEventConnection {
      edges: [AttendanceEventEdge!]!
      nodes: [AttendanceEvent!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AttendanceEvent in a page."
    type AttendanceEventEdge {
      cursor: String!
      node: AttendanceEvent!
    }

    "A page of AttendanceSession objects."
    type AttendanceSessionConnection {
      edges: [AttendanceSessionEdge!]!
      nodes: [AttendanceSession!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One AttendanceSession in a page."
    type AttendanceSessionEdge {
      cursor: String!
      node: AttendanceSession!
    }

    "A page of Presence objects."
    type PresenceConnection {
      edges: [PresenceEdge!]!
      nodes: [Presence!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Presence in a page."
    type PresenceEdge {
      cursor: String!
      node: Presence!
    }

    "A page of Timesheet objects."
    type TimesheetConnection {
      edges: [TimesheetEdge!]!
      nodes: [Timesheet!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Timesheet in a page."
    type TimesheetEdge {
      cursor: String!
      node: Timesheet!
    }

    "A page of WebsiteGrant objects."
    type WebsiteGrantConnection {
      edges: [WebsiteGrantEdge!]!
      nodes: [WebsiteGrant!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One WebsiteGrant in a page."
    type WebsiteGrantEdge {
      cursor: String!
      node: WebsiteGrant!
    }

    "Sort key for Member."
    enum MemberOrderField {
      JOINED_AT
      NAME
      ROLE
    }

    "Sort order for Member."
    input MemberOrder {
      field: MemberOrderField!
      direction: OrderDirection! = ASC
    }

    "Sort key for Invitation."
    enum InvitationOrderField {
      CREATED_AT
      EXPIRES_AT
      EMAIL
    }

    "Sort order for Invitation."
    input InvitationOrder {
      field: InvitationOrderField!
      direction: OrderDirection! = ASC
    }

    "Sort key for Website."
    enum WebsiteOrderField {
      NAME
      CREATED_AT
      UPDATED_AT
    }

    "Sort order for Website."
    input WebsiteOrder {
      field: WebsiteOrderField!
      direction: OrderDirection! = ASC
    }

    "Sort key for Department."
    enum DepartmentOrderField {
      NAME
      CODE
    }

    "Sort order for Department."
    input DepartmentOrder {
      field: DepartmentOrderField!
      direction: OrderDirection! = ASC
    }

    "Sort key for AttendanceRecord."
    enum AttendanceRecordOrderField {
      WORK_DATE
      EMPLOYEE_NAME
      WORKED_MINUTES
      LATE_MINUTES
      OVERTIME_MINUTES
    }

    "Sort order for AttendanceRecord."
    input AttendanceRecordOrder {
      field: AttendanceRecordOrderField!
      direction: OrderDirection! = ASC
    }

    "Sort key for Employee."
    enum EmployeeOrderField {
      FULL_NAME
      NUMBER
      HIRED_ON
      CREATED_AT
      UPDATED_AT
    }

    "Sort order for Employee."
    input EmployeeOrder {
      field: EmployeeOrderField!
      direction: OrderDirection! = ASC
    }

    "A page of Organization objects."
    type OrganizationConnection {
      edges: [OrganizationEdge!]!
      nodes: [Organization!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One Organization in a page."
    type OrganizationEdge {
      cursor: String!
      node: Organization!
    }

    "A page of User objects."
    type UserConnection {
      edges: [UserEdge!]!
      nodes: [User!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One User in a page."
    type UserEdge {
      cursor: String!
      node: User!
    }

    "Purpose of a file."
    enum FilePurpose {
      AVATAR
      LOGO
    }

    "A stored file."
    type File implements Node @can(permission: "file.upload", scope: SELF) {
      id: ID!
      purpose: FilePurpose!
      fileName: String!
      contentType: String!
      byteSize: BigInt!
      status: FileStatus!
      "Signed; good for one to two hours. Null until the upload is complete."
      downloadUrl: URL
      owner: Member
      createdAt: DateTime!
    }

    "State of a file."
    enum FileStatus {
      PENDING
      READY
      REJECTED
      DELETED
    }

    "Where to PUT the bytes."
    type UploadTarget {
      url: URL!
      method: String!
      headers: JSON!
      expiresAt: DateTime!
      maxBytes: BigInt!
    }

    "Filter for files."
    input FileFilter {
      purpose: [FilePurpose!]
      ownerId: IDFilter
      createdAt: DateTimeFilter
    }

    "Input of organizationLogoSet."
    input OrganizationLogoSetInput {
      fileId: ID
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of fileUploadRequest."
    input FileUploadRequestInput {
      purpose: FilePurpose!
      fileName: String!
      contentType: String!
      byteSize: BigInt!
      sha256: String
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of fileUploadComplete."
    input FileUploadCompleteInput {
      fileId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Input of fileDelete."
    input FileDeleteInput {
      fileId: ID!
      "Echoed in the payload."
      clientMutationId: String
    }

    "Payload of organizationLogoSet."
    type OrganizationLogoSetPayload {
      organization: Organization
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of fileUploadRequest."
    type FileUploadRequestPayload {
      file: File
      upload: UploadTarget
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of fileUploadComplete."
    type FileUploadCompletePayload {
      file: File
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "Payload of fileDelete."
    type FileDeletePayload {
      file: File
      userErrors: [UserError!]!
      clientMutationId: String
    }

    "A page of File objects."
    type FileConnection {
      edges: [FileEdge!]!
      nodes: [File!]!
      pageInfo: PageInfo!
      "Computed only when selected."
      totalCount: Int! @cost(weight: 5)
    }

    "One File in a page."
    type FileEdge {
      cursor: String!
      node: File!
    }

    """##
