import FoundationEssentials
import Postgres
public import Time

/// Lets people who forgot their password choose another one, by a link with a token that works once.
public struct PasswordReset: Sendable {
    private enum Finding {
        case unknown, expired
        case live(email: String)
    }

    private let services: AccountServices
    private var throttle: AttemptThrottle { AttemptThrottle(configuration: services.configuration) }

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Sends a link to the address when it is somebody's; the link sent before stops working.
    ///
    /// Known and unknown addresses answer alike and do the same work: for an unknown one the same statements run for
    /// nobody, down to a job that finds nobody to write to. Throws `AccountRefusal.rateLimited` or `DatabaseError`.
    public func request(_ email: String, client: Client, now: Timestamp) async throws {
        try await services.database.transaction(in: AuthScope()) { transaction in
            let row = try await transaction.run(Self.find(.text(SignInIdentifier(email).text)))[0]
            let account = AttemptThrottle.Account(userID: row.optionalUUID(1), identifier: row.string(0))
            try await throttle.admit(.passwordResetSend, account: account, client: client, now: now, in: transaction)
            _ = try await transaction.pipeline(
                MailedTokenIssuing(services.mailedTokens).statements(
                    .resetPassword,
                    to: account.userID ?? AttemptThrottle.unknownUserID,
                    expiresAt: now.adding(minutes: services.configuration.passwordResetLifetimeMinutes),
                    now: now
                )
            )
        }
    }

    /// Sets the password and ends every session. A refused password leaves the token as it was.
    ///
    /// Throws `AccountRefusal.tokenInvalid` (unknown, used, superseded), `tokenExpired`, `passwordTooWeak` or
    /// `rateLimited`, `DatabaseError` or `PasswordHasher.Failure`.
    public func confirm(_ text: String, newPassword: String, client: Client, now: Timestamp) async throws {
        let token = OpaqueToken(text)
        let finding = try await services.database.transaction(in: AuthScope(userID: token?.routingID)) { transaction in
            try await throttle.admit(.passwordResetConfirm, account: nil, client: client, now: now, in: transaction)
            return try await look(for: token, now: now, in: transaction)
        }
        guard let token, case .live(let email) = finding else {
            if case .expired = finding { throw AccountRefusal.tokenExpired }
            throw AccountRefusal.tokenInvalid
        }
        let password = try PersonPassword.check(newPassword, email: email)
        let hash = try await services.hasher.hash(password)
        try await set(hash, by: token, client: client, now: now)
    }

    private func look(
        for token: OpaqueToken?,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws -> Finding {
        guard let token else { return .unknown }
        let key: [Parameter] = [.uuid(token.routingID), .bytes(token.hash), .timestamp(now)]
        guard let row = try await transaction.run(Self.select.bind(key)).first else { return .unknown }
        return row.bool(0) ? .live(email: row.optionalString(1) ?? "") : .expired
    }

    private func set(_ hash: String, by token: OpaqueToken, client: Client, now: Timestamp) async throws {
        let userID = token.routingID
        let key: [Parameter] = [.uuid(userID), .bytes(token.hash), .timestamp(now)]
        let revocation = SessionRevocation(reason: .passwordChanged, now: now)
        try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            guard try await transaction.run(Self.consume.bind(key)).affectedRows == 1 else {
                throw AccountRefusal.tokenInvalid
            }
            _ = try await transaction.pipeline(
                PersonPassword(userID: userID, now: now, client: client).statements(
                    .passwordReset,
                    hash: hash,
                    revoked: revocation.statements(userID: userID, keeping: nil)
                )
            )
        }
    }

    /// One row, known or not: the address in the form that accounts are found by, and whose it is.
    private static let find = Statement<AuthScope>(
        "find person to reset",
        """
        SELECT n.normalized, s.user_id
        FROM (SELECT lower(btrim($1)) AS normalized) n
        LEFT JOIN user_identifiers i ON i.kind = 'email' AND i.normalized = n.normalized AND i.released_at IS NULL
        LEFT JOIN user_state s ON s.user_id = i.user_id AND s.state = 'active'
        """
    )

    private static let select = Statement<AuthScope>(
        "password reset token",
        """
        SELECT t.expires_at > $3, e.value
        FROM user_tokens t
        JOIN user_state s ON s.user_id = t.user_id AND s.state = 'active'
        LEFT JOIN user_identifiers e
          ON e.user_id = t.user_id AND e.kind = 'email' AND e.is_primary AND e.released_at IS NULL
        WHERE t.user_id = $1 AND t.token_hash = $2 AND t.purpose = 'password_reset' AND t.consumed_at IS NULL
        """
    )

    private static let consume = Statement<AuthScope>(
        "consume password reset token",
        """
        UPDATE user_tokens SET consumed_at = $3
        WHERE user_id = $1 AND token_hash = $2 AND purpose = 'password_reset' AND consumed_at IS NULL
          AND expires_at > $3
        """
    )
}
