import FoundationEssentials
import Hours
import Time

/// What a change adds to what is stored.
///
/// Days are computed with it before anything is written, so that a change can be tried (``StoredDays/computed(_:now:)``
/// without writing), refused, or stored in one round trip with its days.
struct DayEdits: Sendable {
    /// A punch that the caller stores itself, before the days' own statements.
    struct Punch: Sendable {
        /// Of the event.
        let id: UUID
        let employeeID: UUID
        let event: PunchEvent
        /// Where its session takes place; nil for the employee's location.
        var locationID: UUID?
    }

    var punches: [Punch] = []
    /// Events that the caller voids itself.
    var voidedEventIDs: Set<UUID> = []
    /// Decisions about days that the caller stores itself, behind the days' own statements; nil takes one back.
    var statusOverrides: [EmployeeWorkDay: DayStatus?] = [:]
    /// Minutes of overtime, likewise.
    var overtimeApprovals: [EmployeeWorkDay: Int32] = [:]
    /// Whether days of the ranges without punches and without a record get one when everybody should have come and
    /// nobody did. The employee's first and last day are heeded.
    var addsAbsences = false
    /// Whether days of locked periods stay as they are, rather than to be refused.
    var leavesLockedDays = false
}

extension DayEdits {
    /// The days that are written whether or not anything about them changes.
    var decidedDays: Set<EmployeeWorkDay> {
        Set(statusOverrides.keys).union(overtimeApprovals.keys)
    }

    func circumstances(of day: EmployeeWorkDay, _ record: StoredRecord?) -> DayCircumstances {
        DayCircumstances(
            statusOverride: statusOverrides[day] ?? record?.statusOverride,
            approvedOvertimeMinutes: overtimeApprovals[day] ?? record?.overtimeApprovalMinutes ?? 0
        )
    }
}
