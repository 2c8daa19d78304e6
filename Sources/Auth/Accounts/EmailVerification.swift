public import FoundationEssentials
import JSON
import Postgres
public import Time

/// Confirms that an e-mail address is the person's own, by a link with a token that works once.
public struct EmailVerification: Sendable {
    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Sends a link to the person's primary address; the link sent before stops working.
    ///
    /// Throws `AccountRefusal.emailAlreadyVerified`, or `notFound` for somebody without an address.
    public func send(userID: UUID, now: Timestamp) async throws {
        try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            let rows = try await transaction.pipeline([
                Self.lock(.text(userID.uuidString)), Self.primaryEmail(.uuid(userID)),
            ])
            guard let row = rows[1].first else { throw AccountRefusal.notFound(.email) }
            guard !row.bool(1) else { throw AccountRefusal.emailAlreadyVerified }
            _ = try await transaction.pipeline(issuing(to: userID, identifierID: row.uuid(0), now: now))
        }
    }

    /// Confirms the address that the token was made for, and answers whose it is.
    ///
    /// Throws `AccountRefusal.tokenInvalid` (unknown, used, superseded) or `tokenExpired`.
    public func verify(_ text: String, now: Timestamp) async throws -> UUID {
        guard let token = OpaqueToken(text) else { throw AccountRefusal.tokenInvalid }
        let key: [Parameter] = [.uuid(token.routingID), .bytes(token.hash), .timestamp(now)]
        try await services.database.transaction(in: AuthScope(userID: token.routingID)) { transaction in
            guard let row = try await transaction.run(Self.consume.bind(key)).first else {
                throw AccountRefusal.tokenInvalid
            }
            guard row.bool(1) else { throw AccountRefusal.tokenExpired }
            let verified = try await transaction.run(
                Self.markVerified(.uuid(token.routingID), .uuid(row.uuid(0)), .timestamp(now))
            )
            guard verified.affectedRows == 1 else { throw AccountRefusal.tokenInvalid }
        }
        return token.routingID
    }

    /// The statements that issue a token for an address and enqueue its letter.
    func issuing(to userID: UUID, identifierID: UUID, now: Timestamp) -> [BoundStatement<AuthScope>] {
        MailedTokenIssuing(services.mailedTokens).statements(
            .verifyAddress,
            to: userID,
            payload: ["identifier": .string(identifierID.uuidString)],
            expiresAt: now.adding(hours: services.configuration.emailVerificationLifetimeHours),
            now: now
        )
    }

    private static let lock = Statement<AuthScope>(
        "lock verification",
        "SELECT pg_advisory_xact_lock(3, hashtext($1))"
    )

    private static let primaryEmail = Statement<AuthScope>(
        "primary e-mail address",
        """
        SELECT id, verified_at IS NOT NULL FROM user_identifiers
        WHERE user_id = $1 AND kind = 'email' AND is_primary AND released_at IS NULL
        """
    )

    /// An expired token is consumed only as far as the transaction, which is undone then.
    private static let consume = Statement<AuthScope>(
        "consume verification token",
        """
        UPDATE user_tokens SET consumed_at = $3
        WHERE user_id = $1 AND token_hash = $2 AND purpose = 'email_verification' AND consumed_at IS NULL
        RETURNING (payload ->> 'identifier')::uuid, expires_at > $3
        """
    )

    private static let markVerified = Statement<AuthScope>(
        "mark address verified",
        """
        UPDATE user_identifiers SET verified_at = coalesce(verified_at, $3)
        WHERE user_id = $1 AND id = $2 AND released_at IS NULL
        """
    )
}
