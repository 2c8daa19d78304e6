import Auth
import FoundationEssentials
import Schema

/// Whom the viewer may change, and which permissions they may hand on.
///
/// Below the viewer is whose rights are a part of the viewer's own: an admin's of the owner's, a plain member's of
/// those that a custom role gives to another member. Peers and superiors are out of reach, whatever the permission.
struct MemberAuthority: Sendable {
    private let memberID: UUID
    private let rights: Rights

    init(_ tenant: Tenant) {
        memberID = tenant.memberID
        rights =
            tenant.viewer.claims.membership.map {
                Rights(role: $0.role, customPermissions: $0.customPermissions)
            } ?? .none
    }

    init(memberID: UUID, _ rights: Rights) {
        self.memberID = memberID
        self.rights = rights
    }

    /// For title and custom roles: oneself, or somebody below.
    func checkChange(of member: StoredMember, _ errors: inout InputErrors) {
        if member.id != memberID && !rights.exceed(member.rights) { errors.add(.forbidden, Self.notBelow, "memberId") }
    }

    /// For access and membership: somebody below, and never the owner.
    ///
    /// - Parameter field: the input's member that names whom it is about.
    func checkAccess(of member: StoredMember, _ errors: inout InputErrors, _ field: String = "memberId") {
        if member.values.role == .owner {
            errors.addLastOwner(field)
        } else if member.id == memberID {
            errors.add(.forbidden, "Nobody does this to themselves: leave the organization instead.", field)
        } else if !rights.exceed(member.rights) {
            errors.add(.forbidden, Self.notBelow, field)
        }
    }

    /// Whether the viewer may hand the permission on: a grantable one that they hold for the whole organization.
    func mayGrant(_ permission: Permission) -> Bool {
        permission.isGrantable && rights.scope(of: permission) == .organization
    }

    /// Only owners make admins.
    var mayInviteAdmins: Bool { holds(.adminGrant) }

    /// Whether the viewer holds a permission for the whole organization.
    func holds(_ permission: Permission) -> Bool { rights.scope(of: permission) == .organization }

    private static let notBelow = "This member's rights are not below yours."
}
