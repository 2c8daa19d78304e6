import Postgres

/// Times are those after the lock: a transaction's own may lie before a row that was committed while it waited.
enum PlatformUserStatements {
    static let lock = Statement<PlatformScope>(
        "lock person",
        "SELECT 1 FROM user_profile p WHERE p.user_id = $1 FOR NO KEY UPDATE"
    )

    static let user = Statement<PlatformScope>(
        "person of the platform",
        "SELECT \(UserRow.columns) FROM \(PlatformUsers.source) WHERE u.user_id = $1"
    )

    static let suspend = Statement<PlatformScope>(
        "suspend person",
        "INSERT INTO user_suspensions (user_id, suspended_by, reason) VALUES ($1, $2, $3)"
    )

    static let unsuspend = Statement<PlatformScope>(
        "unsuspend person",
        """
        UPDATE user_suspensions AS s
        SET period = tstzrange(lower(s.period), clock_timestamp(), '[)'), lifted_by = $2, lift_reason = $3
        WHERE s.user_id = $1 AND upper_inf(s.period)
        """
    )

    static let archive = Statement<PlatformScope>(
        "archive person",
        "INSERT INTO user_archives (user_id, archived_by, reason) VALUES ($1, $2, $3)"
    )

    static let endSessions = Statement<PlatformScope>(
        "end sessions of person",
        """
        UPDATE user_sessions SET revoked_at = $2, revoke_reason = $3, epoch = epoch + 1
        WHERE user_id = $1 AND revoked_at IS NULL
        """
    )

    static let endRefreshTokens = Statement<PlatformScope>(
        "end refresh tokens of person",
        "UPDATE refresh_tokens SET revoked_at = $2 WHERE user_id = $1 AND revoked_at IS NULL"
    )
}
