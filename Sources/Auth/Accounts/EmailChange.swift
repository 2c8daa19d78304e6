import FoundationEssentials
import JSON
import Jobs
import Postgres
public import Time

/// Moves a person to another e-mail address, once the new one has confirmed it.
///
/// Nobody learns from the request whether somebody else has the address: that shows to whoever opens the letter.
public struct EmailChange: Sendable {
    private let services: AccountServices

    public init(_ services: AccountServices) {
        self.services = services
    }

    /// Sends a link to the new address; the link sent before stops working.
    ///
    /// Throws `AccountRefusal`, `DatabaseError` or `PasswordHasher.Failure`.
    public func request(
        _ newEmail: String,
        password: String,
        of viewer: Viewer,
        client: Client,
        now: Timestamp
    ) async throws {
        let address = try LineOfText.read(newEmail, .newEmail, maximumLength: EmailAddress.maximumLength)
        guard EmailAddress.isValid(address) else { throw AccountRefusal.invalid(.newEmail) }
        let isConfirmed = try await PasswordConfirmation(services)
            .confirm(password, of: viewer, client: client, now: now)
        guard isConfirmed else { throw AccountRefusal.wrongPassword(.password) }
        let userID = viewer.claims.userID
        let throttle = AttemptThrottle(configuration: services.configuration)
        try await services.database.transaction(in: viewer.authScope(isMutation: false, now: now)) { transaction in
            let answer = try await transaction.pipeline([SessionLock.acquire(viewer), PrimaryEmail.of(userID)])
            try SessionLock.check(answer[0])
            let current = try PrimaryEmail(answer[1])
            guard current.address.lowercased() != address.lowercased() else { throw AccountRefusal.sameEmail }
            let account = AttemptThrottle.Account(userID: userID)
            try await throttle.admit(.emailChangeSend, account: account, client: client, now: now, in: transaction)
            _ = try await transaction.pipeline(issuing(address, to: userID, now: now))
        }
    }

    private func issuing(_ address: String, to userID: UUID, now: Timestamp) -> [BoundStatement<AuthScope>] {
        MailedTokenIssuing(services.mailedTokens).statements(
            .changeAddress,
            to: userID,
            payload: ["email": .string(address)],
            expiresAt: now.adding(hours: services.configuration.emailVerificationLifetimeHours),
            now: now
        )
    }

    /// Makes the address the person's, verified, in the transaction that has consumed the token; the old one is told.
    ///
    /// Throws `AccountRefusal.taken(.token)` when somebody else has it by now.
    func apply(
        _ address: String,
        to userID: UUID,
        client: Client,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws {
        let answer = try await transaction.pipeline([
            Self.release(.uuid(userID), .timestamp(now)),
            Self.insert(.uuid(userID), .text(address), .timestamp(now)),
            PersonTokens.consume([.emailVerification, .passwordReset], of: userID, now: now),
            SecurityEvent(.emailChange, userID, client, now).recorded,
        ])
        guard answer[1].affectedRows == 1 else { throw AccountRefusal.taken(.token) }
        guard let old = answer[0].first?.uuid(0) else { return }
        _ = try await transaction.run(AccountLetter.addressChanged(from: old, of: userID).job.enqueued())
    }

    private static let release = Statement<AuthScope>(
        "release e-mail address",
        """
        UPDATE user_identifiers SET released_at = $2
        WHERE user_id = $1 AND kind = 'email' AND is_primary AND released_at IS NULL
        RETURNING id
        """
    )

    /// No row when the address is taken.
    private static let insert = Statement<AuthScope>(
        "insert changed e-mail address",
        """
        INSERT INTO user_identifiers (user_id, kind, value, is_primary, verified_at) VALUES ($1, 'email', $2, true, $3)
        ON CONFLICT (kind, normalized) WHERE released_at IS NULL DO NOTHING
        """
    )
}
