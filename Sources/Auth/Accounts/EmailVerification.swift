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
                Self.lock(.text(userID.uuidString)), PrimaryEmail.of(userID),
            ])
            let email = try PrimaryEmail(rows[1])
            guard !email.isVerified else { throw AccountRefusal.emailAlreadyVerified }
            _ = try await transaction.pipeline(issuing(to: userID, identifierID: email.identifierID, now: now))
        }
    }

    /// Confirms the address that the token was made for, a new person's or a changed one, and answers whose it is.
    ///
    /// Throws `AccountRefusal.tokenInvalid` (unknown, used, superseded), `tokenExpired`, or `taken(.token)` for a
    /// changed address that somebody else has by now.
    public func verify(_ text: String, client: Client, now: Timestamp) async throws -> UUID {
        guard let token = OpaqueToken(text) else { throw AccountRefusal.tokenInvalid }
        let userID = token.routingID
        let key: [Parameter] = [.uuid(userID), .bytes(token.hash), .timestamp(now)]
        try await services.database.transaction(in: AuthScope(userID: userID)) { transaction in
            guard let row = try await transaction.run(Self.consume.bind(key)).first else {
                throw AccountRefusal.tokenInvalid
            }
            guard row.bool(0) else { throw AccountRefusal.tokenExpired }
            if let address = row.optionalString(2) {
                try await EmailChange(services)
                    .apply(address, to: userID, client: client, now: now, in: transaction)
            } else {
                let verified = try await transaction.run(
                    Self.markVerified(.uuid(userID), .optional(row.optionalUUID(1)), .timestamp(now))
                )
                guard verified.affectedRows == 1 else { throw AccountRefusal.tokenInvalid }
            }
        }
        return userID
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

    /// An expired token is consumed only as far as the transaction, which is undone then.
    private static let consume = Statement<AuthScope>(
        "consume verification token",
        """
        UPDATE user_tokens SET consumed_at = $3
        WHERE user_id = $1 AND token_hash = $2 AND purpose IN ('email_verification', 'email_change')
          AND consumed_at IS NULL AND EXISTS (SELECT FROM user_state s WHERE s.user_id = $1 AND s.state = 'active')
        RETURNING expires_at > $3, (payload ->> 'identifier')::uuid, payload ->> 'email'
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
