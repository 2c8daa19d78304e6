import FoundationEssentials
import Postgres
import Time

/// A payroll period that is locked against changes of its state until the transaction ends.
struct StoredPeriod: Sendable {
    let id: UUID
    let first: CalendarDate
    let last: CalendarDate
    /// Whether its days may be changed.
    let isOpen: Bool

    func holds(_ date: CalendarDate) -> Bool { first <= date && date <= last }
}
