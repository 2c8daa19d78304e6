import FoundationEssentials
import Postgres
import Time

/// Who somebody on a device is.
struct SyncedEmployee: Sendable {
    let id: UUID
    private let isDeleted: Bool
    private let isTerminated: Bool
    private let terminatedOn: CalendarDate?

    /// Nil for nobody.
    ///
    /// - Parameter start: column of the id; behind it whether they are deleted, whether they have left, and their last
    ///   day.
    init?(_ row: Row, from start: Int) {
        guard let id = row.optionalUUID(start) else { return nil }
        self.id = id
        isDeleted = row.bool(start + 1)
        isTerminated = row.bool(start + 2)
        terminatedOn = row.optionalDate(start + 3)
    }

    /// Whether they had left. A night shift of the last day may end on the next one, in any zone.
    func isInactive(at instant: Timestamp) -> Bool {
        if isDeleted { return true }
        guard isTerminated else { return false }
        return terminatedOn.map { instant.dateInUTC > $0.advanced(byDays: 1) } ?? true
    }
}
