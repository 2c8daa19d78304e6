-- Lists of an organization's events, sessions and days, the newest first, page by page.
DROP INDEX attendance_events_time_idx;
CREATE INDEX attendance_events_time_idx ON attendance_events (organization_id, occurred_at, id);
CREATE INDEX attendance_sessions_time_idx ON attendance_sessions (organization_id, clock_in_at, id);
CREATE INDEX attendance_records_date_idx ON attendance_records (organization_id, work_date, id);
