import Auth
import FoundationEssentials
import Postgres
import Schema
import Time

/// An invitation as somebody who wants to accept it finds it, under the organization's lock.
struct HeldInvitation {
    let invitation: InvitationRow
    let inviterUserID: UUID
    /// Of the inviter now; nil once they are no active member.
    private let inviterRights: Rights?
    private let organizationState: String
    /// Whether the person has the invited address, and has verified it.
    private let hasAddress: Bool
    private let hasVerifiedAddress: Bool
    private let isMember: Bool
    /// False once the employee is gone or somebody else's; true where none is named.
    private let isEmployeeFree: Bool
    /// The live ones among the custom roles of the invitation, with their permissions.
    let roles: [UUID: PermissionSet]

    /// Locks the organization and reads, in one round trip. Nil for a token that nothing belongs to.
    ///
    /// Waits for a change of the organization's state that is under way.
    static func read(
        _ token: OpaqueToken,
        for userID: UUID,
        in transaction: Transaction<TenantScope>
    ) async throws -> HeldInvitation? {
        let key: [Parameter] = [.bytes(token.hash), .uuid(userID)]
        let results = try await transaction.pipeline([
            OrganizationStateLock.share(), OrganizationLock.acquire(), lock(.bytes(token.hash)), select.bind(key),
            selectRoles(.bytes(token.hash)),
        ])
        return results[3].first.map { HeldInvitation($0, results[4]) }
    }

    private init(_ row: Row, _ roles: ResultSet) {
        invitation = InvitationRow(row)
        let next = InvitationRow.columnCount
        inviterUserID = row.uuid(next)
        let role = row.optionalString(next + 1).flatMap { Auth.MembershipRole(rawValue: $0.uppercased()) }
        let permissions = PermissionSet(row.texts(next + 2).compactMap(Permission.init(code:)))
        inviterRights = role.map { Rights(role: $0, customPermissions: permissions) }
        organizationState = row.string(next + 3)
        hasAddress = row.bool(next + 4)
        hasVerifiedAddress = row.bool(next + 5)
        isMember = row.bool(next + 6)
        isEmployeeFree = row.bool(next + 7)
        let pairs = roles.map { ($0.uuid(0), PermissionSet($0.texts(1).compactMap(Permission.init(code:)))) }
        self.roles = Dictionary(uniqueKeysWithValues: pairs)
    }

    var isForAdmin: Bool { invitation.row.string(2) == "admin" }

    /// - Throws: why the person may not accept it.
    func check(at now: Timestamp, path: [String]) throws(UserErrors) {
        guard invitation.status(at: now) == .pending else { throw .notPending(path: path) }
        guard hasAddress else {
            throw UserErrors(.invitationEmailMismatch, "The invitation is for another e-mail address.", path: path)
        }
        guard hasVerifiedAddress else {
            throw UserErrors(.emailNotVerified, "Verify the e-mail address that was invited first.", path: path)
        }
        guard !isMember else { throw UserErrors(.alreadyMember, "You are a member already.", path: path) }
        try checkOrganization(path: path)
        guard isBacked, isEmployeeFree else { throw .invalidInvitation(path: path) }
    }

    private func checkOrganization(path: [String]) throws(UserErrors) {
        switch organizationState {
        case "suspended": throw UserErrors(.organizationSuspended, "The organization is suspended.", path: path)
        case "archived": throw UserErrors(.organizationArchived, "The organization is archived.", path: path)
        case "inactive": throw UserErrors(.organizationInactive, "The organization is inactive.", path: path)
        default: break
        }
    }

    /// Whether the inviter could still make this invitation.
    private var isBacked: Bool {
        guard let inviterRights else { return false }
        let inviter = MemberAuthority(memberID: invitation.invitedBy, inviterRights)
        return inviter.holds(.invitationCreate) && (!isForAdmin || inviter.mayInviteAdmins)
            && roles.values.allSatisfy { $0.allSatisfy(inviter.mayGrant) }
    }
}

extension HeldInvitation {
    /// Background work may be marking it as over.
    private static let lock = Statement<TenantScope>(
        "lock invitation by token",
        """
        SELECT 1 FROM organization_invitations i WHERE i.organization_id = $1 AND i.token_hash = $2
        FOR NO KEY UPDATE
        """
    )

    private static let select = Statement<TenantScope>(
        "invitation to accept",
        """
        SELECT \(InvitationRow.columns), inviter.user_id, r.role::text,
               ARRAY(SELECT p.code FROM member_custom_permissions p
                     WHERE p.organization_id = $1 AND p.member_id = i.invited_by),
               (SELECT s.state FROM organization_state s WHERE s.organization_id = $1),
               EXISTS (SELECT FROM user_identifiers x
                       WHERE x.user_id = $3 AND x.kind = 'email' AND x.normalized = i.email_normalized
                         AND x.released_at IS NULL),
               EXISTS (SELECT FROM user_identifiers x
                       WHERE x.user_id = $3 AND x.kind = 'email' AND x.normalized = i.email_normalized
                         AND x.released_at IS NULL AND x.verified_at IS NOT NULL),
               EXISTS (SELECT FROM organization_members m
                       WHERE m.organization_id = $1 AND m.user_id = $3 AND m.ended_at IS NULL),
               i.employee_id IS NULL OR EXISTS (SELECT FROM employees e
                       WHERE e.organization_id = $1 AND e.id = i.employee_id AND e.member_id IS NULL
                         AND e.deleted_at IS NULL)
        FROM organization_invitations i
        JOIN organization_members inviter ON inviter.organization_id = $1 AND inviter.id = i.invited_by
        LEFT JOIN member_effective_role r ON r.organization_id = $1 AND r.member_id = i.invited_by AND r.is_active
        WHERE i.organization_id = $1 AND i.token_hash = $2
        """
    )

    private static let selectRoles = Statement<TenantScope>(
        "roles of the invitation",
        """
        SELECT q.id, ARRAY(SELECT jsonb_array_elements_text(q.permissions))
        FROM organization_invitations i
        JOIN roles q ON q.organization_id = $1 AND q.id = ANY(i.role_ids) AND q.deleted_at IS NULL
        WHERE i.organization_id = $1 AND i.token_hash = $2
        """
    )
}
