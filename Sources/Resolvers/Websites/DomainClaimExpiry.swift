import Jobs
import Postgres
import Time

/// Lets claims of domains lapse that nobody verified, so that nobody keeps others from what is theirs.
struct DomainClaimExpiry: JobHandler {
    static let jobKind = "domain_claims_expire"
    static let lifetimeDays: Int64 = 7

    var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// - Parameter clock: the one that the claims' own instants come from.
    init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        let limit = Parameter.timestamp(clock.now().adding(days: -Self.lifetimeDays))
        try await Deletion.inBatches(from: database) { Self.lapse(limit, .int64($0)) }
    }

    private static let lapse = Statement<SystemScope>(
        "let claims of domains lapse",
        """
        DELETE FROM website_domains WHERE domain IN (
            SELECT domain FROM website_domains WHERE verified_at IS NULL AND created_at < $1 LIMIT $2)
          AND verified_at IS NULL
        """
    )
}
