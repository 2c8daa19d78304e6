import Postgres

/// What ``Rosters`` are made of. Each takes a list of employees, a first date and a last one.
enum RosterStatements {
    /// The zone of each employee, their own, else the location's, else the organization's; and the calendar, the
    /// location's, else the organization's default.
    static let employees = Statement<TenantScope>(
        "zones and calendars",
        """
        SELECT e.id, coalesce(e.time_zone, location.time_zone, o.time_zone),
               coalesce(location.holiday_calendar_id, calendar.id)
        FROM employees e
        JOIN organizations o ON o.id = $1
        LEFT JOIN work_locations location ON location.organization_id = $1 AND location.id = e.location_id
        LEFT JOIN holiday_calendars calendar
          ON calendar.organization_id = $1 AND calendar.is_default AND calendar.deleted_at IS NULL
        WHERE e.organization_id = $1 AND e.id = ANY($2)
        """
    )

    static let assignments = Statement<TenantScope>(
        "assignments of rosters",
        """
        SELECT \(ShiftAssignmentRow.columns) FROM shift_assignments assignment
        WHERE \(hold)
        ORDER BY assignment.employee_id, assignment.valid_from, assignment.slot, assignment.id
        """
    )

    /// Of all those assignments. Deleted ones too, which go on being worked by whom they were assigned.
    static let shifts = Statement<TenantScope>(
        "shifts of rosters",
        """
        SELECT \(ShiftRow.columns) FROM shifts shift
        WHERE shift.organization_id = $1 AND shift.id IN (
          SELECT assignment.shift_id FROM shift_assignments assignment WHERE \(hold)
          UNION
          SELECT day.shift_id FROM shift_assignments assignment
          JOIN shift_assignment_days day ON day.organization_id = $1 AND day.assignment_id = assignment.id
          WHERE \(hold) AND day.shift_id IS NOT NULL)
        """
    )

    static let holidays = Statement<TenantScope>(
        "holidays of rosters",
        """
        SELECT holiday.calendar_id, holiday.day, holiday.half, holiday.is_optional
        FROM holiday_calendars calendar
        JOIN holidays holiday ON holiday.organization_id = $1 AND holiday.calendar_id = calendar.id
        WHERE calendar.organization_id = $1 AND holiday.day BETWEEN $2 AND $3
        """
    )

    /// Whether an assignment says something about one of the dates.
    private static let hold = """
        assignment.organization_id = $1 AND assignment.employee_id = ANY($2) AND assignment.deleted_at IS NULL \
        AND assignment.valid && daterange($3, $4, '[]')
        """
}
