import FoundationEssentials
import GraphQLEngine
import Hours
import Schema

extension ComputedAttendance {
    /// The first locked period, in time, that holds a day which the change touches or comes out differently.
    var lockedPeriod: StoredPeriod? { lockedPeriod(of: affectedDays) }

    /// Whom the lock of a period keeps from the change, with that period: for batches, in which others go on without
    /// them.
    var lockedEmployees: [UUID: StoredPeriod] {
        if lockedPeriods.isEmpty { return [:] }
        return Dictionary(grouping: affectedDays, by: \.employeeID).compactMapValues(lockedPeriod)
    }

    /// Nothing of a period that is locked or exported may change.
    ///
    /// - Throws: `PERIOD_LOCKED`.
    func requireOpenPeriods(path: [String]) throws(UserErrors) {
        if let lockedPeriod { throw .periodLocked(lockedPeriod, path: path) }
    }

    private func lockedPeriod(of days: some Sequence<EmployeeWorkDay>) -> StoredPeriod? {
        lockedPeriods.filter { period in days.contains { period.holds($0.day.date) } }
            .min { $0.first < $1.first }
    }

    private var lockedPeriods: [StoredPeriod] { periods.filter { !$0.isOpen } }

    private var affectedDays: Set<EmployeeWorkDay> { touchedDays.union(changedRecords.map(\.key)) }
}

extension UserErrors {
    static func periodLocked(_ period: StoredPeriod, path: [String]) -> UserErrors {
        UserErrors([.periodLocked(PeriodLockedErrorRow(period, path: path))])
    }
}

/// Refuses a change of a day whose period is not open.
struct PeriodLockedErrorRow: ObjectRow {
    static let typeName = "PeriodLockedError"

    let error: GenericErrorRow
    let periodID: UUID

    init(_ period: StoredPeriod, path: [String]) {
        error = GenericErrorRow(
            code: .periodLocked,
            message: "The payroll period of this day is locked.",
            path: path
        )
        periodID = period.id
    }
}
