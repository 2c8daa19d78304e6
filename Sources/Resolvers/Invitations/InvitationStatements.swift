import Postgres

/// Statements that several mutations of invitations share.
enum InvitationStatements {
    static let lifetime = Statement<TenantScope>(
        "lifetime of invitations",
        "SELECT s.invitation_ttl_hours FROM organization_settings s WHERE s.organization_id = $1"
    )

    static let lock = Statement<TenantScope>(
        "lock invitation",
        """
        SELECT \(InvitationRow.columns) FROM organization_invitations i
        WHERE i.organization_id = $1 AND i.id = $2
        FOR NO KEY UPDATE
        """
    )

    /// Ends an invitation without a member coming of it.
    static let end = Statement<TenantScope>(
        "end invitation",
        """
        UPDATE organization_invitations AS i SET status = $3, decided_at = $4
        WHERE i.organization_id = $1 AND i.id = $2
        RETURNING \(InvitationRow.columns)
        """
    )
}
