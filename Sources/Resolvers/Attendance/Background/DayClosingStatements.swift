import Postgres

/// The statements of ``DayClosing``.
enum DayClosingStatements {
    /// Those at work, and whether their forgotten sessions are ended.
    static let organizations = Statement<SystemScope>(
        "organizations at work",
        """
        SELECT s.organization_id, coalesce(t.auto_close_open_sessions, true)
        FROM organization_state s LEFT JOIN organization_settings t ON t.organization_id = s.organization_id
        WHERE s.state = 'active' ORDER BY s.organization_id
        """
    )

    /// Employees who are looked at in one turn; a constant, from which PostgreSQL knows that they are few.
    private static let turnSize = 2_000

    /// Employees of the turn behind the employee `$2`; the first turn where that is null.
    private static let turn = """
        SELECT e.* FROM employees e
        WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.id > $2)
        ORDER BY e.id
        """

    /// The last employee of the turn; none when no turn is behind it.
    static let endOfTurn = Statement<TenantScope>(
        "end of the turn",
        "SELECT e.id FROM (\(turn) OFFSET \(turnSize - 1) LIMIT 1) e"
    )

    /// Employees of a turn with the first and the last of their days that may have to be closed. Only times of the clock
    /// on the wall are compared, so some of them turn out to be not due yet. What lies days back is left to recomputing.
    ///
    /// `$3` is the time, `$4` whether sessions are ended. Sessions and records are looked up one by one: as joins, whole
    /// tables would be read.
    static let due = Statement<TenantScope>(
        "days to close",
        """
        WITH turn AS MATERIALIZED (\(turn) LIMIT \(turnSize)),
        work AS MATERIALIZED (\(work)),
        finished AS MATERIALIZED (\(finished)),
        due AS (
          \(forgotten)
          UNION ALL
          \(missed)
        )
        SELECT due.employee_id, min(due.day), max(due.day) FROM due
        WHERE EXISTS (SELECT FROM organization_state s WHERE s.organization_id = $1 AND s.state = 'active')
          AND NOT EXISTS (SELECT FROM attendance_periods p
                          WHERE p.organization_id = $1 AND p.status <> 'open' AND p.days @> due.day)
        GROUP BY due.employee_id ORDER BY due.employee_id
        """
    )

    /// Days of open sessions whose shift's window has passed, or which have lasted as long as a session may. One that
    /// is not ended is flagged, once.
    private static let forgotten = """
        SELECT e.id AS employee_id, r.work_date AS day
          FROM turn e
          CROSS JOIN LATERAL (
            SELECT s.record_id, s.clock_in_at FROM attendance_sessions s
            WHERE s.organization_id = $1 AND s.employee_id = e.id AND s.status = 'open' LIMIT 1) s
          CROSS JOIN LATERAL (
            SELECT * FROM attendance_records r WHERE r.organization_id = $1 AND r.id = s.record_id LIMIT 1) r
          LEFT JOIN shifts h ON h.organization_id = $1 AND h.id = r.shift_id
          LEFT JOIN organization_settings t ON t.organization_id = $1
          WHERE ($4 OR NOT r.flags @> '{missing_clock_out}')
            AND $3 > CASE WHEN r.scheduled_end > s.clock_in_at
                     THEN r.scheduled_end + make_interval(mins => coalesce(h.late_clock_out_minutes, 0))
                     ELSE s.clock_in_at + make_interval(mins => coalesce(t.max_session_minutes, 960)) END
        """

    /// The shifts that employees of the turn have on the days around the time.
    private static let work = """
        SELECT e.id AS employee_id, e.time_zone, e.location_id, d.day, a.slot, \(shiftOfDay) AS shift_id
          FROM turn e
          CROSS JOIN LATERAL (
            SELECT * FROM shift_assignments a
            WHERE a.organization_id = $1 AND a.employee_id = e.id AND a.deleted_at IS NULL OFFSET 0) a
          CROSS JOIN LATERAL (
            SELECT ($3 AT TIME ZONE 'UTC')::date + n AS day FROM generate_series(-3, 1) AS n) d
          WHERE e.deleted_at IS NULL AND a.valid @> d.day
            AND e.hired_on <= d.day AND (e.terminated_on IS NULL OR d.day <= e.terminated_on)
        """

    /// Those of them whose window has passed.
    private static let finished = """
        SELECT work.employee_id, work.day, work.slot, w.passes_at, l.holiday_calendar_id
          FROM work
          JOIN shifts h ON h.organization_id = $1 AND h.id = work.shift_id
          JOIN organizations o ON o.id = $1
          LEFT JOIN work_locations l ON l.organization_id = $1 AND l.id = work.location_id
          CROSS JOIN LATERAL (
            SELECT (work.day + CASE WHEN h.crosses_midnight THEN 1 ELSE 0 END + h.end_time)
                     AT TIME ZONE coalesce(h.time_zone, work.time_zone, l.time_zone, o.time_zone)
                   + make_interval(mins => h.late_clock_out_minutes) AS passes_at) w
          WHERE h.weekdays >> (extract(isodow FROM work.day)::integer - 1) & 1 = 1 AND w.passes_at < $3
        """

    /// Days of theirs without a record, or with one that was computed before.
    private static let missed = """
        SELECT f.employee_id, f.day
          FROM finished f
          LEFT JOIN LATERAL (
            SELECT r.status <> 'pending' OR r.computed_at > f.passes_at AS is_closed FROM attendance_records r
            WHERE r.organization_id = $1 AND r.employee_id = f.employee_id AND r.work_date = f.day AND r.slot = f.slot
            LIMIT 1) r ON true
          WHERE r.is_closed IS NOT TRUE
            AND NOT EXISTS (
              SELECT FROM holidays y JOIN holiday_calendars c ON c.organization_id = $1 AND c.id = y.calendar_id
              WHERE y.organization_id = $1 AND y.day = f.day AND y.half IS NULL AND NOT y.is_optional
                AND CASE WHEN f.holiday_calendar_id IS NULL THEN c.is_default AND c.deleted_at IS NULL
                         ELSE c.id = f.holiday_calendar_id END)
        """

    private static let shiftOfDay = """
        CASE WHEN a.rotation_anchor IS NULL THEN a.shift_id ELSE (
            SELECT x.shift_id FROM shift_assignment_days x, (
              SELECT count(*)::integer AS length FROM shift_assignment_days y
              WHERE y.organization_id = $1 AND y.assignment_id = a.id) cycle
            WHERE x.organization_id = $1 AND x.assignment_id = a.id
              AND x.day = mod(mod(d.day - a.rotation_anchor, cycle.length) + cycle.length, cycle.length)) END
        """

    /// The system's own clock-outs.
    static let end = Statement<TenantScope>(
        "end forgotten sessions",
        """
        INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone,
          utc_offset_minutes, source, geofence_result)
        SELECT $1, v.id, v.employee_id, 'clock_out', v.at, v.zone,
               extract(epoch FROM (v.at AT TIME ZONE v.zone) - (v.at AT TIME ZONE 'UTC')) / 60, 'auto', 'not_required'
        FROM unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[]) AS v (id, employee_id, at, zone)
        """
    )
}
