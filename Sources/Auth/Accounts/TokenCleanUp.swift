public import Jobs
public import Postgres
public import Time

/// Removes mailed tokens and refresh tokens that have long been of no use. Until then an old one is recognised, which
/// tells people why their link does not work, and tells a stolen token from an unknown one.
public struct TokenCleanUp: JobHandler {
    public static let jobKind = "tokens_clean_up"
    public static let retentionDays: Int64 = 30

    public var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// - Parameter clock: the one that the tokens' own instants come from.
    public init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    public func run(_ job: Job) async throws {
        let limit = Parameter.timestamp(clock.now().adding(days: -Self.retentionDays))
        try await Deletion.inBatches(from: database) { Self.mailed(limit, .int64($0)) }
        try await Deletion.inBatches(from: database) { Self.refresh(limit, .int64($0)) }
    }

    private static let mailed = Statement<SystemScope>(
        "delete mailed tokens",
        """
        DELETE FROM user_tokens WHERE (user_id, id) IN (
            SELECT user_id, id FROM user_tokens WHERE least(expires_at, consumed_at) < $1 LIMIT $2)
        """
    )

    /// Whole families, since each token refers to the one before it.
    private static let refresh = Statement<SystemScope>(
        "delete refresh tokens",
        """
        DELETE FROM refresh_tokens WHERE (user_id, session_id) IN (
            SELECT user_id, id FROM user_sessions s
            WHERE s.expires_at < $1
              AND EXISTS (SELECT FROM refresh_tokens t WHERE t.user_id = s.user_id AND t.session_id = s.id)
            LIMIT $2)
        """
    )
}
