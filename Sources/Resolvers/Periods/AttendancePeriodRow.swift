import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A payroll period, over a row of the table with the alias `p`.
struct AttendancePeriodRow: TableRow {
    static let typeName = "AttendancePeriod"
    static let columnCount = 9
    static let columns = """
        p.id, p.name, lower(p.days), upper(p.days) - 1, p.status, p.locked_by, p.locked_at, p.exported_at, p.version
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var name: String { row.string(1) }
    var first: CalendarDate { row.date(2) }
    var last: CalendarDate { row.date(3) }
    var status: PeriodStatus { PeriodStatus(rawValue: row.string(4).uppercased()) ?? .locked }
    var lockedBy: UUID? { row.optionalUUID(5) }
    var lockedAt: Timestamp? { row.optionalTimestamp(6) }
    var exportedAt: Timestamp? { row.optionalTimestamp(7) }
    var version: Int32 { row.int32(8) }
}

extension AttendancePeriodRow {
    /// Finds periods; who may see one may see all.
    static func loader() -> Loader<AttendancePeriodRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    private static let byID = Statement<TenantScope>(
        "periods by id",
        "SELECT \(columns) FROM attendance_periods p WHERE p.organization_id = $1 AND p.id = ANY($2)"
    )
}

extension ResolverContext {
    /// The periods that hold the days of records; nil where there is none.
    func periods(of records: [AttendanceRecordRow]) throws -> Step<[AttendancePeriodRow?]> {
        let days = Array(Set(records.map(\.workDate)))
        return try query(PeriodStatements.ofDays(.dates(days))).map { rows in
            let periods = Dictionary(
                rows.map { ($0.date(AttendancePeriodRow.columnCount), AttendancePeriodRow($0)) },
                uniquingKeysWith: { first, _ in first }
            )
            return records.map { periods[$0.workDate] }
        }
    }
}

private enum PeriodStatements {
    /// The day stands behind the columns.
    static let ofDays = Statement<TenantScope>(
        "periods of days",
        """
        SELECT \(AttendancePeriodRow.columns), d.day FROM unnest($2::date[]) AS d (day)
        JOIN attendance_periods p ON p.organization_id = $1 AND p.days @> d.day
        """
    )
}
