REVOKE DELETE ON attendance_breaks FROM app_user;
ALTER TABLE attendance_sessions
  DROP CONSTRAINT attendance_sessions_clock_in_uq, DROP CONSTRAINT attendance_sessions_location_fk,
  DROP COLUMN location_id;
ALTER TABLE attendance_records
  DROP CONSTRAINT attendance_records_shift_fk,
  DROP CONSTRAINT attendance_records_override_check, DROP CONSTRAINT attendance_records_approval_check,
  DROP COLUMN shift_id,
  DROP COLUMN override_status, DROP COLUMN override_reason, DROP COLUMN overridden_by, DROP COLUMN overridden_at,
  DROP COLUMN overtime_approval_minutes, DROP COLUMN overtime_approved_by, DROP COLUMN overtime_approved_at;
DROP INDEX attendance_events_time_idx;
ALTER TABLE attendance_events DROP CONSTRAINT attendance_events_correction_fk, DROP COLUMN correction_id;
DROP TABLE attendance_corrections, attendance_periods;
DROP TYPE request_status;
DROP TYPE period_status;
