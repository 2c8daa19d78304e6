public import FoundationEssentials
public import JSON
import Jobs
public import Postgres
public import Time

/// Issues a person's token and the letter that carries it, within the transaction of what asks for them.
public struct MailedTokenIssuing: Sendable {
    private let tokens: MailedTokens

    public init(_ tokens: MailedTokens) {
        self.tokens = tokens
    }

    /// The statements that end the person's earlier token of this purpose, store the new one's hash and enqueue its
    /// letter. Run them behind a lock when two may issue at a time: of each purpose there is one live token.
    ///
    /// - Parameters:
    ///   - kind: a letter with a link.
    ///   - payload: kept with the token, for whoever redeems it. Where the letter goes is read from it: `identifier`
    ///     is the id of an address of the person's, `email` an address itself; without either it is the primary one.
    public func statements(
        _ kind: AccountLetter.Kind,
        to userID: UUID,
        payload: JSONValue = [:],
        expiresAt: Timestamp,
        now: Timestamp
    ) -> [BoundStatement<AuthScope>] {
        guard let purpose = kind.purpose else { preconditionFailure("\(kind) carries no link") }
        let id = UUID()
        let token = tokens.token(purpose, routingID: userID, id: id)
        let letter = AccountLetter(kind: kind, userID: userID, tokenID: id)
        return [
            Self.supersede(.uuid(userID), .text(purpose.rawValue), .timestamp(now)),
            Self.insert(
                .uuid(userID),
                .uuid(id),
                .text(purpose.rawValue),
                .bytes(token.hash),
                .text(payload.text),
                .timestamp(now),
                .timestamp(expiresAt)
            ),
            letter.job.enqueued(),
        ]
    }

    private static let supersede = Statement<AuthScope>(
        "supersede mailed token",
        "UPDATE user_tokens SET consumed_at = $3 WHERE user_id = $1 AND purpose = $2 AND consumed_at IS NULL"
    )

    /// No row for nobody: what does not know the person does the same work all the same (see ``PasswordReset``).
    private static let insert = Statement<AuthScope>(
        "insert mailed token",
        """
        INSERT INTO user_tokens (user_id, id, purpose, token_hash, payload, created_at, expires_at)
        SELECT u.id, $2::uuid, $3::token_purpose, $4::bytea, $5::jsonb, $6::timestamptz, $7::timestamptz
        FROM users u WHERE u.id = $1
        """
    )
}
