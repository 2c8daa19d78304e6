import FoundationEssentials
import Postgres

/// What somebody is just now: their membership of one organization, that organization's state, and whether they
/// administer the platform.
struct Standing {
    let membership: AccessTokenClaims.Membership?
    /// Nil without a membership.
    let organizationState: OrganizationState?
    let isPlatformAdmin: Bool
    /// The organization that a platform administrator looks on at.
    var actingOrganizationID: UUID?

    /// Of a platform administrator who looks on at an organization without being a member.
    static func onlooker(at organizationID: UUID) -> Standing {
        Standing(
            membership: nil,
            organizationState: nil,
            isPlatformAdmin: true,
            actingOrganizationID: organizationID
        )
    }

    /// - Parameter organizationID: nil for a session without an organization.
    static func read(
        userID: UUID,
        organizationID: UUID?,
        in transaction: Transaction<AuthScope>
    ) async throws -> Standing {
        let row = try await transaction.run(select(.uuid(userID), .optional(organizationID)))[0]
        return Standing(
            membership: membership(row),
            organizationState: row.optionalString(4).flatMap(OrganizationState.init(rawValue:)),
            isPlatformAdmin: row.bool(5)
        )
    }

    private static func membership(_ row: Row) -> AccessTokenClaims.Membership? {
        guard let organizationID = row.optionalUUID(0),
            let role = MembershipRole(rawValue: row.string(3).uppercased())
        else { return nil }
        return AccessTokenClaims.Membership(
            organizationID: organizationID,
            memberID: row.uuid(1),
            memberEpoch: row.int32(2),
            role: role,
            customPermissions: PermissionSet(row.texts(6).compactMap(Permission.init(code:)))
        )
    }

    private static let select = Statement<AuthScope>(
        "standing",
        """
        SELECT m.organization_id, m.id, m.authz_epoch, r.role::text, o.state,
               EXISTS (SELECT FROM platform_admins a WHERE a.user_id = u.id AND a.revoked_at IS NULL),
               ARRAY(SELECT p.code FROM member_custom_permissions p
                     WHERE p.organization_id = m.organization_id AND p.member_id = m.id)
        FROM users u
        LEFT JOIN organization_members m ON m.user_id = u.id AND m.organization_id = $2 AND m.is_active
        LEFT JOIN member_effective_role r ON r.organization_id = m.organization_id AND r.member_id = m.id
        LEFT JOIN organization_state o ON o.organization_id = m.organization_id
        WHERE u.id = $1
        """
    )
}

/// The states that the view `organization_state` derives.
enum OrganizationState: String {
    case active, inactive, suspended, archived

    /// Why nobody may sign in to such an organization; nil when they may.
    var refusal: AccountRefusal? {
        switch self {
        case .active, .inactive: nil
        case .suspended: .organizationSuspended
        case .archived: .organizationArchived
        }
    }
}
