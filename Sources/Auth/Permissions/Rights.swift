/// What a viewer may do, as far as the token tells: per permission the reach of the role and of custom roles.
///
/// Holds no tenant data, so that it may be part of a plan's key. A team's reach is narrowed to the real team in SQL;
/// hence a plain member is planned for as a manager, and the statement finds no team for those who manage nobody.
public struct Rights: Sendable, Hashable {
    private var own: PermissionSet = []
    private var team: PermissionSet = []
    private var organization: PermissionSet = []
    private var platform: PermissionSet = []

    /// Of somebody without an organization who is no platform administrator: nothing.
    public static let none = Rights()

    /// Of a device that presents its key.
    public static let device = Rights(columns: [.device])

    private static let owner = Rights(columns: [.owner])
    private static let admin = Rights(columns: [.admin])
    private static let member = Rights(columns: [.manager, .member])
    private static let memberWithoutTeam = Rights(columns: [.member])
    private static let platformAdmin = Rights(columns: [.platformAdmin])

    /// - Parameter managesOthers: whether a plain member is known to manage somebody. What is planned for assumes it;
    ///   what is shown to the person should not.
    public init(_ claims: AccessTokenClaims, managesOthers: Bool = true) {
        if claims.isPlatformAdmin { formUnion(.platformAdmin) }
        guard let membership = claims.membership else { return }
        formUnion(membership.role == .member && !managesOthers ? .memberWithoutTeam : Self.of(membership.role))
        add(membership.customPermissions)
    }

    /// Of a member, with what custom roles add.
    public init(role: MembershipRole, customPermissions: PermissionSet) {
        self = Self.of(role)
        add(customPermissions)
    }

    private init() {}

    private init(columns: [PermissionColumn]) {
        for permission in Permission.allCases {
            for column in columns {
                guard let scope = permission.scope(in: column) else { continue }
                insert(permission, scope)
            }
        }
    }

    /// The rights that a role gives by itself.
    public static func of(_ role: MembershipRole) -> Rights {
        switch role {
        case .owner: owner
        case .admin: admin
        case .member: member
        }
    }

    /// Equal for equal rights: what a plan is cached by.
    public var key: [UInt64] { own.words + team.words + organization.words + platform.words }

    /// The farthest reach within the organization, else `platform` when it is held there alone, else nil.
    public func scope(of permission: Permission) -> PermissionScope? {
        if organization.contains(permission) { return .organization }
        if team.contains(permission) { return .team }
        if own.contains(permission) { return .own }
        return platform.contains(permission) ? .platform : nil
    }

    /// Whether the permission is held at least at the scope. Platform administrators read any organization where the
    /// catalogue says so; nobody else passes a gate of platform scope.
    public func allows(_ permission: Permission, at scope: PermissionScope) -> Bool {
        if platform.contains(permission) { return true }
        switch scope {
        case .platform: return false
        case .organization: return organization.contains(permission)
        case .team: return organization.contains(permission) || team.contains(permission)
        case .own: return self.scope(of: permission) != nil
        }
    }

    /// Whether these rights have all that the others have, and more: the others' holder stands below.
    public func exceed(_ other: Rights) -> Bool { other.isCovered(by: self) && !isCovered(by: other) }

    /// Every permission held, with its reach, in the order of the catalogue.
    public var effective: [(permission: Permission, scope: PermissionScope)] {
        Permission.allCases.compactMap { permission in scope(of: permission).map { (permission, $0) } }
    }

    private mutating func insert(_ permission: Permission, _ scope: PermissionScope) {
        switch scope {
        case .own: own.insert(permission)
        case .team: team.insert(permission)
        case .organization: organization.insert(permission)
        case .platform: platform.insert(permission)
        }
    }

    private func isCovered(by other: Rights) -> Bool {
        let atLeastTeam = other.organization.union(other.team)
        return platform.isSubset(of: other.platform) && organization.isSubset(of: other.organization)
            && team.isSubset(of: atLeastTeam) && own.isSubset(of: atLeastTeam.union(other.own))
    }

    private mutating func add(_ customPermissions: PermissionSet) {
        organization.formUnion(PermissionSet(customPermissions.filter(\.isGrantable)))
    }

    private mutating func formUnion(_ other: Rights) {
        own.formUnion(other.own)
        team.formUnion(other.team)
        organization.formUnion(other.organization)
        platform.formUnion(other.platform)
    }
}
