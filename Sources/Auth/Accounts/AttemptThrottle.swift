import Crypto
import FoundationEssentials
import Postgres
import Time

/// Bounds how often passwords, tokens and addresses can be guessed, and letters be caused: by counts in the security log,
/// so for all servers together.
///
/// An attempt is recorded as failed before it is judged, and success adds a second row; so attempts that run at the
/// same time count each other. A refused attempt is not recorded, hence nobody can keep an account closed for longer
/// than the window.
struct AttemptThrottle {
    /// Values of `auth_events.kind`.
    enum Action: String {
        case signIn = "sign_in"
        case register = "register"
        case refresh = "refresh"
        case verificationSend = "email_verification_send"
        case emailVerify = "email_verify"
        case memberAdd = "member_add"
        case confirmPassword = "confirm_password"
        case passwordResetSend = "password_reset_send"
        case passwordResetConfirm = "password_reset_confirm"
        case emailChangeSend = "email_change_send"
        case usernameChange = "username_change"

        /// Whether what was taken back still counts against the address: not where many successes are ordinary.
        var countsAllOfAnAddress: Bool { self != .memberAdd }
    }

    /// How many failures of one account within how long.
    private struct Limit {
        let count: Int
        let windowMinutes: Int64
    }

    /// Whose failures count: the user, or for an unknown identifier its hash, which is treated alike.
    struct Account {
        let userID: UUID?
        let identifierHash: [UInt8]?

        /// Somebody who is signed in.
        init(userID: UUID) {
            self.userID = userID
            identifierHash = nil
        }

        /// - Parameter identifier: in the form that accounts are found by. Any other would tell known from unknown,
        ///   as spellings of a known one count together and those of an unknown one would not.
        init(userID: UUID?, identifier: String) {
            self.userID = userID
            identifierHash = Array(SHA256.hash(data: Array(identifier.utf8)))
        }

        var lockKey: String { userID?.uuidString ?? Base64URL.encode(identifierHash ?? []) }
    }

    static let unknownUserID = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))

    let configuration: AccountConfiguration

    /// Records an attempt, or throws `AccountRefusal.rateLimited`. The transaction must commit when it did not throw.
    func admit(
        _ action: Action,
        account: Account?,
        client: Client,
        now: Timestamp,
        in transaction: Transaction<AuthScope>
    ) async throws {
        var statements: [BoundStatement<AuthScope>] = []
        // Addresses are locked before accounts, always, so that no two transactions wait for each other.
        if let address = client.address { statements.append(Self.lock(.int32(1), .text(address))) }
        if let account { statements.append(Self.lock(.int32(2), .text(account.lockKey))) }
        let limit = accountLimit(of: action)
        let addressStart = now.adding(minutes: -1)
        let accountStart = now.adding(minutes: -limit.windowMinutes)
        statements.append(
            Self.countAttempts(
                .text(action.rawValue),
                .optional(client.address),
                .timestamp(addressStart),
                .timestamp(now),
                .bool(action.countsAllOfAnAddress)
            )
        )
        statements.append(
            Self.countFailures(
                .text(action.rawValue),
                .uuid(account?.userID ?? Self.unknownUserID),
                .bytes(account?.identifierHash ?? []),
                .timestamp(accountStart),
                .timestamp(now)
            )
        )
        let counts = try await transaction.pipeline(statements).suffix(2).map { $0[0] }
        try judge(counts[0], limit: configuration.attemptLimitPerAddressPerMinute, windowMinutes: 1, now: now)
        if account != nil { try judge(counts[1], limit: limit.count, windowMinutes: limit.windowMinutes, now: now) }
        _ = try await transaction.run(record(action.rawValue, isSuccess: false, account, client, now))
    }

    /// The row that takes a recorded attempt back.
    func success(_ action: Action, _ account: Account, _ client: Client, _ now: Timestamp) -> BoundStatement<AuthScope>
    {
        record(action.rawValue, isSuccess: true, account, client, now)
    }

    /// The row that takes an attempt back that was not judged; it is no success in the security log.
    func withdrawal(
        _ action: Action,
        _ account: Account,
        _ client: Client,
        _ now: Timestamp
    ) -> BoundStatement<AuthScope> {
        record("\(action.rawValue)\(Self.withdrawn)", isSuccess: false, account, client, now)
    }

    private static let withdrawn = "_withdrawn"

    private func accountLimit(of action: Action) -> Limit {
        let window = configuration.failureWindowMinutes
        return switch action {
        case .verificationSend, .passwordResetSend, .emailChangeSend:
            Limit(count: configuration.letterLimitPerPerson, windowMinutes: 60)
        case .memberAdd: Limit(count: configuration.memberAddFailureLimitPerPerson, windowMinutes: window)
        case .signIn, .register, .refresh, .emailVerify, .confirmPassword, .passwordResetConfirm, .usernameChange:
            Limit(count: configuration.failureLimitPerAccount, windowMinutes: window)
        }
    }

    private func judge(_ row: Row, limit: Int, windowMinutes: Int64, now: Timestamp) throws {
        guard row.int(0) >= limit else { return }
        let end = (row.optionalTimestamp(1) ?? now).adding(minutes: windowMinutes)
        let seconds = (now.microseconds(until: end) + 999_999) / 1_000_000
        throw AccountRefusal.rateLimited(retryAfterSeconds: max(1, Int(seconds)))
    }

    private func record(
        _ kind: String,
        isSuccess: Bool,
        _ account: Account?,
        _ client: Client,
        _ now: Timestamp
    ) -> BoundStatement<AuthScope> {
        SecurityEvent(
            kind: kind,
            isSuccess: isSuccess,
            userID: account?.userID ?? Self.unknownUserID,
            identifierHash: account?.identifierHash,
            client: client,
            now: now
        ).recorded
    }

    private static let lock = Statement<AuthScope>(
        "lock attempts",
        "SELECT pg_advisory_xact_lock($1, hashtext($2))"
    )

    private static let countAttempts = Statement<AuthScope>(
        "count attempts of an address",
        """
        SELECT count(*) FILTER (WHERE kind = $1 AND NOT success)
                 - CASE WHEN $5 THEN 0 ELSE count(*) FILTER (WHERE kind <> $1 OR success) END,
               min(occurred_at)
        FROM auth_events
        WHERE kind IN ($1, $1 || '\(withdrawn)') AND ip = $2::inet
          AND occurred_at > $3 AND occurred_at <= $4::timestamptz
        """
    )

    /// Rows of success and withdrawal take one failure back each; both rows of an attempt bear the same time.
    private static let countFailures = Statement<AuthScope>(
        "count failures of an account",
        """
        SELECT count(*) FILTER (WHERE kind = $1 AND NOT success) - count(*) FILTER (WHERE kind <> $1 OR success),
               min(occurred_at)
        FROM auth_events
        WHERE kind IN ($1, $1 || '\(withdrawn)') AND user_id = $2
          AND (user_id <> '00000000-0000-0000-0000-000000000000' OR identifier_hash = $3)
          AND occurred_at > $4 AND occurred_at <= $5::timestamptz
        """
    )
}
