import FoundationEssentials
import Jobs
import Postgres
import Time

/// Computes days anew, some employees at a time. Locked periods are left alone, and so are organizations that are not
/// at work.
struct Recomputing: JobHandler {
    var kind: String { RecomputeWork.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// Days of employees in one transaction.
    private static let chunkSize = 6_000

    /// - Parameter clock: the one that the punches' own instants come from.
    init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        guard let organization = job.organizationID, let work = RecomputeWork(job.payload) else { return }
        let scope = TenantScope(organizationID: organization, userID: work.userID)
        let count = max(1, Self.chunkSize / (work.first.days(until: work.last) + 7))
        var last: UUID?
        repeat {
            try Task.checkCancellation()
            last = try await recompute(work, after: last, count: count, in: scope)
        } while last != nil
    }

    /// Answers the last employee of the chunk; nil when there was none.
    private func recompute(
        _ work: RecomputeWork,
        after last: UUID?,
        count: Int,
        in scope: TenantScope
    ) async throws -> UUID? {
        try await database.transaction(in: scope) { transaction in
            let ids = try await transaction.run(
                Self.employees(.optional(last), .optional(work.employeeIDs), .int64(Int64(count)))
            ).map { $0.uuid(0) }
            let days = ids.map { EmployeeDays($0, from: work.first, through: work.last) }
            let edits = DayEdits(addsAbsences: true, leavesLockedDays: true)
            let stored = try await StoredDays.read(days, in: transaction)
            _ = try await transaction.pipeline(stored.computed(edits, now: clock.now()).statements)
            return ids.last
        }
    }

    private static let employees = Statement<TenantScope>(
        "employees in turn",
        """
        SELECT e.id FROM employees e
        WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.id > $2) AND ($3::uuid[] IS NULL OR e.id = ANY($3))
          AND EXISTS (SELECT FROM organization_state s WHERE s.organization_id = $1 AND s.state = 'active')
        ORDER BY e.id LIMIT $4
        """
    )
}
