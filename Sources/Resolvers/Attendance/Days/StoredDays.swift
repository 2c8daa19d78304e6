import FoundationEssentials
import Hours
import Postgres
import Time

/// Days of employees with all that decides about them, locked in a change's own transaction.
///
/// Computing days anew takes two round trips, however many employees there are:
/// ```
/// let stored = try await StoredDays.read([EmployeeDays(id, around: instant)], in: transaction)
/// let days = stored.computed(edits, now: now)           // pure: may be asked for as often as one likes
/// try days.requireOpenPeriods(path: ["input"])
/// _ = try await transaction.pipeline([insertEvents] + days.statements)
/// ```
struct StoredDays: Sendable {
    /// An employee whose row is locked.
    struct Employee: Sendable {
        let hiredOn: CalendarDate
        let terminatedOn: CalendarDate?
        let locationID: UUID?
        var roster: EmployeeRoster
        /// The dates asked for, and those since when a session is open.
        var dates: Set<CalendarDate> = []
        /// In the order in which equal ones count.
        var punches: [StoredPunch] = []
        var records: [WorkDay: StoredRecord] = [:]
    }

    /// Those who exist; nobody else's days are computed.
    let employees: [UUID: Employee]
    /// Which hold some of the days.
    let periods: [StoredPeriod]
    let maximumSessionMinutes: Int
}

extension StoredDays {
    static let statementCount = 3 + Rosters.statementCount

    /// Reads the days in one round trip. Employees are locked first, in the order of their ids, then the periods.
    static func read(_ days: [EmployeeDays], in transaction: Transaction<TenantScope>) async throws -> StoredDays {
        let stored = try StoredDays(days, try await transaction.pipeline(statements(days)))
        return try await stored.completed(days, in: transaction)
    }

    /// What ``statements(_:)`` gave, read again when a session stands open since a day of which the roster was not read:
    /// forgotten long ago, in an organization that does not end such sessions.
    func completed(_ days: [EmployeeDays], in transaction: Transaction<TenantScope>) async throws -> StoredDays {
        guard let first = days.map(\.first).min() else { return self }
        let earlier = employees.compactMap { id, employee in
            employee.dates.min().flatMap { date in
                date < first.advanced(byDays: -DayStatements.recordMargin)
                    ? EmployeeDays(id, from: date, through: date) : nil
            }
        }
        guard !earlier.isEmpty else { return self }
        return try StoredDays(days + earlier, try await transaction.pipeline(Self.statements(days + earlier)))
    }

    /// The statements of ``read(_:in:)`` for a round trip of the caller's; none without days.
    ///
    /// - Parameter isLocking: false for what only looks, outside of transactions that write.
    static func statements(_ days: [EmployeeDays], isLocking: Bool = true) -> [BoundStatement<TenantScope>] {
        guard let first = days.map(\.first).min(), let last = days.map(\.last).max() else { return [] }
        let parameters: [Parameter] = [
            .uuids(days.map(\.employeeID)), .dates(days.map(\.first)), .dates(days.map(\.last)),
        ]
        let employees = Array(Set(days.map(\.employeeID)))
        return [
            (isLocking ? DayStatements.lock : DayStatements.look).bind(parameters),
            DayStatements.records.bind(parameters),
            DayStatements.punches.bind(parameters),
        ]
            + Rosters.statements(
                of: employees,
                from: first.advanced(byDays: -DayStatements.recordMargin),
                through: last.advanced(byDays: DayStatements.recordMargin)
            )
    }

    /// - Parameter results: of ``statements(_:)``.
    init(_ days: [EmployeeDays], _ results: some Collection<ResultSet>) throws {
        let results = Array(results)
        guard !results.isEmpty else {
            self.init(employees: [:], periods: [], maximumSessionMinutes: 0)
            return
        }
        let rosters = try Rosters(results[3...])
        var employees: [UUID: Employee] = [:]
        for row in results[0] where !row.bool(0) {
            employees[row.uuid(1)] = rosters[row.uuid(1)].map { Employee(row, $0) }
        }
        for range in days {
            let dates = (range.first.days...max(range.first, range.last).days).map(CalendarDate.init(days:))
            employees[range.employeeID]?.dates.formUnion(dates)
        }
        for row in results[1] {
            let record = StoredRecord(row)
            employees[record.key.employeeID]?.records[record.key.day] = record
            let hasOpenSession = row.bool(StoredRecord.columnCount)
            if hasOpenSession { employees[record.key.employeeID]?.dates.insert(record.key.day.date) }
        }
        for id in employees.keys { try employees[id]?.keepZones() }
        for punch in Self.punches(results[2]) { employees[punch.employeeID]?.punches.append(punch) }
        self.init(
            employees: employees,
            periods: results[0].filter { $0.bool(0) }.map(StoredPeriod.init),
            maximumSessionMinutes: results[0].first { !$0.bool(0) }.map { Int($0.int32(6)) } ?? 0
        )
    }

    /// Each once: the days of an open session may be among those asked for.
    private static func punches(_ rows: ResultSet) -> [StoredPunch] {
        var known: Set<UUID> = []
        return rows.compactMap { known.insert($0.uuid(0)).inserted ? StoredPunch($0) : nil }
    }
}

extension StoredDays.Employee {
    /// - Parameter row: of ``DayStatements/lock``.
    fileprivate init(_ row: Row, _ roster: EmployeeRoster) {
        self.init(
            hiredOn: row.date(2),
            terminatedOn: row.optionalDate(3),
            locationID: row.optionalUUID(4),
            roster: roster
        )
    }

    /// A later move to another zone rewrites nothing of the days before it.
    fileprivate mutating func keepZones() throws {
        for record in records.values {
            try roster.keepZone(record.values.timeZone, of: record.key.day.date, shiftID: record.values.shiftID)
        }
    }

    /// The parts of a day that have a record or a shift; the first one when there is neither.
    func parts(of date: CalendarDate) -> [WorkDay] {
        let slots = Set(records.keys.filter { $0.date == date }.map(\.slot))
            .union(roster.roster.shifts(on: date).map(\.slot))
        return (slots.isEmpty ? [1] : slots.sorted()).map { WorkDay(date: date, slot: $0) }
    }

    /// Whether they belonged to the organization on the day.
    func isEmployed(on date: CalendarDate) -> Bool {
        hiredOn <= date && terminatedOn.map { date <= $0 } ?? true
    }
}

extension StoredPeriod {
    /// - Parameter row: of ``DayStatements/lock``.
    fileprivate init(_ row: Row) {
        self.init(id: row.uuid(1), first: row.date(2), last: row.date(3), isOpen: row.bool(5))
    }
}
