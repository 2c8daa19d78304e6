import Auth
import FoundationEssentials
import Postgres

/// What the database has of the things that drafts of invitations name: a fixed number of statements.
struct InvitationLookup {
    struct Address {
        /// The form by which addresses are compared.
        let normalized: String
        let isMember: Bool
        let isInvited: Bool
    }

    /// The permissions of each role that was found.
    let roles: [UUID: PermissionSet]
    /// Whether each employee that was found has a login.
    let employees: [UUID: Bool]
    let addresses: [String: Address]
    /// How long an invitation of the organization stands.
    let lifetimeHours: Int64

    /// Locks the organization, ends the invitations that are over, and reads, in one round trip.
    ///
    /// - Throws: `TOKEN_STALE` when the viewer's rights changed meanwhile.
    static func read(
        for drafts: [InvitationDraft],
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> InvitationLookup {
        let emails = Parameter.texts(drafts.compactMap(\.email))
        let results = try await transaction.pipeline([
            OrganizationLock.acquire(), ViewerEpoch.current(try context.tenant()),
            expire(emails, .timestamp(context.request.now)),
            selectRoles(.uuids(drafts.flatMap(\.roleKeys))), selectEmployees(.uuids(drafts.map(\.employeeKey))),
            selectAddresses(emails), InvitationStatements.lifetime(),
        ])
        try ViewerEpoch.check(results[1])
        return InvitationLookup(Array(results.dropFirst(3)))
    }

    private init(_ results: [ResultSet]) {
        let roles = results[0].map { ($0.uuid(0), PermissionSet($0.texts(1).compactMap(Permission.init(code:)))) }
        self.roles = Dictionary(uniqueKeysWithValues: roles)
        employees = Dictionary(uniqueKeysWithValues: results[1].map { ($0.uuid(0), $0.bool(1)) })
        let addresses = results[2].map {
            ($0.string(0), Address(normalized: $0.string(1), isMember: $0.bool(2), isInvited: $0.bool(3)))
        }
        self.addresses = Dictionary(addresses, uniquingKeysWith: { $1 })
        lifetimeHours = Int64(results[3][0].int32(0))
    }

    /// So that an invitation that is over does not stand in a new one's way.
    private static let expire = Statement<TenantScope>(
        "expire invitations of addresses",
        """
        UPDATE organization_invitations AS i SET status = 'expired', decided_at = i.expires_at
        WHERE i.organization_id = $1 AND i.status = 'pending' AND i.expires_at <= $3
          AND i.email_normalized IN (SELECT lower(btrim(v.email)) FROM unnest($2::text[]) AS v (email))
        """
    )

    private static let selectRoles = Statement<TenantScope>(
        "roles to invite with",
        """
        SELECT q.id, ARRAY(SELECT jsonb_array_elements_text(q.permissions)) FROM roles q
        WHERE q.organization_id = $1 AND q.id = ANY($2) AND q.deleted_at IS NULL
        """
    )

    private static let selectEmployees = Statement<TenantScope>(
        "employees to invite",
        """
        SELECT e.id, e.member_id IS NOT NULL FROM employees e
        WHERE e.organization_id = $1 AND e.id = ANY($2) AND e.deleted_at IS NULL
        """
    )

    private static let selectAddresses = Statement<TenantScope>(
        "addresses to invite",
        """
        SELECT v.email, lower(btrim(v.email)),
               EXISTS (SELECT FROM organization_members m
                       WHERE m.organization_id = $1 AND m.user_id = app.find_user_by_email(v.email)
                         AND m.ended_at IS NULL),
               EXISTS (SELECT FROM organization_invitations i
                       WHERE i.organization_id = $1 AND i.email_normalized = lower(btrim(v.email))
                         AND i.status = 'pending')
        FROM unnest($2::text[]) AS v (email)
        """
    )
}
