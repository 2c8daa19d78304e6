/// What somebody may be allowed to do. The raw value is the place in the catalogue and is stored nowhere.
///
/// The cases and their facts are those of `permissions.json`; a test holds the two together.
public enum Permission: UInt8, Sendable, Hashable, CaseIterable {
    case orgRead
    case orgUpdate
    case orgSettingsUpdate
    case orgActivate
    case orgArchive
    case orgTransferOwnership
    case memberRead
    case memberAdd
    case memberUpdate
    case memberRemove
    case memberDeactivate
    case memberSuspend
    case adminRead
    case adminGrant
    case adminRevoke
    case roleRead
    case roleManage
    case invitationRead
    case invitationCreate
    case invitationManage
    case websiteRead
    case websiteCreate
    case websiteUpdate
    case websiteConfigure
    case websiteDelete
    case websiteMemberManage
    case departmentRead
    case departmentManage
    case locationManage
    case employeeRead
    case employeeReadSensitive
    case employeeCreate
    case employeeUpdate
    case employeeDelete
    case employeeImport
    case shiftRead
    case shiftManage
    case shiftAssign
    case deviceManage
    case attendanceClock
    case attendanceClockDevice
    case attendanceRead
    case attendanceCorrect
    case attendanceDecide
    case attendanceManage
    case attendanceExport
    case periodManage
    case periodReopen
    case leaveRead
    case leaveRequest
    case leaveDecide
    case leaveManage
    case biometricConsent
    case biometricManage
    case auditRead
    case statsRead
    case fileUpload
    case forumRead
    case forumPost
    case useCaseRead
    case useCaseSubmit
    case useCaseModerate
    case messageSend
    case platformOrganizationRead
    case platformOrganizationSuspend
    case platformUserRead
    case platformUserSuspend
    case platformAuditRead
    case platformJobRead
    case platformActAs
}

extension Permission {
    /// The permission with a code such as `org.read`; nil for an unknown code.
    public init?(code: String) {
        guard let permission = Self.byCode[code] else { return nil }
        self = permission
    }

    /// The name by which the API, tokens and the database know it.
    public var code: String { facts.code }

    /// Whether custom roles may carry it.
    public var isGrantable: Bool { facts.isGrantable }

    /// What it allows, for people.
    public var explanation: String { facts.explanation }

    /// The catalogue's names of the roles that hold it by themselves, at whatever reach.
    public var defaultRoles: [String] {
        PermissionColumn.allCases.filter { scope(in: $0) != nil }.map(\.name)
    }

    /// The reach that a column of the catalogue gives; nil for none.
    func scope(in column: PermissionColumn) -> PermissionScope? {
        switch facts.scopes.utf8[facts.scopes.utf8.index(facts.scopes.startIndex, offsetBy: Int(column.rawValue))] {
        case UInt8(ascii: "O"): .organization
        case UInt8(ascii: "T"): .team
        case UInt8(ascii: "S"): .own
        case UInt8(ascii: "P"): .platform
        default: nil
        }
    }

    private var facts: PermissionFacts { PermissionFacts.catalogue[Int(rawValue)] }

    private static let byCode = Dictionary(uniqueKeysWithValues: allCases.map { ($0.code, $0) })
}

/// The columns of the catalogue, in its order.
enum PermissionColumn: UInt8, CaseIterable {
    case platformAdmin
    case owner
    case admin
    case manager
    case member
    case device

    /// As `permissions.json` calls it.
    var name: String {
        switch self {
        case .platformAdmin: "PLATFORM_ADMIN"
        case .owner: "OWNER"
        case .admin: "ADMIN"
        case .manager: "MANAGER"
        case .member: "MEMBER"
        case .device: "DEVICE"
        }
    }
}
