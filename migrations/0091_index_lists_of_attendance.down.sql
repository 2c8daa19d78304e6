DROP INDEX attendance_records_date_idx;
DROP INDEX attendance_sessions_time_idx;
DROP INDEX attendance_events_time_idx;
CREATE INDEX attendance_events_time_idx ON attendance_events (organization_id, occurred_at DESC, id);
