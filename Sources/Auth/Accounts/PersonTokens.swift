import FoundationEssentials
import Postgres
import Time

/// The tokens of a person's letters that wait for being used.
enum PersonTokens {
    /// Makes all of these purposes useless.
    static func consume(
        _ purposes: [MailedTokens.Purpose],
        of userID: UUID,
        now: Timestamp
    ) -> BoundStatement<AuthScope> {
        update(.uuid(userID), .texts(purposes.map(\.rawValue)), .timestamp(now))
    }

    private static let update = Statement<AuthScope>(
        "consume mailed tokens",
        """
        UPDATE user_tokens SET consumed_at = $3
        WHERE user_id = $1 AND purpose::text = ANY($2::text[]) AND consumed_at IS NULL
        """
    )
}
