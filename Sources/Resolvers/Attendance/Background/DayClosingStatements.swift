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

    /// Employees with the first and the last of their days that may have to be closed. Only times of the clock on the
    /// wall are compared, so some of them turn out to be not due yet. What lies days back is left to recomputing.
    ///
    /// `$2` is the time, `$3` whether sessions are ended.
    static let due = Statement<TenantScope>(
        "days to close",
        """
        WITH due AS (
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
        SELECT s.employee_id, r.work_date AS day
          FROM attendance_sessions s
          JOIN attendance_records r ON r.organization_id = $1 AND r.id = s.record_id
          LEFT JOIN shifts h ON h.organization_id = $1 AND h.id = r.shift_id
          LEFT JOIN organization_settings t ON t.organization_id = $1
          WHERE s.organization_id = $1 AND s.status = 'open'
            AND ($3 OR NOT r.flags @> '{missing_clock_out}')
            AND $2 > CASE WHEN r.scheduled_end > s.clock_in_at
                     THEN r.scheduled_end + make_interval(mins => coalesce(h.late_clock_out_minutes, 0))
                     ELSE s.clock_in_at + make_interval(mins => coalesce(t.max_session_minutes, 960)) END
        """

    /// Days of shifts whose window has passed, without a record, or with one that was computed before.
    private static let missed = """
        SELECT e.id, d.day
          FROM employees e
          JOIN organizations o ON o.id = $1
          LEFT JOIN work_locations l ON l.organization_id = $1 AND l.id = e.location_id
          JOIN shift_assignments a ON a.organization_id = $1 AND a.employee_id = e.id AND a.deleted_at IS NULL
          CROSS JOIN LATERAL (
            SELECT ($2 AT TIME ZONE 'UTC')::date + n AS day FROM generate_series(-3, 1) AS n) d
          JOIN shifts h ON h.organization_id = $1 AND h.id = \(shiftOfDay)
          CROSS JOIN LATERAL (
            SELECT (d.day + CASE WHEN h.crosses_midnight THEN 1 ELSE 0 END + h.end_time)
                     AT TIME ZONE coalesce(h.time_zone, e.time_zone, l.time_zone, o.time_zone)
                   + make_interval(mins => h.late_clock_out_minutes) AS passes_at) w
          WHERE e.organization_id = $1 AND e.deleted_at IS NULL
            AND e.hired_on <= d.day AND (e.terminated_on IS NULL OR d.day <= e.terminated_on)
            AND a.valid @> d.day AND h.weekdays >> (extract(isodow FROM d.day)::integer - 1) & 1 = 1
            AND w.passes_at < $2
            AND NOT EXISTS (
              SELECT FROM attendance_records r
              WHERE r.organization_id = $1 AND r.employee_id = e.id AND r.work_date = d.day AND r.slot = a.slot
                AND (r.status <> 'pending' OR r.computed_at > w.passes_at))
            AND NOT EXISTS (
              SELECT FROM holidays f JOIN holiday_calendars c ON c.organization_id = $1 AND c.id = f.calendar_id
              WHERE f.organization_id = $1 AND f.day = d.day AND f.half IS NULL AND NOT f.is_optional
                AND CASE WHEN l.holiday_calendar_id IS NULL THEN c.is_default AND c.deleted_at IS NULL
                         ELSE c.id = l.holiday_calendar_id END)
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
