import FoundationEssentials
import Hours
import Postgres

/// A day's record as it is, over a row of the table with the alias `r`.
struct StoredRecord: Sendable {
    static let columnCount = 22
    static let columns = """
        r.id, r.employee_id, r.work_date, r.slot, r.version, r.override_status, r.overtime_approval_minutes, \
        \(RecordValues.columns)
        """

    let id: UUID
    let key: EmployeeWorkDay
    let version: Int32
    let statusOverride: DayStatus?
    /// As it was decided, be it more than the overtime.
    let overtimeApprovalMinutes: Int32?
    let values: RecordValues

    init(_ row: Row) {
        id = row.uuid(0)
        key = EmployeeWorkDay(employeeID: row.uuid(1), day: WorkDay(date: row.date(2), slot: Int(row.int16(3))))
        version = row.int32(4)
        statusOverride = row.optionalString(5).flatMap(DayStatus.init(rawValue:))
        overtimeApprovalMinutes = row.optionalInt32(6)
        values = RecordValues(row, from: 7)
    }
}
