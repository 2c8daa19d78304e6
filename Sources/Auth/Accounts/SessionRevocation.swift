import FoundationEssentials
import Postgres
import Time

/// Ends sessions with all their refresh tokens; access tokens of them stop at their next use.
struct SessionRevocation {
    /// Values of `user_sessions.revoke_reason`.
    enum Reason: String {
        case signOut = "logout"
        case signOutEverywhere = "logout_all"
        case refreshReuse = "refresh_reuse"
        case passwordChanged = "password_changed"
    }

    let reason: Reason
    let now: Timestamp

    /// For one session. The first statement locks the session before the second touches its tokens, the order that
    /// refreshes keep too; its affected rows are 1 when the session was live.
    func statements(userID: UUID, sessionID: UUID) -> [BoundStatement<AuthScope>] {
        [
            Self.revokeSession(.uuid(userID), .uuid(sessionID), .timestamp(now), .text(reason.rawValue)),
            Self.revokeTokens(.uuid(userID), .timestamp(now)),
        ]
    }

    /// For all sessions but one.
    func statements(userID: UUID, keeping kept: UUID?) -> [BoundStatement<AuthScope>] {
        [
            Self.revokeSessions(.uuid(userID), .optional(kept), .timestamp(now), .text(reason.rawValue)),
            Self.revokeTokens(.uuid(userID), .timestamp(now)),
        ]
    }

    private static let revokeSession = Statement<AuthScope>(
        "revoke session",
        """
        UPDATE user_sessions SET revoked_at = $3, revoke_reason = $4, epoch = epoch + 1
        WHERE user_id = $1 AND id = $2 AND revoked_at IS NULL
        """
    )

    private static let revokeSessions = Statement<AuthScope>(
        "revoke sessions",
        """
        UPDATE user_sessions SET revoked_at = $3, revoke_reason = $4, epoch = epoch + 1
        WHERE user_id = $1 AND id IS DISTINCT FROM $2 AND revoked_at IS NULL
        """
    )

    private static let revokeTokens = Statement<AuthScope>(
        "revoke refresh tokens of ended sessions",
        """
        UPDATE refresh_tokens t SET revoked_at = $2
        FROM user_sessions s
        WHERE t.user_id = $1 AND t.revoked_at IS NULL
          AND s.user_id = t.user_id AND s.id = t.session_id AND s.revoked_at IS NOT NULL
        """
    )
}
