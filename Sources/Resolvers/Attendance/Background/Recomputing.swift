import FoundationEssentials
import Hours
import Jobs
import Postgres
import Time

/// Computes days anew, some employees at a time. Locked periods are left alone, and so are organizations that are not
/// at work.
///
/// A job is one batch: the next one is enqueued in the batch's transaction, so that a server which ends loses no more
/// than the batch at hand, and other work has its turn. Computing a day twice gives the same, so a job may run twice.
struct Recomputing: JobHandler {
    var kind: String { RecomputeWork.jobKind }
    private let database: Database
    private let clock: ServerClock
    private let batchSize: Int

    /// - Parameters:
    ///   - clock: the one that the punches' own instants come from.
    ///   - batchSize: days of employees in one transaction; at least one employee's.
    init(database: Database, clock: ServerClock = .system, batchSize: Int = 6_000) {
        self.database = database
        self.clock = clock
        self.batchSize = batchSize
    }

    func run(_ job: Job) async throws {
        guard let organization = job.organizationID, let work = RecomputeWork(job.payload) else { return }
        let scope = TenantScope(organizationID: organization, userID: work.userID)
        let count = max(1, batchSize / (work.first.days(until: work.last) + 7))
        try await database.transaction(in: scope) { transaction in
            _ = try await transaction.run(OrganizationStateLock.share())
            let ids = try await transaction.run(Self.employees(of: work, count: count)).map { $0.uuid(0) }
            guard let last = ids.last else { return }
            var statements = try await recomputed(ids, work, in: transaction).statements
            if ids.count == count { statements.append(work.job(after: last, of: job).enqueued()) }
            _ = try await transaction.pipeline(statements)
        }
    }

    private func recomputed(
        _ employees: [UUID],
        _ work: RecomputeWork,
        in transaction: Transaction<TenantScope>
    ) async throws -> ComputedAttendance {
        let days = employees.map { EmployeeDays($0, from: work.first, through: work.last) }
        var stored = try await StoredDays.read(days, in: transaction)
        if let shift = work.shiftID { stored = stored.ofShift(shift) } else { stored = stored.inZonesOfNow }
        return stored.computed(DayEdits(addsAbsences: true, leavesLockedDays: true), now: clock.now())
    }
}

extension Recomputing {
    private static func employees(of work: RecomputeWork, count: Int) -> BoundStatement<TenantScope> {
        let turn: [Parameter] = [
            .optional(work.progress?.employeeID), .optional(work.employeeIDs), .int64(Int64(count)),
        ]
        guard let shift = work.shiftID else { return employees.bind(turn) }
        return employeesOfShift.bind(turn + [.uuid(shift), .date(work.first), .date(work.last)])
    }

    private static let employees = Statement<TenantScope>("employees in turn", employees(where: "true"))

    /// Those who are assigned to it on some of the days, be it in a rotation.
    private static let employeesOfShift = Statement<TenantScope>(
        "employees of the shift in turn",
        employees(
            where: """
                e.id IN (
                  SELECT assignment.employee_id FROM shift_assignments assignment
                  WHERE assignment.organization_id = $1 AND assignment.deleted_at IS NULL
                    AND \(ShiftAssignmentRow.names("$5")) AND assignment.valid && daterange($6, $7, '[]'))
                """
        )
    )

    private static func employees(where condition: String) -> String {
        """
        SELECT e.id FROM employees e
        WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.id > $2) AND ($3::uuid[] IS NULL OR e.id = ANY($3))
          AND EXISTS (SELECT FROM organization_state s WHERE s.organization_id = $1 AND s.state = 'active')
          AND \(condition)
        ORDER BY e.id LIMIT $4
        """
    }
}

extension StoredDays {
    /// The same with days in the zone that the employee has now, whatever it was: an organization that began with a wrong
    /// one has no other way to mend its days.
    fileprivate var inZonesOfNow: StoredDays {
        StoredDays(
            employees: employees.mapValues { employee in
                var employee = employee
                employee.roster.forgetEarlierZones()
                return employee
            },
            periods: periods,
            maximumSessionMinutes: maximumSessionMinutes
        )
    }

    /// The same with those days alone on which a shift is worked, or was when they were computed.
    fileprivate func ofShift(_ shift: UUID) -> StoredDays {
        StoredDays(
            employees: employees.mapValues { employee in
                var employee = employee
                let roster = employee.roster
                var dates = Set(employee.records.filter { $0.value.values.shiftID == shift }.map(\.key.date))
                for date in employee.dates
                where roster.roster.shifts(on: date).contains(where: { roster.shiftID(of: $0) == shift }) {
                    dates.insert(date)
                }
                employee.dates.formIntersection(dates)
                return employee
            },
            periods: periods,
            maximumSessionMinutes: maximumSessionMinutes
        )
    }
}
