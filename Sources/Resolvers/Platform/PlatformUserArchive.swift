import Auth
import FoundationEssentials
import Postgres
import Schema

/// Puts a person away: memberships, admin grants and sessions end, and their names can be taken again.
enum PlatformUserArchive: EntityMutation {
    static let payloadTypeName = "PlatformUserArchivePayload"
    static let entityField = "user"

    typealias Entity = UserRow

    static func run(_ input: PlatformUserArchiveInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await context.administer { transaction in
            let change = try PlatformUserChange(
                action: "platformUserArchive",
                id: input.userId,
                reason: input.reason,
                context
            )
            // Organizations are locked before people, and all in one order.
            let results = try await transaction.pipeline([
                lockOrganizations(.uuid(change.userID)), ownsOrganization(.uuid(change.userID)),
            ])
            if results[1][0].bool(0) { throw lastOwner }
            return try await change.run(
                from: [.active, .inactive, .suspended],
                to: .archived,
                in: transaction,
                context,
                try statements(change, context)
            )
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static func statements(
        _ change: PlatformUserChange,
        _ context: ResolverContext
    ) throws -> [BoundStatement<PlatformScope>] {
        let user = Parameter.uuid(change.userID)
        let actor = Parameter.uuid(try context.signedIn().claims.userID)
        return [
            auditMemberships(user, actor, .text(change.reason), .text(context.request.requestID)),
            revokeAdmins(user, actor), removeRoles(user), removeWebsiteRoles(user), endStatuses(user),
            endMemberships(user, actor),
            revokePlatform(user, actor), releaseNames(user, .timestamp(context.request.now)),
            PlatformUserStatements.archive(user, actor, .text(change.reason)),
        ] + change.sessionsEnd(because: "user_archived", context)
    }

    private static let lastOwner = UserErrors([
        .lastOwner(
            "This person owns an organization, which would be left without an owner.",
            path: ["input", "userId"],
            isOwnOrganization: false
        )
    ])

    private static let lockOrganizations = Statement<PlatformScope>(
        "lock organizations of person",
        """
        SELECT 1 FROM organizations o
        WHERE o.id IN (SELECT m.organization_id FROM organization_members m WHERE m.user_id = $1 AND m.ended_at IS NULL)
        ORDER BY o.id FOR NO KEY UPDATE
        """
    )

    private static let ownsOrganization = Statement<PlatformScope>(
        "person owns an organization",
        """
        SELECT EXISTS (SELECT FROM organization_owners w
          JOIN organization_members m ON m.organization_id = w.organization_id AND m.id = w.member_id
          WHERE m.user_id = $1 AND w.ended_at IS NULL)
        """
    )

    private static let auditMemberships = Statement<PlatformScope>(
        "audit memberships that end",
        """
        INSERT INTO audit_logs (organization_id, actor_kind, actor_user_id, action, entity_type, entity_id, new_values,
                                reason, request_id)
        SELECT m.organization_id, 'platform_admin', $2, 'platformUserArchive', 'Member', m.id,
               '{"endReason": "USER_ARCHIVED"}'::jsonb, $3, $4
        FROM organization_members m WHERE m.user_id = $1 AND m.ended_at IS NULL
        """
    )

    private static let revokeAdmins = Statement<PlatformScope>(
        "end admin grants of person",
        """
        UPDATE organization_admins AS g SET revoked_at = clock_timestamp(), revoked_by = $2
        FROM organization_members m
        WHERE m.user_id = $1 AND m.ended_at IS NULL AND g.organization_id = m.organization_id
          AND g.member_id = m.id AND g.revoked_at IS NULL
        """
    )

    private static let removeRoles = Statement<PlatformScope>(
        "remove custom roles of person",
        """
        DELETE FROM organization_member_roles AS x
        USING organization_members m
        WHERE m.user_id = $1 AND m.ended_at IS NULL AND x.organization_id = m.organization_id AND x.member_id = m.id
        """
    )

    private static let removeWebsiteRoles = Statement<PlatformScope>(
        "remove website roles of person",
        """
        DELETE FROM website_members AS x
        USING organization_members m
        WHERE m.user_id = $1 AND m.ended_at IS NULL AND x.organization_id = m.organization_id AND x.member_id = m.id
        """
    )

    private static let endStatuses = Statement<PlatformScope>(
        "end member statuses of person",
        """
        UPDATE organization_member_status AS s SET period = tstzrange(lower(s.period), clock_timestamp(), '[)')
        FROM organization_members m
        WHERE m.user_id = $1 AND m.ended_at IS NULL AND s.organization_id = m.organization_id
          AND s.member_id = m.id AND upper_inf(s.period)
        """
    )

    private static let endMemberships = Statement<PlatformScope>(
        "end memberships of person",
        """
        UPDATE organization_members AS m
        SET ended_at = greatest(clock_timestamp(), m.joined_at), end_reason = 'user_archived', ended_by = $2,
            authz_epoch = m.authz_epoch + 1, version = m.version + 1
        WHERE m.user_id = $1 AND m.ended_at IS NULL
        """
    )

    private static let revokePlatform = Statement<PlatformScope>(
        "end platform administration of person",
        """
        UPDATE platform_admins AS a SET revoked_at = clock_timestamp(), revoked_by = $2
        WHERE a.user_id = $1 AND a.revoked_at IS NULL
        """
    )

    private static let releaseNames = Statement<PlatformScope>(
        "release names of person",
        "UPDATE user_identifiers SET released_at = $2 WHERE user_id = $1 AND released_at IS NULL"
    )
}
