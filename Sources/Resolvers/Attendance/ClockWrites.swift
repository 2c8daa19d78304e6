import Postgres

/// What the clock's mutations store.
extension ClockStatements {
    static let insertEvent = Statement<TenantScope>(
        "insert event",
        """
        WITH v AS (
          INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone,
            utc_offset_minutes, source, client_event_id, actor_user_id, latitude, longitude, accuracy_meters, ip, note,
            is_paid, geofence_result)
          VALUES ($1, $2, $3, $4, $5, $6,
            extract(epoch FROM ($5 AT TIME ZONE $6::text) - ($5 AT TIME ZONE 'UTC')) / 60,
            $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
          RETURNING *)
        SELECT \(AttendanceEventRow.columns) FROM v \(AttendanceEventRow.void)
        """
    )
}
