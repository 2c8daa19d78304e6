-- Lists of attendance from an index, whatever they are ordered or filtered by (decisions 98 and 108).

-- Days by their employee's name, department or place: those of deleted employees, too.
CREATE INDEX employees_every_name_idx       ON employees (organization_id, name_key, id);
CREATE INDEX employees_every_department_idx ON employees (organization_id, department_id, id);
CREATE INDEX employees_every_location_idx   ON employees (organization_id, location_id, id);

-- A day is in exactly one of these and those of 0099, in place of an index that no policy let be used.
DROP INDEX attendance_records_status_idx;
CREATE INDEX attendance_records_present_idx  ON attendance_records (organization_id, work_date, id) WHERE status = 'present';
CREATE INDEX attendance_records_holiday_idx  ON attendance_records (organization_id, work_date, id) WHERE status = 'holiday';
CREATE INDEX attendance_records_rest_day_idx ON attendance_records (organization_id, work_date, id) WHERE status = 'rest_day';
-- Few days have a flag.
CREATE INDEX attendance_records_flagged_idx  ON attendance_records (organization_id, work_date, id) WHERE flags <> '{}';

-- Every session has a clock-in, nearly every one a clock-out: those need no index.
CREATE INDEX attendance_events_break_start_idx ON attendance_events (organization_id, occurred_at, id) WHERE kind = 'break_start';
CREATE INDEX attendance_events_break_end_idx   ON attendance_events (organization_id, occurred_at, id) WHERE kind = 'break_end';
CREATE INDEX attendance_events_web_idx       ON attendance_events (organization_id, occurred_at, id) WHERE source = 'web';
CREATE INDEX attendance_events_mobile_idx    ON attendance_events (organization_id, occurred_at, id) WHERE source = 'mobile';
CREATE INDEX attendance_events_kiosk_idx     ON attendance_events (organization_id, occurred_at, id) WHERE source = 'kiosk';
CREATE INDEX attendance_events_biometric_idx ON attendance_events (organization_id, occurred_at, id) WHERE source = 'biometric_device';
CREATE INDEX attendance_events_face_idx      ON attendance_events (organization_id, occurred_at, id) WHERE source = 'face';
CREATE INDEX attendance_events_manual_idx    ON attendance_events (organization_id, occurred_at, id) WHERE source = 'manual';
CREATE INDEX attendance_events_import_idx    ON attendance_events (organization_id, occurred_at, id) WHERE source = 'import';
CREATE INDEX attendance_events_auto_idx      ON attendance_events (organization_id, occurred_at, id) WHERE source = 'auto';
-- None by device: whoever looks up a device's event by its own id would be led to read all of that device's.

CREATE INDEX attendance_sessions_employee_idx ON attendance_sessions (organization_id, employee_id, clock_in_at, id);
DROP INDEX attendance_sessions_open_idx;
CREATE INDEX attendance_sessions_open_idx        ON attendance_sessions (organization_id, clock_in_at, id) WHERE status = 'open';
CREATE INDEX attendance_sessions_auto_closed_idx ON attendance_sessions (organization_id, clock_in_at, id) WHERE status = 'auto_closed';
CREATE INDEX attendance_sessions_voided_idx      ON attendance_sessions (organization_id, clock_in_at, id) WHERE status = 'voided';
-- What overlaps a time has begun in the day before it, or is one of these.
CREATE INDEX attendance_sessions_long_idx ON attendance_sessions (organization_id, clock_in_at, id)
  WHERE clock_out_at IS NULL OR clock_out_at - clock_in_at > '24:00';

CREATE INDEX attendance_corrections_time_idx ON attendance_corrections (organization_id, requested_at, id);
DROP INDEX attendance_corrections_queue_idx;
CREATE INDEX attendance_corrections_queue_idx     ON attendance_corrections (organization_id, requested_at, id) WHERE status = 'pending';
CREATE INDEX attendance_corrections_rejected_idx  ON attendance_corrections (organization_id, requested_at, id) WHERE status = 'rejected';
CREATE INDEX attendance_corrections_cancelled_idx ON attendance_corrections (organization_id, requested_at, id)
  WHERE status = 'cancelled';
CREATE INDEX attendance_corrections_cancelling_idx ON attendance_corrections (organization_id, requested_at, id)
  WHERE status = 'cancellation_pending';
