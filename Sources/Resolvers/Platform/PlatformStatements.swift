import Postgres

/// Times are those after the lock: a transaction's own may lie before a row that was committed while it waited.
enum PlatformStatements {
    /// Waits for the organization's mutations, as ``OrganizationStateLock`` does.
    static let lockState = Statement<PlatformScope>(
        "platform locks organization's state",
        "SELECT pg_advisory_xact_lock(3, hashtext($1::text))"
    )

    static let lockRow = Statement<PlatformScope>(
        "platform locks organization",
        "SELECT 1 FROM organizations o WHERE o.id = $1 FOR NO KEY UPDATE"
    )

    static let organization = Statement<PlatformScope>(
        "organization of the platform",
        "SELECT \(OrganizationRow.columns) FROM organizations o WHERE o.id = $1"
    )

    static let suspend = Statement<PlatformScope>(
        "suspend organization",
        "INSERT INTO organization_suspensions (organization_id, suspended_by, reason) VALUES ($1, $2, $3)"
    )

    static let unsuspend = Statement<PlatformScope>(
        "unsuspend organization",
        """
        UPDATE organization_suspensions AS s
        SET period = tstzrange(lower(s.period), clock_timestamp(), '[)'), lifted_by = $2, lift_reason = $3
        WHERE s.organization_id = $1 AND upper_inf(s.period)
        """
    )

    static let restore = Statement<PlatformScope>(
        "restore organization",
        """
        UPDATE organization_archives AS a
        SET period = tstzrange(lower(a.period), clock_timestamp(), '[)'), restored_by = $2
        WHERE a.organization_id = $1 AND upper_inf(a.period)
        """
    )

    /// Without the address: whose it is does not concern the organization.
    static let tenantAudit = Statement<PlatformScope>(
        "audit of platform administration",
        """
        INSERT INTO audit_logs (organization_id, actor_kind, actor_user_id, action, entity_type, entity_id, old_values,
                                reason, request_id)
        VALUES ($1, 'platform_admin', $2, $3, 'Organization', $1, $4::jsonb, $5, $6)
        """
    )
}
