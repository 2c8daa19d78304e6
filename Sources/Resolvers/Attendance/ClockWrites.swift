import Postgres
import Time

/// What the clock's mutations store.
extension ClockStatements {
    static let insertEvent = Statement<TenantScope>(
        "insert event",
        """
        WITH v AS (
          INSERT INTO attendance_events (organization_id, id, employee_id, kind, occurred_at, time_zone,
            utc_offset_minutes, source, client_event_id, actor_user_id, latitude, longitude, accuracy_meters, ip, note)
          VALUES ($1, $2, $3, $4, $5, $6,
            extract(epoch FROM ($5 AT TIME ZONE $6::text) - ($5 AT TIME ZONE 'UTC')) / 60,
            $7, $8, $9, $10, $11, $12, $13, $14)
          RETURNING *)
        SELECT \(AttendanceEventRow.columns) FROM v \(AttendanceEventRow.void)
        """
    )

    /// `$2` to `$5`: id for a new record, employee, date and zone; then ``numbers(_:at:)``.
    static let upsertRecord = Statement<TenantScope>(
        "upsert record",
        """
        INSERT INTO attendance_records AS r (organization_id, id, employee_id, work_date, time_zone, first_in_at,
          last_out_at, worked_minutes, break_minutes, late_minutes, early_leave_minutes, overtime_minutes, status,
          computed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        ON CONFLICT (organization_id, employee_id, work_date, slot) DO UPDATE
        SET first_in_at = EXCLUDED.first_in_at, last_out_at = EXCLUDED.last_out_at,
            worked_minutes = EXCLUDED.worked_minutes, break_minutes = EXCLUDED.break_minutes,
            late_minutes = EXCLUDED.late_minutes, early_leave_minutes = EXCLUDED.early_leave_minutes,
            overtime_minutes = EXCLUDED.overtime_minutes, status = EXCLUDED.status,
            computed_at = EXCLUDED.computed_at, version = r.version + 1
        RETURNING \(AttendanceRecordRow.columns)
        """
    )

    /// `$2` is the record, then ``numbers(_:at:)``.
    static let updateRecord = Statement<TenantScope>(
        "update record",
        """
        UPDATE attendance_records AS r
        SET first_in_at = $3, last_out_at = $4, worked_minutes = $5, break_minutes = $6, late_minutes = $7,
            early_leave_minutes = $8, overtime_minutes = $9, status = $10, computed_at = $11, version = r.version + 1
        WHERE r.organization_id = $1 AND r.id = $2
        RETURNING \(AttendanceRecordRow.columns)
        """
    )

    static func numbers(_ day: DayComputation, at now: Timestamp) -> [Parameter] {
        [
            .optional(day.firstInAt), .optional(day.lastOutAt), .int32(day.workedMinutes), .int32(day.breakMinutes),
            .int32(day.lateMinutes), .int32(day.earlyLeaveMinutes), .int32(day.overtimeMinutes),
            .text(day.status.rawValue), .timestamp(now),
        ]
    }

    /// In the record of the employee's date, which the same round trip has stored.
    static let openNewSession = Statement<TenantScope>(
        "open session",
        """
        INSERT INTO attendance_sessions AS s (organization_id, employee_id, record_id, clock_in_event_id, clock_in_at)
        SELECT $1, r.employee_id, r.id, $3, $4 FROM attendance_records r
        WHERE r.organization_id = $1 AND r.employee_id = $2 AND r.work_date = $5 AND r.slot = 1
        RETURNING \(AttendanceSessionRow.columns)
        """
    )

    static let closeSession = Statement<TenantScope>(
        "close session",
        """
        UPDATE attendance_sessions AS s
        SET status = 'closed', clock_out_event_id = $3, clock_out_at = $4, version = s.version + 1
        WHERE s.organization_id = $1 AND s.id = $2
        RETURNING \(AttendanceSessionRow.columns)
        """
    )

    static let startBreak = Statement<TenantScope>(
        "start break",
        """
        INSERT INTO attendance_breaks (organization_id, session_id, employee_id, started_at, is_paid)
        VALUES ($1, $2, $3, $4, $5)
        """
    )

    /// Ends the open break of a session, if it has one.
    static let endBreak = Statement<TenantScope>(
        "end break",
        """
        UPDATE attendance_breaks b SET ended_at = $3
        WHERE b.organization_id = $1 AND b.session_id = $2 AND b.ended_at IS NULL
        """
    )
}
