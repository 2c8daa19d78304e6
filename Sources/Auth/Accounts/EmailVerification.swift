public import FoundationEssentials
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
        let token = OpaqueToken.random(routingID: userID)
        let email = try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            let rows = try await transaction.pipeline([
                Self.lock(.text(userID.uuidString)), Self.primaryEmail(.uuid(userID)),
            ])
            guard let row = rows[1].first else { throw AccountRefusal.notFound(.email) }
            guard !row.bool(2) else { throw AccountRefusal.emailAlreadyVerified }
            _ = try await transaction.pipeline([
                Self.supersede(.uuid(userID), .timestamp(now)),
                insertion(of: token, identifierID: row.uuid(0), now: now),
            ])
            return row.string(1)
        }
        services.mail.deliver(Letters.verification(to: email, token: token, configuration: services.configuration))
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

    /// The statement that stores a new token's hash.
    func insertion(of token: OpaqueToken, identifierID: UUID, now: Timestamp) -> BoundStatement<AuthScope> {
        Self.insert(
            .uuid(token.routingID),
            .bytes(token.hash),
            .text(identifierID.uuidString),
            .timestamp(now),
            .timestamp(now.adding(hours: services.configuration.emailVerificationLifetimeHours))
        )
    }

    private static let lock = Statement<AuthScope>(
        "lock verification",
        "SELECT pg_advisory_xact_lock(3, hashtext($1))"
    )

    private static let primaryEmail = Statement<AuthScope>(
        "primary e-mail address",
        """
        SELECT id, value, verified_at IS NOT NULL FROM user_identifiers
        WHERE user_id = $1 AND kind = 'email' AND is_primary AND released_at IS NULL
        """
    )

    private static let supersede = Statement<AuthScope>(
        "supersede verification tokens",
        """
        UPDATE user_tokens SET consumed_at = $2
        WHERE user_id = $1 AND purpose = 'email_verification' AND consumed_at IS NULL
        """
    )

    private static let insert = Statement<AuthScope>(
        "insert verification token",
        """
        INSERT INTO user_tokens (user_id, purpose, token_hash, payload, created_at, expires_at)
        VALUES ($1, 'email_verification', $2, jsonb_build_object('identifier', $3::text), $4, $5)
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
