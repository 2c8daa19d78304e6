import FoundationEssentials
import Hours
import Jobs
import Postgres
import Time

/// Ends the sessions that were forgotten, and notes who did not come, once the last window of a day has passed.
///
/// Any number of servers may do it at once: whoever locks an employee second finds nothing to do. Locked periods are
/// left alone, and so are organizations that are not at work.
struct DayClosing: JobHandler {
    static let jobKind = "attendance_days_close"

    var kind: String { Self.jobKind }
    private let database: Database
    private let clock: ServerClock
    private let chunkSize: Int

    /// - Parameters:
    ///   - clock: the one that the punches' own instants come from.
    ///   - chunkSize: employees in one transaction.
    init(database: Database, clock: ServerClock = .system, chunkSize: Int = 200) {
        self.database = database
        self.clock = clock
        self.chunkSize = chunkSize
    }

    func run(_ job: Job) async throws {
        try await close(now: clock.now())
    }

    /// Closes what is due in all organizations.
    func close(now: Timestamp) async throws {
        let organizations = try await database.transaction(in: SystemScope()) { transaction in
            try await transaction.run(DayClosingStatements.organizations()).map { ($0.uuid(0), $0.bool(1)) }
        }
        for (id, closesSessions) in organizations {
            try await close(id, closesSessions: closesSessions, now: now)
        }
    }

    private func close(_ organization: UUID, closesSessions: Bool, now: Timestamp) async throws {
        let scope = TenantScope(organizationID: organization, userID: nil)
        var last: UUID?
        repeat {
            let due = DayClosingStatements.due(.optional(last), .timestamp(now), .bool(closesSessions))
            let results = try await database.read([due, DayClosingStatements.endOfTurn(.optional(last))], in: scope)
            let days = results[0].map { EmployeeDays($0.uuid(0), from: $0.date(1), through: $0.date(2)) }
            try await close(days, in: scope, closesSessions: closesSessions, now: now)
            last = results[1].first?.uuid(0)
        } while last != nil
    }

    private func close(
        _ due: [EmployeeDays],
        in scope: TenantScope,
        closesSessions: Bool,
        now: Timestamp
    ) async throws {
        for start in stride(from: 0, to: due.count, by: chunkSize) {
            try Task.checkCancellation()
            let days = Array(due[start..<min(start + chunkSize, due.count)])
            try await database.transaction(in: scope) { transaction in
                try await close(days, closesSessions: closesSessions, now: now, in: transaction)
            }
        }
    }

    /// Looks again with the employees locked: somebody else may have been faster.
    private func close(
        _ days: [EmployeeDays],
        closesSessions: Bool,
        now: Timestamp,
        in transaction: Transaction<TenantScope>
    ) async throws {
        _ = try await transaction.run(OrganizationStateLock.share())
        let stored = try await StoredDays.read(days, in: transaction)
        let ends = closesSessions ? stored.forgottenEnds(now: now) : []
        let edits = DayEdits(punches: ends, addsAbsences: true, leavesLockedDays: true)
        let computed = stored.computed(edits, now: now)
        guard computed.isChanged else { return }
        let insert = ends.isEmpty ? [] : [stored.insert(ends)]
        let audit = AuditRows.ofSystem(ClosedDays(stored, computed).auditEntries)
        _ = try await transaction.pipeline(insert + computed.statements + [audit.statement])
    }
}

extension StoredDays {
    /// Clock-outs for the open sessions that were forgotten, at the instants since when they are.
    fileprivate func forgottenEnds(now: Timestamp) -> [DayEdits.Punch] {
        employees.values.flatMap(\.punches).compactMap { punch in
            guard let session = punch.session, session.status == .open, let instant = forgottenAt(session),
                instant < now, !isLocked(session)
            else { return nil }
            let event = PunchEvent(.clockOut, at: instant, isAutomatic: true)
            return DayEdits.Punch(id: UUID(), employeeID: session.employeeID, event: event)
        }
    }

    private func isLocked(_ session: SessionValues) -> Bool {
        let record = employees[session.employeeID]?.records.first { $1.id == session.recordID }
        guard let date = record?.key.date else { return true }
        return periods.contains { !$0.isOpen && $0.holds(date) }
    }

    fileprivate func insert(_ ends: [DayEdits.Punch]) -> BoundStatement<TenantScope> {
        DayClosingStatements.end(
            .uuids(ends.map(\.id)),
            .uuids(ends.map(\.employeeID)),
            .timestamps(ends.map(\.event.at)),
            .texts(ends.map { employees[$0.employeeID]?.roster.roster.zone.name ?? "UTC" })
        )
    }
}
