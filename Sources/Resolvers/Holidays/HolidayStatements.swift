import Postgres

/// What changes a holiday calendar. `$2` is its id.
enum HolidayStatements {
    static let lock = Statement<TenantScope>(
        "lock holiday calendar",
        """
        SELECT \(HolidayCalendarRow.columns) FROM holiday_calendars calendar
        WHERE calendar.organization_id = $1 AND calendar.id = $2 AND calendar.deleted_at IS NULL
        FOR NO KEY UPDATE
        """
    )

    static let holidays = Statement<TenantScope>(
        "holidays of calendar",
        """
        SELECT \(HolidayRow.columns) FROM holidays holiday
        WHERE holiday.organization_id = $1 AND holiday.calendar_id = $2
        """
    )

    /// Takes its place from the default, where another is to be it.
    static let yieldDefault = Statement<TenantScope>(
        "yield default calendar",
        """
        UPDATE holiday_calendars SET is_default = false, version = version + 1
        WHERE organization_id = $1 AND id <> $2 AND is_default AND $3
        """
    )

    static let save = Statement<TenantScope>(
        "save holiday calendar",
        """
        INSERT INTO holiday_calendars AS calendar (organization_id, id, name, is_default) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organization_id, id) DO UPDATE
        SET name = excluded.name, is_default = excluded.is_default, version = calendar.version + 1
        RETURNING \(HolidayCalendarRow.columns)
        """
    )

    static let removeOthers = Statement<TenantScope>(
        "remove holidays",
        """
        DELETE FROM holidays holiday
        WHERE holiday.organization_id = $1 AND holiday.calendar_id = $2
          AND NOT EXISTS (SELECT FROM unnest($3::date[], $4::text[]) AS v (day, half)
                WHERE v.day = holiday.day AND v.half::day_half IS NOT DISTINCT FROM holiday.half)
        """
    )

    /// What is there already keeps its id.
    static let saveHolidays = Statement<TenantScope>(
        "save holidays",
        """
        INSERT INTO holidays (organization_id, calendar_id, day, half, name, is_optional)
        SELECT $1, $2, v.day, v.half::day_half, v.name, v.is_optional
        FROM unnest($3::date[], $4::text[], $5::text[], $6::bool[]) AS v (day, half, name, is_optional)
        ON CONFLICT ON CONSTRAINT holidays_day_uq DO UPDATE
        SET name = excluded.name, is_optional = excluded.is_optional
        """
    )
}
