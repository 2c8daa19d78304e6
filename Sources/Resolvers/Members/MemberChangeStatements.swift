import Postgres

/// The statements of ``MemberChanges``. They take any number of members.
///
/// Times are those after the organization's lock: a transaction's own may lie before rows that were committed while
/// it waited.
enum MemberChangeStatements {
    static let update = Statement<TenantScope>(
        "update members",
        """
        UPDATE organization_members AS m
        SET title = v.title, access_state = v.access_state::member_access_state, end_reason = v.end_reason,
            ended_at = CASE WHEN v.end_reason IS NOT NULL THEN clock_timestamp() END,
            ended_by = CASE WHEN v.end_reason IS NOT NULL THEN $2::uuid END,
            authz_epoch = m.authz_epoch + v.changes_rights::integer, version = m.version + 1
        FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[])
             AS v (id, title, access_state, end_reason, changes_rights)
        WHERE m.organization_id = $1 AND m.id = v.id AND m.ended_at IS NULL
        RETURNING \(MemberRow.columns)
        """
    )

    static let revokeAdmins = Statement<TenantScope>(
        "revoke admins",
        """
        UPDATE organization_admins AS g SET revoked_at = clock_timestamp(), revoked_by = $3
        WHERE g.organization_id = $1 AND g.member_id = ANY($2) AND g.revoked_at IS NULL
        """
    )

    static let grantAdmins = Statement<TenantScope>(
        "grant admins",
        """
        INSERT INTO organization_admins (organization_id, member_id, granted_by)
        SELECT $1, v.id, $3 FROM unnest($2::uuid[]) AS v (id)
        """
    )

    static let closeStatuses = Statement<TenantScope>(
        "close member statuses",
        """
        UPDATE organization_member_status AS s SET period = tstzrange(lower(s.period), clock_timestamp(), '[)')
        WHERE s.organization_id = $1 AND s.member_id = ANY($2) AND upper_inf(s.period)
        """
    )

    static let openStatuses = Statement<TenantScope>(
        "open member statuses",
        """
        INSERT INTO organization_member_status (organization_id, member_id, state, reason, actor_user_id)
        SELECT $1, v.id, v.state::member_access_state, v.reason, $2
        FROM unnest($3::uuid[], $4::text[], $5::text[]) AS v (id, state, reason)
        """
    )

    static let removeRoles = Statement<TenantScope>(
        "remove custom roles",
        """
        DELETE FROM organization_member_roles AS x
        USING unnest($2::uuid[], $3::uuid[]) AS v (member_id, role_id)
        WHERE x.organization_id = $1 AND x.member_id = v.member_id AND x.role_id = v.role_id
        """
    )

    static let removeWebsiteRoles = Statement<TenantScope>(
        "remove website roles",
        "DELETE FROM website_members AS x WHERE x.organization_id = $1 AND x.member_id = ANY($2)"
    )

    static let addRoles = Statement<TenantScope>(
        "add custom roles",
        """
        INSERT INTO organization_member_roles (organization_id, member_id, role_id, granted_by)
        SELECT $1, v.member_id, v.role_id, $2 FROM unnest($3::uuid[], $4::uuid[]) AS v (member_id, role_id)
        """
    )
}
