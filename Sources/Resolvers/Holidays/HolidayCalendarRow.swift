import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema
import Time

/// A set of holidays, over a row of the table with the alias `calendar`.
struct HolidayCalendarRow: TableRow {
    static let typeName = "HolidayCalendar"
    static let columnCount = 3
    static let columns = "calendar.id, calendar.name, calendar.is_default"

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(1)) }
    var isDefault: Bool { row.bool(2) }
}

extension HolidayCalendarRow {
    /// Finds live calendars, all of which a member may see.
    static func loader() -> Loader<HolidayCalendarRow> {
        Loader { _, ids in byID(.uuids(ids)) }
    }

    /// All live calendars of the scope's organization, by name.
    static let all = Statement<TenantScope>(
        "holiday calendars",
        """
        SELECT \(columns) FROM holiday_calendars calendar
        WHERE calendar.organization_id = $1 AND calendar.deleted_at IS NULL ORDER BY lower(calendar.name), calendar.id
        """
    )

    private static let byID = Statement<TenantScope>(
        "holiday calendars by id",
        """
        SELECT \(columns) FROM holiday_calendars calendar
        WHERE calendar.organization_id = $1 AND calendar.id = ANY($2) AND calendar.deleted_at IS NULL
        """
    )
}

/// One day of a calendar, over a row of the table with the alias `holiday`.
struct HolidayRow: TableRow {
    static let typeName = "Holiday"
    static let columnCount = 6
    static let columns = """
        holiday.id, holiday.calendar_id, holiday.day, holiday.name, holiday.half, holiday.is_optional
        """

    let row: Row

    init(_ row: Row) {
        self.row = row
    }

    var id: UUID { row.uuid(0) }
    var calendarID: UUID { row.uuid(1) }
    var day: CalendarDate { row.date(2) }
    var name: BorrowedText { BorrowedText(utf8: row.utf8(3)) }
    var half: DatabaseEnum<DayHalf>? { row.optionalUTF8(4).map(DatabaseEnum.init(utf8:)) }
    var isOptional: Bool { row.bool(5) }
}

extension HolidayRow {
    /// Those of each calendar within the range, in order.
    static func holidays(
        of calendars: [UUID],
        _ range: DateRangeInput,
        _ context: ResolverContext
    ) throws -> Step<[[HolidayRow]]> {
        try range.check()
        let statement = withinRange(.uuids(calendars), .date(range.from), .date(range.to))
        return try context.query(statement).map { rows in
            let holidays = Dictionary(grouping: rows.map(HolidayRow.init), by: \.calendarID)
            return calendars.map { holidays[$0] ?? [] }
        }
    }

    private static let withinRange = Statement<TenantScope>(
        "holidays",
        """
        SELECT \(columns) FROM holidays holiday
        WHERE holiday.organization_id = $1 AND holiday.calendar_id = ANY($2) AND holiday.day BETWEEN $3 AND $4
        ORDER BY holiday.day, holiday.half NULLS FIRST
        """
    )
}
