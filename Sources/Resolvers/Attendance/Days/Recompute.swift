import FoundationEssentials
import Postgres
import Time

extension Transaction<TenantScope> {
    /// Computes days anew and stores what changes, in two round trips and at most ``StoredDays/statementCount`` and two
    /// statements, however many employees there are.
    ///
    /// Employees and periods are locked here; events and voids have to be stored already, unless the edits hold them.
    ///
    /// - Parameters:
    ///   - now: the server's time.
    ///   - path: of the input that is to blame for a locked period.
    /// - Throws: ``UserErrors`` with `PERIOD_LOCKED` when a day that changes lies in a period that is not open.
    @discardableResult
    func recompute(
        _ days: [EmployeeDays],
        _ edits: DayEdits = DayEdits(),
        now: Timestamp,
        path: [String] = ["input"]
    ) async throws -> ComputedAttendance {
        let computed = try await StoredDays.read(days, in: self).computed(edits, now: now)
        try computed.requireOpenPeriods(path: path)
        _ = try await pipeline(computed.statements)
        return computed
    }
}
