import FoundationEssentials
import Jobs
import Postgres
import Time

/// Sets a person's password, with all that ends with the old one.
struct PersonPassword {
    let userID: UUID
    let now: Timestamp
    let client: Client

    /// The password in the form that is hashed. Throws `AccountRefusal.passwordTooWeak(_, in: .newPassword)`.
    static func check(_ password: String, email: String) throws(AccountRefusal) -> NormalizedPassword {
        do throws(PasswordPolicy.Violation) {
            return try PasswordPolicy.check(password, email: email)
        } catch { throw .passwordTooWeak(error, in: .newPassword) }
    }

    /// The statements of a change. Sessions come first: they wait for whoever acts in the name of one, so that the
    /// password which is set last is that of whoever still may.
    ///
    /// - Parameter revoked: the statements that end sessions.
    func statements(
        _ kind: SecurityEvent.Kind,
        hash: String,
        revoked: [BoundStatement<AuthScope>]
    ) -> [BoundStatement<AuthScope>] {
        revoked + [
            Self.update(.uuid(userID), .text(hash), .timestamp(now)),
            PersonTokens.consume([.passwordReset, .emailChange], of: userID, now: now),
            SecurityEvent(kind, userID, client, now).recorded,
            AccountLetter.notice(.passwordChanged, to: userID).job.enqueued(),
        ]
    }

    private static let update = Statement<AuthScope>(
        "set password",
        """
        UPDATE user_login_password
        SET password_hash = $2, changed_at = $3, failed_attempts = 0, locked_until = NULL
        WHERE user_id = $1
        """
    )
}
