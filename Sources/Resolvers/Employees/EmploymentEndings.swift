import Jobs
import Postgres
import Time

/// Ends the employments of those on notice whose last day has passed where they work. Logins that end with them have
/// jobs of their own (``LoginEnding``).
struct EmploymentEndings: JobHandler {
    static let jobKind = "employments_end"

    var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock

    /// - Parameter clock: the one that requests have their time from.
    init(database: Database, clock: ServerClock = .system) {
        self.database = database
        self.clock = clock
    }

    func run(_ job: Job) async throws {
        try await database.transaction(in: SystemScope()) { transaction in
            _ = try await transaction.run(Self.end(.timestamp(clock.now())))
        }
    }

    /// Those whom somebody changes just now come next time.
    private static let end = Statement<SystemScope>(
        "end employments",
        """
        WITH ended AS (
          UPDATE employees AS e SET status = 'terminated', updated_at = now(), version = e.version + 1
          WHERE (e.organization_id, e.id) IN (
            SELECT due.organization_id, due.id FROM employees due
            JOIN organizations o ON o.id = due.organization_id
            LEFT JOIN work_locations l ON l.organization_id = due.organization_id AND l.id = due.location_id
            WHERE due.status = 'on_notice' AND due.deleted_at IS NULL
              AND due.terminated_on < ($1::timestamptz AT TIME ZONE coalesce(due.time_zone, l.time_zone, o.time_zone))::date
            FOR UPDATE OF due SKIP LOCKED)
          RETURNING e.organization_id, e.id, e.member_id, e.login_ends
        ), logins AS (
          INSERT INTO jobs (organization_id, kind, payload)
          SELECT ended.organization_id, '\(LoginEnding.jobKind)',
                 jsonb_build_object('employeeId', ended.id, 'memberId', ended.member_id)
          FROM ended WHERE ended.login_ends)
        INSERT INTO audit_logs (organization_id, actor_kind, action, entity_type, entity_id, old_values, new_values)
        SELECT ended.organization_id, 'system', 'employeeTerminate', 'Employee', ended.id,
               '{"status": "ON_NOTICE"}', '{"status": "TERMINATED"}'
        FROM ended
        """
    )
}
