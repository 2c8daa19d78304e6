import Jobs
import Postgres
import Time

/// Marks the invitations that are over. Nobody could answer them any more; now lists need not compare times, and the
/// address is free for another invitation.
struct InvitationExpiry: JobHandler {
    static let jobKind = "invitations_expire"

    var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// - Parameter clock: the one that the invitations' own instants come from.
    init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        try await database.transaction(in: SystemScope()) { transaction in
            _ = try await transaction.run(Self.expire(.timestamp(clock.now())))
        }
    }

    /// Those that somebody answers just now are left to them.
    private static let expire = Statement<SystemScope>(
        "expire invitations",
        """
        UPDATE organization_invitations AS i SET status = 'expired', decided_at = i.expires_at
        WHERE (i.organization_id, i.id) IN (
            SELECT due.organization_id, due.id FROM organization_invitations due
            WHERE due.status = 'pending' AND due.expires_at <= $1
            FOR UPDATE SKIP LOCKED)
        """
    )
}
